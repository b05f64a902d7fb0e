import { addDays, addMonths, type Day, findDay, monthOf, yearOf } from './day.ts';
import type { ClosedPeriod } from './period.ts';

/**
 * The reporting year runs from 1 April to 31 March. The return's collection year is the same year: inside, it is
 * the number of the year it ends in, so 2027 is 2026-27.
 */
export type CollectionYear = number;
export type Quarter = 1 | 2 | 3 | 4;

const firstOf = (year: number, month: number): Day => {
  const found = findDay(year, month, 1);
  if (found === undefined) throw new RangeError(`There is no month ${month} of year ${year}`);
  return found;
};

/** The year in which that day falls: 31 March 2027 is in 2027, the next day in 2028. */
export const collectionYearOf = (d: Day): CollectionYear => yearOf(d) + (monthOf(d) >= 4 ? 1 : 0);

export const collectionYearPeriod = (year: CollectionYear): ClosedPeriod => ({
  starts: firstOf(year - 1, 4),
  ends: firstOf(year, 4),
});

/** 31 March: the day on which the year's stock is counted. */
export const collectionYearEnd = (year: CollectionYear): Day => addDays(firstOf(year, 4), -1);

/** "2026-27". */
export const collectionYearLabel = (year: CollectionYear): string =>
  `${year - 1}-${String(year % 100).padStart(2, '0')}`;

/**
 * Reads "2026-27" or "2026/27". Undefined for anything else: two years that do not follow, and a year alone, which
 * some mean as the year's start and others as its end.
 */
export const parseCollectionYear = (text: string): CollectionYear | undefined => {
  const match = /^(\d{4})[-/](\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const year = Number(match[1]) + 1;
  return year % 100 === Number(match[2]) ? year : undefined;
};

/** Quarter 1 is April to June. */
export const quarterOf = (d: Day): Quarter => (Math.floor(((monthOf(d) + 8) % 12) / 3) + 1) as Quarter;

export const quarterPeriod = (year: CollectionYear, quarter: Quarter): ClosedPeriod => {
  const starts = addMonths(firstOf(year - 1, 4), (quarter - 1) * 3);
  return { starts, ends: addMonths(starts, 3) };
};

const QUARTER_MONTHS = [
  'April to June',
  'July to September',
  'October to December',
  'January to March',
] as const;

/** "Quarter 1 of 2026-27 (April to June)": quarters are numbered differently elsewhere, so the months are said. */
export const quarterLabel = (year: CollectionYear, quarter: Quarter): string =>
  `Quarter ${quarter} of ${collectionYearLabel(year)} (${QUARTER_MONTHS[quarter - 1]})`;

/** From 1 April to the as-of day, both in it. */
export const yearToDate = (asOf: Day): ClosedPeriod => ({
  starts: collectionYearPeriod(collectionYearOf(asOf)).starts,
  ends: addDays(asOf, 1),
});

/**
 * The twelve months up to and including the as-of day. The day twelve months before is not in it: for 31 March 2026
 * it runs from 1 April 2025. Clamped as months are: for 29 February 2024, from 1 March 2023.
 */
export const rollingTwelveMonths = (asOf: Day): ClosedPeriod => ({
  starts: addDays(addMonths(asOf, -12), 1),
  ends: addDays(asOf, 1),
});
