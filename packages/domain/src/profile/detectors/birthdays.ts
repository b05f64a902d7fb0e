import { type Day, dayOfMonthOf, monthOf, yearOf } from '../../calendar/day.ts';
import type { Found, Identifying } from './finding.ts';
import { MONTH, monthNumber, numbered, SAYS_BORN, YEAR } from './numbers.ts';
import { joined, type ReadText } from './text.ts';

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twentyfirst twentysecond twentythird twentyfourth twentyfifth twentysixth twentyseventh twentyeighth twentyninth thirtieth thirtyfirst'.split(
    ' ',
  );
const ORDINAL =
  '((?:(?:twenty|thirty)[\\s-]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)';

const SAID_DAY = new RegExp(String.raw`\b${ORDINAL}\s+of\s+${MONTH}\b(?:,?\s*${YEAR})?`, 'giu');
const SAID_MONTH = new RegExp(String.raw`\b${MONTH}\s+the\s+${ORDINAL}\b`, 'giu');
const SHOUTED = new RegExp(
  String.raw`\b${MONTH}\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b(?:,?\s*${YEAR})?`,
  'giu',
);
const WITHOUT_YEAR = /(?<![\d/.,£-])(\d{1,2})\s?([/.])\s?(\d{1,2})(?![\d/-]|\.\d)/gu;
const MONTH_OF_YEAR = new RegExp(String.raw`(?<!\d\s?|of\s)\b${MONTH}\b,?\s*${YEAR}`, 'giu');
const MONTH_IN_NUMBERS = /(?<![\d/.-])(\d{1,2})[/.]((?:19|20)\d\d)(?![\d/])/gu;

/** All day and all night, every day: no 24 July. */
const ALWAYS = /^24\s?\/\s?7$/u;

interface Said {
  readonly from: number;
  readonly words: string;
  readonly day: number | undefined;
  readonly month: number;
  readonly year: number | undefined;
  /** It may be something else than a date: a score, a fraction, a price. */
  readonly isDoubtful?: boolean;
}

const saidIn = (raw: string): readonly Said[] => {
  const read = (shape: RegExp, say: (match: RegExpExecArray) => Omit<Said, 'from' | 'words'>) =>
    [...raw.matchAll(shape)].map((match) => ({
      from: match.index,
      words: match[0].trimEnd(),
      ...say(match),
    }));
  const ordinal = (words = ''): number => ORDINALS.indexOf(joined(words)) + 1;
  return [
    ...read(SAID_DAY, ([, d, m, y]) => ({ day: ordinal(d), month: monthNumber(m), year: numbered(y) })),
    ...read(SAID_MONTH, ([, m, d]) => ({ day: ordinal(d), month: monthNumber(m), year: undefined })),
    ...read(SHOUTED, ([, m, d, y]) => ({ day: Number(d), month: monthNumber(m), year: numbered(y) })),
    ...read(WITHOUT_YEAR, ([, d, , m]) => ({
      day: Number(d),
      month: Number(m),
      year: undefined,
      isDoubtful: true,
    })),
    ...read(MONTH_OF_YEAR, ([, m, y]) => ({ day: undefined, month: monthNumber(m), year: numbered(y) })),
    ...read(MONTH_IN_NUMBERS, ([, m, y]) => ({ day: undefined, month: Number(m), year: Number(y) })),
  ];
};

const isIn = ({ day, month, year }: Said, d: Day): boolean =>
  (day === undefined || day === dayOfMonthOf(d)) &&
  month === monthOf(d) &&
  (year === undefined || year === yearOf(d) || year === yearOf(d) % 100);

/** Days that are said in words, without a year, or as a month of a year: those of a birth, and any that is said in words. */
export const findBirthdays = ({ raw }: ReadText, { born, alsoBorn }: Identifying): readonly Found[] =>
  saidIn(raw).flatMap((said): readonly Found[] => {
    const place = { from: said.from, to: said.from + said.words.length };
    const saysBorn = SAYS_BORN.test(raw.slice(0, said.from));
    if (said.isDoubtful === true && !saysBorn && (said.words.includes('.') || ALWAYS.test(said.words)))
      return [];
    if (born !== undefined && isIn(said, born)) {
      const isExact = said.day !== undefined && (saysBorn || said.isDoubtful !== true);
      const weight = isExact ? 'never' : 'reason';
      return [{ ...place, kind: 'born', weight, ...(said.year === undefined ? { withoutYear: true } : {}) }];
    }
    if (said.day === undefined) return [];
    if (saysBorn || (said.year !== undefined && alsoBorn.some((one) => isIn(said, one))))
      return [{ ...place, kind: 'others-born', weight: 'reason' }];
    return said.isDoubtful === true ? [] : [{ ...place, kind: 'date', weight: 'reason' }];
  });
