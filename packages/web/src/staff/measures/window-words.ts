import type { ShownFigure } from '@rightplace/app';
import {
  collectionYearEnd,
  collectionYearOf,
  collectionYearPeriod,
  type Day,
  dayInWords,
  isEndOfMonth,
  type Measure,
  monthOf,
  OVER,
  type WindowKind,
  windowInWords,
  windowOf,
} from '@rightplace/domain';

type Timed = Pick<ShownFigure, 'measure' | 'asOf' | 'window'>;

/** "1 April 2026 to 30 September 2026 (year to date)", or what the measure's own time is. */
export const timeInWords = (measure: Measure, asOf: Day, window: WindowKind | undefined): string => {
  if (window !== undefined) return windowInWords(window, asOf);
  if (measure.kind !== 'cases' || measure.over === 'day') return `At the end of ${dayInWords(asOf)}`;
  return `${OVER[measure.over]}, ${dayInWords(asOf)}`;
};

/** "At the end of 30 September 2026; then at the end of 22 November 2026". */
export const timesInWords = (
  measure: Measure,
  [first, second]: readonly [Day, Day],
  window: WindowKind | undefined,
): string => {
  const then = timeInWords(measure, second, window);
  return `${timeInWords(measure, first, window)}; then ${then.charAt(0).toLowerCase()}${then.slice(1)}`;
};

/** With what a figure is compared, to end a sentence. */
export const thenInWords = ({ asOf, window }: Timed): string => {
  switch (window) {
    case undefined:
      return 'a year ago';
    case 'year-to-date':
      return 'by the same day last year';
    case 'twelve-months':
      return 'in the twelve months before';
    case 'month':
      return isEndOfMonth(asOf) ? 'in the same month last year' : 'by the same day of that month last year';
    case 'quarter':
      return isEndOfQuarter(asOf)
        ? 'in the same quarter last year'
        : 'by the same day of that quarter last year';
  }
};

const isEndOfQuarter = (asOf: Day): boolean => isEndOfMonth(asOf) && monthOf(asOf) % 3 === 0;

/** "since 1 April 2026", for what happened in a time. */
export const sinceInWords = ({ asOf, window }: Timed): string => {
  if (window === undefined || window === 'year-to-date')
    return `since ${dayInWords(collectionYearPeriod(collectionYearOf(asOf)).starts)}`;
  if (window === 'twelve-months') return `in the twelve months to ${dayInWords(asOf)}`;
  return `from ${dayInWords(windowOf(window, asOf).starts)} to ${dayInWords(asOf)}`;
};

/** What one point of a trend is of. */
export const pointInWords = (window: WindowKind | undefined): string => {
  switch (window) {
    case undefined:
      return 'at the end of each month';
    case 'twelve-months':
      return 'in the twelve months to the end of each month';
    case 'quarter':
      return 'each quarter of three years, by itself';
    default:
      return 'each month of two years, by itself';
  }
};

/** For addresses: what is usual is left out. */
export const windowQuery = (window: WindowKind | undefined): { readonly window?: WindowKind } =>
  window === undefined || window === 'year-to-date' ? {} : { window };

/** Whether what is published of whole years, or a target for one, is of the same time: what grows with time is not in June. */
export const isHeldAgainstYears = ({ measure, asOf, window }: Timed): boolean => {
  const grows =
    measure.kind === 'flow' ||
    (measure.kind === 'cases' && (measure.takes === 'count' || measure.takes === 'sum'));
  if (window === undefined || !grows || window === 'twelve-months') return true;
  return window === 'year-to-date' && asOf === collectionYearEnd(collectionYearOf(asOf));
};
