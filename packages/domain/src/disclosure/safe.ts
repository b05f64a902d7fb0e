/** The least width of what a reader can find out about a small count: one of 1 to 4 may then be any of four numbers. */
export const SAFE_WIDTH = 3;

/** A small count is one that tells of a few children: from one to the profile's last hidden number. */
export const isSmall = (value: number, hidesUpTo: number): boolean => value >= 1 && value <= hidesUpTo;

/** Anything a reader knows of that tells of a few children: a small count, or a count that changed by a few. */
export const tellsOfFew = (
  { as, value }: { readonly as: string; readonly value: number },
  hidesUpTo: number,
): boolean => as !== 'bound' && isSmall(as === 'change' ? Math.abs(value) : value, hidesUpTo);
