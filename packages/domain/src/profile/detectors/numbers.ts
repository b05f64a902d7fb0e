import { type Day, dayOfMonthOf, monthOf, yearOf } from '../../calendar/day.ts';
import type { Found, Identifying, Weight } from './finding.ts';
import { joined, placesOf, type ReadText } from './text.ts';

const all = (
  raw: string,
  shape: RegExp,
  kind: Found['kind'],
  weigh: (words: string) => Weight | undefined,
): readonly Found[] =>
  [...raw.matchAll(shape)].flatMap((match) => {
    const weight = weigh(match[0]);
    return weight === undefined
      ? []
      : [{ from: match.index, to: match.index + match[0].length, kind, weight }];
  });

const never = (): Weight => 'never';

/**
 * No part of an address is longer: RFC 5321 (4.5.3.1.1) lets 64 characters stand before the @, RFC 1035 (2.3.4) 63 in a label. Of a
 * longer run the last so many are found, and a long run of letters costs no more than as many tries of so many steps.
 */
const USER = String.raw`[^\s@<>()]{1,64}`;
const SAID_USER = String.raw`[\p{L}\d._-]{1,64}`;
const LABEL = String.raw`[\p{L}\d-]{1,63}`;
const GAP = String.raw`\s{0,9}`;
const EMAIL = new RegExp(
  [
    String.raw`${USER}\s?@\s?${LABEL}(?:\.${LABEL}){1,9}`,
    String.raw`(?<![\p{L}\d])@[\w.]{2,64}`,
    String.raw`${USER}@[\p{L}\d-]{2,63}`,
    String.raw`${SAID_USER}${GAP}[([]${GAP}at${GAP}[)\]]${GAP}${LABEL}(?:${GAP}(?:[([]${GAP}dot${GAP}[)\]]|\.|\bdot\b)${GAP}\p{L}{2,63}){1,9}`,
    String.raw`${SAID_USER}\s{1,9}at\s{1,9}${LABEL}(?:\s{1,9}dot\s{1,9}\p{L}{2,63}){1,9}`,
  ].join('|'),
  'giu',
);
/** Without one of these there is none. */
const SAYS_AT = /@|\bat\b/iu;
export const findEmails = ({ raw }: ReadText): readonly Found[] =>
  SAYS_AT.test(raw) ? all(raw, EMAIL, 'email', never) : [];

const HANDLE =
  /\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|facebook|discord|xbox|psn|twitter|whatsapp|gamertag|user ?name)\s?(?:is|name|tag|[:=-])+\s*(?=[\w.]*[\d_])[\w.]+/giu;
/** What somebody is called where they play or write, said without an @. */
export const findHandles = ({ raw }: ReadText): readonly Found[] => all(raw, HANDLE, 'email', () => 'reason');

const LINK =
  /\bhttps?:\/\/\S+|\bwww\.\S+|\b[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,9}\.(?:uk|com|org|net|info|co|io|me)\b(?:\/\S*)?/giu;
export const findLinks = ({ raw }: ReadText): readonly Found[] => all(raw, LINK, 'link', () => 'reason');

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const NHS_DIGITS = 10;

/** The check digit of an NHS number: 11 less the rest of the weighted sum. */
const isNhsNumber = (text: string): boolean => {
  const digits = Array.from(digitsOf(text), Number);
  if (digits.length !== NHS_DIGITS) return false;
  const sum = digits.slice(0, -1).reduce((total, digit, at) => total + digit * (NHS_DIGITS - at), 0);
  return (11 - (sum % 11)) % 11 === digits.at(-1);
};

const TEN_DIGITS = /(?<!\d)\d{3}[\s.,/-]{0,2}\d{3}[\s.,/-]{0,2}\d{4}(?!\d)/gu;
const PUPIL = /\b[A-Z]\d{11}[\dA-Z]\b/giu;
const INSURANCE = /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/giu;
const LONG = /\b[A-Z]{0,3}[-/]?\d{6,}[A-Z]?\b/giu;
const SHORTEST_NUMBER = 3;

const FEWEST_DIGITS = 5;

/** The digits of “NM100879” lead to the same record. */
const withoutLetters = (number: string): readonly string[] => {
  const digits = digitsOf(number);
  return digits.length >= FEWEST_DIGITS && digits !== number ? [digits] : [];
};

