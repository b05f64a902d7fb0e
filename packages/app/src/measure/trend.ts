import {
  type Day,
  hasWindow,
  isEndOfMonth,
  type Measure,
  monthEnds,
  type WindowKind,
} from '@rightplace/domain';
import { quarterEndBy, quartersBack } from './quarter-ends.ts';

const TREND_MONTHS = 24;
/** Three years: of fewer than twelve quarters nobody could tell what is usual. */
const TREND_QUARTERS = 12;

/** The days of a trend that ends on a day: the month-ends before it, and the day itself. */
export const trendDays = (asOf: Day): readonly Day[] => [
  ...monthEnds(TREND_MONTHS, asOf),
  ...(isEndOfMonth(asOf) ? [] : [asOf]),
];

/** A point of a trend to be counted: its day, and over which time up to it. */
export interface TrendStop {
  readonly on: Day;
  readonly window: WindowKind | undefined;
}

/**
 * The points of a trend. What is counted from 1 April is told month by month, each month by itself and only whole ones: as a
 * sum it would only ever climb and fall back. So are months and quarters. A rolling twelve months has a point at each
 * month's end, as what stands on a day has.
 */
export const trendStops = (
  measure: Measure,
  asOf: Day,
  window: WindowKind | undefined,
): readonly TrendStop[] => {
  if (!hasWindow(measure)) return trendDays(asOf).map((on) => ({ on, window: undefined }));
  switch (window) {
    case 'twelve-months':
      return trendDays(asOf).map((on) => ({ on, window }));
    case 'quarter': {
      const last = quarterEndBy(asOf);
      return Array.from({ length: TREND_QUARTERS }, (_, i) => ({
        on: quartersBack(last, TREND_QUARTERS - 1 - i),
        window,
      }));
    }
    default:
      return monthEnds(TREND_MONTHS, asOf).map((on) => ({ on, window: 'month' }));
  }
};
