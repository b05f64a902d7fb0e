import { addDays, type Day } from '../calendar/day.ts';
import { firstOfMonth, isEndOfMonth } from '../calendar/months.ts';
import type { ClosedPeriod } from '../calendar/period.ts';
import {
  collectionYearLabel,
  collectionYearOf,
  collectionYearPeriod,
  quarterLabel,
  quarterOf,
  quarterPeriod,
  rollingTwelveMonths,
} from '../calendar/reporting-year.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Measure } from './measure.ts';

/**
 * The time a flow is counted over, up to an as-of day: its month, quarter or reporting year so far, or the twelve months
 * to it. A rolling twelve months and a year to date are never the same figure, so whatever shows one says which.
 */
export const WINDOW_KINDS = {
  month: 'Month',
  quarter: 'Quarter',
  'year-to-date': 'Year to date',
  'twelve-months': 'Rolling twelve months',
} as const;
export type WindowKind = keyof typeof WINDOW_KINDS;

/** Whether a measure counts what happened in a time that can be chosen; others have a time of their own (`OVER`). */
export const hasWindow = (measure: Measure): boolean =>
  measure.kind === 'flow' || (measure.kind === 'cases' && measure.over === 'window');

export const isWindowKind = (text: string): text is WindowKind => Object.hasOwn(WINDOW_KINDS, text);

export const windowOf = (kind: WindowKind, asOf: Day): ClosedPeriod => {
  const upTo = (starts: Day): ClosedPeriod => ({ starts, ends: addDays(asOf, 1) });
  switch (kind) {
    case 'month':
      return upTo(firstOfMonth(asOf));
    case 'quarter':
      return upTo(quarterPeriod(collectionYearOf(asOf), quarterOf(asOf)).starts);
    case 'year-to-date':
      return upTo(collectionYearPeriod(collectionYearOf(asOf)).starts);
    case 'twelve-months':
      return rollingTwelveMonths(asOf);
  }
};

/** "1 April 2026 to 30 September 2026 (year to date)", with "so far" where the month or quarter is not over. */
export const windowInWords = (kind: WindowKind, asOf: Day): string => {
  const { starts } = windowOf(kind, asOf);
  return `${dayInWords(starts)} to ${dayInWords(asOf)} (${named(kind, asOf)})`;
};

const named = (kind: WindowKind, asOf: Day): string => {
  switch (kind) {
    case 'month':
      return isEndOfMonth(asOf) ? 'the month' : 'the month so far';
    case 'quarter': {
      const year = collectionYearOf(asOf);
      const isOver = quarterPeriod(year, quarterOf(asOf)).ends === addDays(asOf, 1);
      return `${quarterLabel(year, quarterOf(asOf)).replace('Quarter', 'quarter')}${isOver ? '' : ' so far'}`;
    }
    case 'year-to-date':
      return collectionYearPeriod(collectionYearOf(asOf)).ends === addDays(asOf, 1)
        ? `the year ${collectionYearLabel(collectionYearOf(asOf))}`
        : 'year to date';
    case 'twelve-months':
      return 'rolling twelve months';
  }
};
