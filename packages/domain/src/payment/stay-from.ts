import { type Day, daysBetween } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import type { ChildRecord } from '../child/record.ts';
import { type CountedPlacement, countedPlacements } from '../placement/counted-placements.ts';

/** A move as the search says it. */
export interface Moved {
  readonly on: Day;
  /** The return's type of home (PLACE), where it was said. */
  readonly place?: string | undefined;
}

/** How far the record may put the day of a move from where the search has it, and mean the same move. */
const SAME_MOVE_DAYS = 28;

const isOfType = ({ episodes }: CountedPlacement, place: string | undefined): boolean =>
  place === undefined || episodes.some((episode) => episode.place === place);

/**
 * When the child lives in the home they moved to, as the record counts placements; null while it does not know of that move, or
 * no longer does. A return that puts the day of the move elsewhere moves the stay with it. The home that they lived in on the day
 * is never taken for the one they moved to: it began before.
 */
export const stayFrom = (record: ChildRecord, moved: Moved | undefined): Period | null => {
  if (moved === undefined) return null;
  const { on, place } = moved;
  const all = countedPlacements(episodesFromTimelines(record));
  const away = ({ starts }: CountedPlacement): number => Math.abs(daysBetween(on, starts));
  const stay =
    all.find(({ starts }) => starts === on) ??
    all
      .filter((one) => away(one) <= SAME_MOVE_DAYS && isOfType(one, place))
      .toSorted((a, b) => away(a) - away(b))[0];
  return stay === undefined ? null : { starts: stay.starts, ends: stay.ends };
};
