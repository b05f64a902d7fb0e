export const CORE_FEE = 'Core fee';

/** What nobody sees: letters without width, soft hyphens, marks of direction. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Format}]/gu;
/** Letters and digits; a sign before a number, which a hyphen after a letter is not; and what stands between two digits: 2:1 is not 21. */
const COUNTS =
  /[\p{L}\p{M}\p{N}]+|\+(?=\p{N})|(?<![\p{L}\p{M}\p{N}])-(?=\p{N})|(?<=\p{N})[^\p{L}\p{M}\p{N}]+(?=\p{N})/gu;
/** One and a half is not eleven halves once its fraction is written with digits. */
const BEFORE_FRACTION = /(?<=\p{N})(?=[\u00bc-\u00be\u2150-\u215e\u2189])/gu;

/** As it is typed without a word processor. */
const asTyped = (text: string): string =>
  text
    .replaceAll(BEFORE_FRACTION, ' ')
    .normalize('NFKC')
    .replaceAll(UNSEEN, '')
    .replaceAll(/\p{Dash}/gu, '-')
    .replaceAll(/[\u2236\ua789]/gu, ':')
    .replaceAll(/[\u2044\u2215]/gu, '/')
    .replaceAll(/[\u00d7\u2715\u2a2f]/gu, 'x');

const betweenDigits = (text: string): string => text.replace(/\s+/gu, '') || ' ';

const plainLine = (name: string): string => {
  const read = asTyped(name).toLowerCase().trim();
  const counts = read
    .match(COUNTS)
    ?.map((part) => (/^[\p{L}\p{M}\p{N}]/u.test(part) ? part : betweenDigits(part)));
  return counts?.join('') ?? read;
};

/** The same line of the price, however it was typed. */
export const sameLineOfPrice = (a: string, b: string): boolean => plainLine(a) === plainLine(b);
