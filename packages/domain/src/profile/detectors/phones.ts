import type { Found } from './finding.ts';
import type { ReadText } from './text.ts';

/** Ten or eleven digits from 0 or +44, in whichever groups: 07700 900123, +44 (0)20 7946 0018, 01905-12-34-56. */
const PHONE = /(?<![\d+])(?:(?:\+|00)\s?44[\s().-]*(?:0[\s().-]*)?|\(?0)(?:[\s().-]*\d){9,10}(?!\d)/gu;
/** Of another country. */
const ABROAD = /(?<![\d+])\+\s?[1-9](?:[\s().-]{0,3}\d){7,13}(?!\d)/gu;
const ABROAD_BY_NOUGHTS = /(?<![\d+])00\s?[1-9](?:[\s().-]{0,3}\d){8,13}(?!\d)/gu;
/** As many digits, parted by strokes and commas too. */
const LOOSE = /(?<![\d+])\(?0[1-9](?:[\s().,:;/_-]{0,3}\d){8,9}(?!\d)/gu;

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const DATE = String.raw`(?<![\d+]|\d[./-])(?:${DAY}([./-])${MONTH}\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([./-])${MONTH}\2${DAY})(?![./-]?\d)`;
const TIME = String.raw`(?:[01]?\d|2[0-3])[.:][0-5]\d`;
const HOURS = String.raw`(?<![\d.:])${TIME}\s?(?:[-–]|to|until)\s?${TIME}(?![\d:]|\.\d)`;
const DATES_AND_HOURS = new RegExp(`${DATE}|${HOURS}`, 'giu');
const DATES_AND_TIMES = new RegExp(String.raw`${DATE}|(?<![\d.:])${TIME}(?![\d:]|\.\d)`, 'giu');

/** The same places, with nothing of a number in them. */
const without = (shape: RegExp, raw: string): string =>
  raw.replaceAll(shape, (words) => 'x'.repeat(words.length));

const placed = (raw: string, shape: RegExp, weight: Found['weight']): readonly Found[] =>
  [...raw.matchAll(shape)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind: 'phone',
    weight,
  }));

/** Numbers by which somebody is called; days and hours that stand beside each other are none. */
export const findPhones = ({ raw }: ReadText): readonly Found[] => {
  const undated = without(DATES_AND_HOURS, raw);
  const untimed = without(DATES_AND_TIMES, raw);
  return [
    ...placed(undated, PHONE, 'never'),
    ...placed(undated, ABROAD, 'never'),
    ...placed(undated, ABROAD_BY_NOUGHTS, 'reason'),
    ...placed(raw, LOOSE, 'reason').filter(({ from, to }) => /\d/u.test(untimed.slice(from, to))),
  ];
};
