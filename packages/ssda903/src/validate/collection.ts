import {
  addDays,
  type CollectionYear,
  collectionYearPeriod,
  type Day,
  type DayNumber,
  dayNumber,
  isLeapYear,
} from '@rightplace/domain';
import { codesIn } from '../codes/codes.ts';
import type { ProviderList } from './providers.ts';

/** What a rule may know besides the child: the collection it is for, and what was given to check it against. */
export interface Collection {
  readonly year: CollectionYear;
  /** 1 April, and 31 March of the next year; both in it. */
  readonly START: DayNumber;
  readonly END: DayNumber;
  /** The reporting authority, nine characters; '' when not given: rules that need it are then skipped. */
  readonly authority: string;
  readonly format: 'csv' | 'xml';
  /** Empty when no list was given: rules that need one are then skipped. */
  readonly providers: ProviderList;
  /** Whether a postcode is in the directory. Never asked when none was given. */
  readonly isKnownPostcode: (postcode: string) => boolean;
  /** Whether a table was given, be it empty. */
  readonly isGiven: (table: string) => boolean;
  /** Whether that year's Header says, or lets be worked out, who is unaccompanied. */
  readonly isFlagged: (suffix: '' | '_last') => boolean;
  /** Whether a code is in a column's list of this collection year. */
  readonly isCode: (column: string, code: string) => boolean;
  /** Where two readings of a rule can be defended, take that of the validator most authorities use now. */
  readonly peerCompatible: boolean;
}

export interface CollectionDays {
  readonly START: DayNumber;
  readonly END: DayNumber;
}

export const collectionDays = (year: CollectionYear): CollectionDays => {
  const { starts, ends } = collectionYearPeriod(year);
  return { START: dayNumber(starts), END: dayNumber(addDays(ends, -1)) };
};

/**
 * The collection year as far as it has come by a day: while it runs, its end is that day. Whoever is held against 31
 * March before it has come would be found to stay in police protection for months, or in care after a birthday to come.
 */
export const collectionDaysSoFar = (year: CollectionYear, today: Day): CollectionDays => {
  const { START, END } = collectionDays(year);
  return { START, END: Math.max(START, Math.min(END, dayNumber(today))) };
};

export const codeTest = (year: CollectionYear): Collection['isCode'] => {
  const sets = new Map<string, ReadonlySet<string>>();
  return (column, code) => {
    const known = sets.get(column);
    if (known !== undefined) return known.has(code);
    const codes = new Set(Object.keys(codesIn(column, year)));
    sets.set(column, codes);
    return codes.has(code);
  };
};

/** A day of a calendar year, as a rule names it: `on('2005-12-01')`. */
export const on = (text: string): DayNumber => dayNumber(text as Day);

const FOUR_CENTURIES = 146_097;
const MARCH_OF_YEAR_0 = -719_468;
const FIRST = on('0001-01-01');
const LAST = on('9999-12-31');

/** From 1 March of the first of four centuries to 1 March of another of their years. */
const daysToMarch = (year: number): number => 365 * year + Math.floor(year / 4) - Math.floor(year / 100);

/**
 * So many calendar years after (or before) a day; 29 February becomes 28 February in a common year, as the return's
 * rules have birthdays. NaN for no date. Asked of nearly every row, so by figures alone: years are taken from one March
 * to the next, of which the leap day is the last, and no other day moves with it.
 */
export const addYears = (from: DayNumber, years: number): DayNumber => {
  const shifted = from - MARCH_OF_YEAR_0;
  const era = Math.floor(shifted / FOUR_CENTURIES);
  const day = shifted - era * FOUR_CENTURIES;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const dayOfYear = day - daysToMarch(year);
  const then = era * 400 + year + years;
  const isCommon = dayOfYear === 365 && !isLeapYear(then + 1);
  const thenEra = Math.floor(then / 400);
  const made =
    MARCH_OF_YEAR_0 +
    thenEra * FOUR_CENTURIES +
    daysToMarch(then - thenEra * 400) +
    (isCommon ? 364 : dayOfYear);
  return made >= FIRST && made <= LAST ? made : Number.NaN;
};