/** NHS, pupil, insurance and Home Office numbers, those that are known, and anything as long. */
export const findNumbers = (text: ReadText, { numbers }: Identifying): readonly Found[] => [
  ...all(text.raw, TEN_DIGITS, 'number', (words) => (isNhsNumber(words) ? 'never' : 'reason')),
  ...all(text.raw, PUPIL, 'number', never),
  ...all(text.raw, INSURANCE, 'number', never),
  ...all(text.raw, LONG, 'number', () => 'reason'),
  ...numbers
    .map(joined)
    .flatMap((number) => [number, ...withoutLetters(number)])
    .filter((number) => number.length >= SHORTEST_NUMBER && /\d/.test(number))
    .flatMap((number) => placesOf(text, number))
    .map((place) => ({ ...place, kind: 'number', weight: 'never' }) as const),
];

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
export const YEAR = String.raw`((?:19|20)\d\d|['’]?\d\d)(?!\d)`;
const DAY_MONTH = new RegExp(
  String.raw`\b(\d{1,2})\s?(?:st|nd|rd|th)?(?:\s*|[./-])(?:of\s+)?${MONTH}(?!\p{L})\.?(?:(?:,?\s*|[./-])${YEAR})?`,
  'giu',
);
const MONTH_DAY = new RegExp(
  String.raw`\b${MONTH}\b\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s*${YEAR})?`,
  'gu',
);
const NUMERIC = /(?<![\d/.-])(\d{1,4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{2,4})(?![\d/-])/gu;
const SPACED = /(?<!\d)(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)(?!\d)/gu;

interface Said {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
}

export const numbered = (text: string | undefined): number | undefined =>
  text === undefined || digitsOf(text) === '' ? undefined : Number(digitsOf(text));

export const monthNumber = (text = ''): number => MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;

const isOn =
  ({ day, month, year }: Said) =>
  (d: Day): boolean =>
    dayOfMonthOf(d) === day &&
    monthOf(d) === month &&
    (year === undefined || year === yearOf(d) || year === yearOf(d) % 100);

const FIRST_OF_YEAR = 31;

/** The days that a run of digits may mean: the day first or the year first; the month first is not written here. */
const readNumeric = (a = '', b = '', c = ''): Said =>
  a.length > 2 || Number(a) > FIRST_OF_YEAR
    ? { day: Number(c), month: Number(b), year: Number(a) }
    : { day: Number(a), month: Number(b), year: Number(c) };

/** What stands before a date of birth. */
export const SAYS_BORN = /\b(?:born|birthday|date of birth|d\.?o\.?b)\b\.?[^\n.;]{0,20}$/iu;

/** “2 may live together” is no date. */
const isLowerVerb = (words: string): boolean => /\b(?:may|march)\b/u.test(words);

const datesIn = (raw: string): readonly (Pick<Found, 'from' | 'to'> & { said: Said; words: string })[] => {
  const read = (shape: RegExp, say: (match: RegExpExecArray) => Said) =>
    [...raw.matchAll(shape)].map((match) => ({
      from: match.index,
      to: match.index + match[0].trimEnd().length,
      said: say(match),
      words: match[0],
    }));
  return [
    ...read(DAY_MONTH, ([, d, m, y]) => ({ day: Number(d), month: monthNumber(m), year: numbered(y) })),
    ...read(MONTH_DAY, ([, m, d, y]) => ({ day: Number(d), month: monthNumber(m), year: numbered(y) })),
    ...read(NUMERIC, ([, a, , b, c]) => readNumeric(a, b, c)),
    ...read(SPACED, ([, a, b, c]) => readNumeric(a, b, c)),
  ];
};

/** Every exact date; that of the birth whichever way it is written, without its year as well. */
export const findDates = (text: ReadText, { born, alsoBorn }: Identifying): readonly Found[] => [
  ...datesIn(text.raw).map(({ from, to, said, words }): Found => {
    if (born !== undefined && isOn(said)(born))
      return {
        from,
        to,
        kind: 'born',
        weight: 'never',
        ...(said.year === undefined ? { withoutYear: true } : {}),
      };
    if ((said.year !== undefined && alsoBorn.some(isOn(said))) || SAYS_BORN.test(text.raw.slice(0, from)))
      return { from, to, kind: 'others-born', weight: 'reason' };
    return { from, to, kind: 'date', weight: isLowerVerb(words) ? 'look' : 'reason' };
  }),
  ...(born === undefined ? [] : bornInDigits(born))
    .flatMap((digits) => placesOf(text, digits))
    .map((place) => ({ ...place, kind: 'born', weight: 'never' }) as const),
];

const bornInDigits = (born: Day): readonly string[] => {
  const [day, month, year] = [dayOfMonthOf(born), monthOf(born), yearOf(born)].map(String) as [
    string,
    string,
    string,
  ];
  const [dd, mm] = [day.padStart(2, '0'), month.padStart(2, '0')];
  return [`${dd}${mm}${year}`, `${day}${month}${year}`, `${year}${mm}${dd}`, `${dd}${mm}${year.slice(2)}`];
};
