import { type Day, dayFromNumber, daysInMonth, findDay } from '@rightplace/domain';

const DD_MM_YYYY = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const PARTIAL = /^(\d{2}|ZZ)\/(\d{2}|ZZ)\/(\d{4}|ZZZZ)$/;

/** A year outside these is a slip of the keyboard: no child, carer or placement of a return is of it. */
const isYearOfReturn = (year: number): boolean => year >= 1900 && year <= 2100;

const findDayOfReturn = (year: number, month: number, dayPart: number): Day | undefined =>
  isYearOfReturn(year) ? findDay(year, month, dayPart) : undefined;

/** Reads a real day written DD/MM/YYYY, the only way the return writes one. */
export const dayFromReturn = (text: string): Day | undefined => {
  const match = DD_MM_YYYY.exec(text);
  return match === null ? undefined : findDayOfReturn(Number(match[3]), Number(match[2]), Number(match[1]));
};

export const dayToReturn = (d: Day): string => `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}`;

/** Whether it is a day, or one of which a part is given as unknown (ZZ/05/2019, ZZ/ZZ/2019, ZZ/ZZ/ZZZZ). */
export const isPartialDate = (text: string): boolean => {
  const match = PARTIAL.exec(text);
  if (match === null) return false;
  const [dayPart, month, year] = [match[1], match[2], match[3]].map((part) =>
    part === undefined || part.startsWith('Z') ? undefined : Number(part),
  );
  // An unknown part is given the value that allows most: 31 days, and a leap year.
  return findDayOfReturn(year ?? 2000, month ?? 1, dayPart ?? 1) !== undefined;
};

/** What is wrong with the text of a date, and what to write instead. */
export interface DateTrouble {
  readonly reason: string;
  readonly todo: string;
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

const FIND_THE_DAY = 'Find the right day and write it as DD/MM/YYYY.';

const write = (d: Day | undefined): string =>
  d === undefined ? 'Write the day as DD/MM/YYYY.' : `If that is the day meant, write ${dayToReturn(d)}.`;

/** A year of two digits is taken as the nearest that a child in care could have lived in. */
const fullYear = (digits: string): number => {
  const n = Number(digits);
  return digits.length === 4 ? n : n < 70 ? 2000 + n : 1900 + n;
};

const noSuchYear = (text: string, dayPart: number, month: number, year: number): DateTrouble => {
  const meant = year < 100 ? findDay(fullYear(String(year)), month, dayPart) : undefined;
  return {
    reason: `The year ${String(year).padStart(4, '0')} in ${text} is not one that a return tells of.`,
    todo: meant === undefined ? FIND_THE_DAY : write(meant),
  };
};

const noSuchDay = (text: string, dayPart: number, month: number, year: number): DateTrouble => {
  if (!isYearOfReturn(year)) return noSuchYear(text, dayPart, month, year);
  const name = MONTH_NAMES[month - 1];
  if (name === undefined && dayPart <= 12) {
    return {
      reason: `${text} has no month ${month}: it seems to be written month first.`,
      todo: write(findDayOfReturn(year, dayPart, month)),
    };
  }
  if (name === undefined) return { reason: `${text} is not a day.`, todo: write(undefined) };
  return {
    reason: `There is no ${text}: ${name} ${year} has ${daysInMonth(year, month)} days.`,
    todo: FIND_THE_DAY,
  };
};

/** A spreadsheet counts days from the end of 1899; these bounds are 1954 to 2091. */
const isSpreadsheetDay = (n: number): boolean => n >= 20_000 && n <= 70_000;
const SPREADSHEET_DAY_OF_1970 = 25_569;

/** Says what a text that is not DD/MM/YYYY seems to be. Call it only for one that `dayFromReturn` refuses. */
export const troubleWithDate = (text: string): DateTrouble => {
  const slashed = DD_MM_YYYY.exec(text);
  if (slashed !== null) return noSuchDay(text, Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));

  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)$/.exec(text);
  if (yearFirst !== null) {
    const meant = findDayOfReturn(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
    const clock = yearFirst[4] === '' ? '' : ', with a time of day';
    return { reason: `${text} is written year first${clock}.`, todo: write(meant) };
  }

  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})( .*)?$/.exec(text);
  if (dayFirst !== null) {
    const [dayPart, month, year] = [Number(dayFirst[1]), Number(dayFirst[2]), fullYear(dayFirst[3] ?? '')];
    const meant = findDayOfReturn(year, month, dayPart);
    if (meant === undefined) return noSuchDay(text, dayPart, month, year);
    if (dayFirst[4] !== undefined) return { reason: `${text} has a time of day.`, todo: write(meant) };
    const trouble = dayFirst[3]?.length === 2 ? 'has a year of two digits' : 'is not written as DD/MM/YYYY';
    return { reason: `${text} ${trouble}.`, todo: write(meant) };
  }

  const named = /^(\d{1,2})[- ]([A-Z]{3})[A-Z]*[- ](\d{4}|\d{2})$/.exec(text.toUpperCase());
  if (named !== null) {
    const month = MONTHS.indexOf(named[2] ?? '') + 1;
    const meant = findDayOfReturn(fullYear(named[3] ?? ''), month, Number(named[1]));
    if (meant !== undefined) return { reason: `${text} gives the month in words.`, todo: write(meant) };
  }

  if (/^\d{5}$/.test(text) && isSpreadsheetDay(Number(text))) {
    const meant = dayFromNumber(Number(text) - SPREADSHEET_DAY_OF_1970);
    return { reason: `${text} looks like a spreadsheet's own number for a day.`, todo: write(meant) };
  }
  return { reason: `${text} is not a day written as DD/MM/YYYY.`, todo: write(undefined) };
};
