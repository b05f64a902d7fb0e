export const CORE_FEE = 'Core fee';

/** What nobody sees: letters without width, soft hyphens, marks of direction. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Format}]/gu;
/** Letters and digits; and what stands between two digits, which 2:1 has and 21 has not. */
const COUNTS = /[\p{L}\p{M}\p{N}]+|(?<=\p{N})[^\p{L}\p{M}\p{N}]+(?=\p{N})/gu;

const betweenDigits = (text: string): string => text.replace(/\s+/gu, '') || ' ';

const plainLine = (name: string): string => {
  const read = name.normalize('NFKC').replaceAll(UNSEEN, '').toLowerCase().trim();
  const counts = read
    .match(COUNTS)
    ?.map((part) => (/^[\p{L}\p{M}\p{N}]/u.test(part) ? part : betweenDigits(part)));
  return counts?.join('') ?? read;
};

/** The same line of the price, however it was typed. */
export const sameLineOfPrice = (a: string, b: string): boolean => plainLine(a) === plainLine(b);
