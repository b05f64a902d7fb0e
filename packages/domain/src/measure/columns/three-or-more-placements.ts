import { addDays, addMonths, type Day, dayNumber } from '../../calendar/day.ts';
import type { PlacementColumns } from './placement-columns.ts';

export interface ThreeOrMorePlacements {
  readonly asOf: Day;
  /** Children looked after at the end of the day, short breaks aside. */
  readonly lookedAfter: number;
  /** Those with three or more placements in the twelve months to it, as positions in `children`. */
  readonly children: readonly number[];
}

/** The measure `stability-3plus` over columns, for as many children as there are. */
export const childrenWithThreeOrMorePlacements = (
  columns: PlacementColumns,
  asOf: Day,
): ThreeOrMorePlacements => {
  const { firstPlacement, countsFrom, ends, knownEndedFrom, spanChild, spanStarts, spanEnds } = columns;
  const on = dayNumber(asOf);
  const firstDay = dayNumber(addDays(addMonths(asOf, -12), 1));
  const found: number[] = [];
  let lookedAfter = 0;
  for (let span = 0; span < spanChild.length; span++) {
    if ((spanStarts[span] as number) > on || (spanEnds[span] as number) <= on) continue;
    lookedAfter++;
    const child = spanChild[span] as number;
    const first = firstPlacement[child] as number;
    const last = firstPlacement[child + 1] as number;
    if (last - first < 3) continue;
    let placements = 0;
    for (let p = first; p < last && (countsFrom[p] as number) <= on; p++) {
      if ((ends[p] as number) > firstDay || (knownEndedFrom[p] as number) > on) placements++;
    }
    if (placements >= 3) found.push(child);
  }
  return { asOf, lookedAfter, children: found };
};
