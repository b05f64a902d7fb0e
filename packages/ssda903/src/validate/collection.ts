import {
  addDays,
  type CollectionYear,
  collectionYearPeriod,
  type Day,
  type DayNumber,
  dayFromNumber,
  dayNumber,
  dayOfMonthOf,
  findDay,
  monthOf,
  yearOf,
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
    const known = sets.get(column) ?? new Set(Object.keys(codesIn(column, year)));
    sets.set(column, known);
    return known.has(code);
  };
};

/** A day of a calendar year, as a rule names it: `on('2005-12-01')`. */
export const on = (text: string): DayNumber => dayNumber(text as Day);

const anniversaries = new Map<number, DayNumber>();
const KEPT = 200_000;

/**
 * So many calendar years after (or before) a day; 29 February becomes 28 February in a common year, as the return's
 * rules have birthdays. NaN for no date.
 */
export const addYears = (from: DayNumber, years: number): DayNumber => {
  if (Number.isNaN(from)) return from;
  const key = from * 256 + years + 128;
  const known = anniversaries.get(key);
  if (known !== undefined) return known;
  const d = dayFromNumber(from);
  const year = yearOf(d) + years;
  const found = findDay(year, monthOf(d), dayOfMonthOf(d)) ?? findDay(year, 2, 28);
  const made = found === undefined ? Number.NaN : dayNumber(found);
  if (anniversaries.size >= KEPT) anniversaries.clear();
  anniversaries.set(key, made);
  return made;
};
