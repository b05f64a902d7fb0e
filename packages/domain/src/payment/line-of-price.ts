const plainLine = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The same line of the price, however it was typed. */
export const sameLineOfPrice = (a: string, b: string): boolean => plainLine(a) === plainLine(b);
