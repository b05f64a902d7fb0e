const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const WEEKS_OF = { week: 1, fortnight: 2, month: 52 / 12, year: 52 } as const;

const LENGTH = new RegExp(
  String.raw`\b(?:(half) an?|(\d{1,3})|(an?)|(${NUMBERS.join('|')})) (and a half )?(week|fortnight|month|year)s?\b( and a half)?`,
  'giu',
);

const HALF = 0.5;

const howMany = ([, half, digits, one, word, before, , after]: RegExpExecArray): number => {
  if (half !== undefined) return HALF;
  const whole =
    digits !== undefined
      ? Number(digits)
      : one !== undefined
        ? 1
        : NUMBERS.indexOf((word ?? '').toLowerCase());
  return whole + (before !== undefined || after !== undefined ? HALF : 0);
};

/**
 * Weeks for which a home is planned, as a request says it in words: “A year”, “six months”, “about 12 weeks”. Of several lengths it is
 * the longest, so that no price is compared over less than may be needed. Undefined where no length is said.
 */
export const weeksPlanned = (said: string): number | undefined => {
  const weeks = [...said.matchAll(LENGTH)].map((match) => {
    const unit = (match[6] ?? '').toLowerCase() as keyof typeof WEEKS_OF;
    return Math.round(howMany(match) * WEEKS_OF[unit]);
  });
  const longest = Math.max(0, ...weeks);
  return longest === 0 ? undefined : longest;
};
