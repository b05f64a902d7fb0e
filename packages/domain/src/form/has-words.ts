const FEWEST_LETTERS = 5;

/** Whether something was said, and not a letter put where words are asked for: "x", "n/a" and "none" say nothing. */
export const hasWords = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
