import type { DayNumber } from '@rightplace/domain';
import { inOrderOfStart } from './in-order.ts';
import type { PeriodInReturn } from './periods-in-return.ts';
import type { EpisodeRow, Row } from './rows.ts';

/** A time within care that has a table of its own: a child missing, or under a deprivation of liberty order. */
export interface Spell<R extends Row> {
  readonly row: R;
  readonly starts: DayNumber;
  /** NaN while it lasts. */
  readonly ends: DayNumber;
}

/**
 * Those that start before the one before them, by their start, has ended. One without a start comes last: whenever it
 * started, one before it that has no end is still going on.
 */
export const overlapping = <R extends Row>(spells: readonly Spell<R>[]): readonly R[] => {
  const inOrder = inOrderOfStart(
    spells,
    ({ starts }) => starts,
    ({ ends }) => ends,
  );
  return inOrder.flatMap(({ row, starts }, i) => {
    const before = inOrder[i - 1];
    if (before === undefined) return [];
    return Number.isNaN(before.ends) || starts < before.ends ? [row] : [];
  });
};

/** Whether it neither ended in the period of care, nor is as open as it. Where it has ended, its start is not asked. */
const isOutside = (
  { starts, ends }: Pick<Spell<Row>, 'starts' | 'ends'>,
  period: PeriodInReturn,
): boolean => {
  const isPeriodOver = !Number.isNaN(period.ends);
  if (Number.isNaN(ends)) return isPeriodOver || starts < period.starts;
  return ends > period.ends || ends < period.starts;
};

/** Those outside every period of care, where there is any: care ended and they did not. */
export const outsideCare = <R extends Row>(
  spells: readonly Spell<R>[],
  periods: readonly PeriodInReturn[],
): readonly R[] => {
  if (periods.length === 0) return [];
  return spells
    .filter(({ starts }) => !Number.isNaN(starts))
    .filter((spell) => periods.every((period) => isOutside(spell, period)))
    .map(({ row }) => row);
};

/** The episodes that it shares a day with, their first and last days included. None unless it has a start and an end. */
export const episodesDuring = (
  { starts, ends }: Pick<Spell<Row>, 'starts' | 'ends'>,
  episodes: readonly EpisodeRow[],
): readonly EpisodeRow[] =>
  Number.isNaN(starts)
    ? []
    : episodes.filter(({ DECOM, DEC }) => (Number.isNaN(DEC) || starts <= DEC) && ends >= DECOM);
