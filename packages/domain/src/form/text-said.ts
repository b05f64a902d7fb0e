/** One text of an answer: nothing where nothing was said, or something else than a text. */
export const textSaid = (answer: unknown): string => (typeof answer === 'string' ? answer : '');
