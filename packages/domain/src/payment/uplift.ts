import { type Day, maxDay } from '../calendar/day.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { withOwnEnd, withOwnStart } from './counted-from-move.ts';
import type { PriceLine } from './payable.ts';

/** A rise, or a fall, of prices from a day on, as a framework or a contract awards it. */
export interface PriceChange {
  readonly from: Day;
  /** Hundredths of a percent: 600 is 6%. */
  readonly basisPoints: number;
  readonly of: 'core' | 'all';
}

/**
 * The lines with the change in them: each that runs on the day or after is cut there, and its later part is dearer, to a whole penny
 * a week. What was payable before the day is never touched.
 */
export const withPriceChange = (
  lines: readonly PriceLine[],
  { from, basisPoints, of }: PriceChange,
): readonly PriceLine[] =>
  lines.flatMap((line) => {
    const isOver = line.ends !== null && line.ends <= from;
    if (isOver || (of === 'core' && line.kind !== 'core')) return [line];
    const weekly = pencePerWeek(Math.round((line.weekly * (10_000 + basisPoints)) / 10_000));
    const later = { ...line, starts: maxDay(line.starts, from), weekly };
    return line.starts < from ? [{ ...withOwnEnd(line), ends: from }, withOwnStart(later)] : [later];
  });
