import { inOrderOfStart } from './in-order.ts';
import type { PeriodInReturn } from './periods-in-return.ts';
import type { Row } from './rows.ts';
import type { Span } from './spans.ts';

/** A time within care that has a table of its own: a child missing, or under a deprivation of liberty order. */
export type Spell<R extends Row> = Span<R>;

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
