import type { Day } from '../calendar/day.ts';
import { containsDay } from '../calendar/period.ts';
import type { Placement } from '../child/record.ts';
import { isTemporary } from '../placement/placement-type.ts';

/**
 * Where a child lives on a day: while they are away for a time (T0 to T4) the home that they are expected back in, whose place is
 * kept for them.
 */
export const usualPlacementOn = (placements: readonly Placement[], on: Day): Placement | undefined => {
  const at = placements.findLastIndex((placement) => containsDay(placement, on));
  const now = placements[at];
  if (now === undefined || !isTemporary(now.type)) return now;
  const before = placements.slice(0, at).findLast(({ type }) => !isTemporary(type));
  // Only what leads up to it without a gap: an earlier time in care is none of this one's.
  return before !== undefined && reaches(before, now, placements.slice(0, at)) ? before : now;
};

/** Whether one stretch leads to another through those between, each beginning as the one before it ends. */
const reaches = (from: Placement, to: Placement, among: readonly Placement[]): boolean => {
  const chain = [...among.slice(among.indexOf(from)), to];
  return chain.every((one, index) => index === 0 || chain[index - 1]?.ends === one.starts);
};
