import type { DayNumber } from '@rightplace/domain';
import type { EpisodeRow } from './rows.ts';

/** A period of care as one year's episodes tell it. `ends` is NaN while it is open. */
export interface PeriodInReturn {
  readonly starts: DayNumber;
  readonly ends: DayNumber;
}

/**
 * Dated episodes that follow on from one another, in their order. A new period begins where an episode starts after the
 * one before it ended; where that one has no end, it goes on. Its end is that of its last episode.
 */
export const periodsInReturn = (inOrder: readonly EpisodeRow[]): readonly PeriodInReturn[] => {
  const periods: PeriodInReturn[] = [];
  for (const { DECOM, DEC } of inOrder) {
    if (Number.isNaN(DECOM)) break;
    const open = periods.at(-1);
    if (open === undefined || DECOM > open.ends) periods.push({ starts: DECOM, ends: DEC });
    else periods[periods.length - 1] = { starts: open.starts, ends: DEC };
  }
  return periods;
};
