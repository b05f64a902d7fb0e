import { type Day, daysBetween } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Episode } from '../child/episode.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import type { ChildRecord } from '../child/record.ts';
import { type CountedPlacement, countedPlacements } from '../placement/counted-placements.ts';
import { isFosterCare } from '../placement/placement-type.ts';
import { samePostcode } from '../placement/postcode.ts';

/** A move as the search says it. */
export interface Moved {
  readonly on: Day;
  /** The return's type of home (PLACE), where it was said. */
  readonly place?: string | undefined;
  /** Of the home they moved to, where they were said. */
  readonly postcode?: string | undefined;
  readonly urn?: string | undefined;
}

/** How far the record may put the day of a move from where the search has it, and mean the same move. */
const SAME_MOVE_DAYS = 28;

const isOfType = ({ episodes }: CountedPlacement, place: string | undefined): boolean =>
  place === undefined || episodes.some((episode) => episode.place === place);

/** An agency’s number is that of all its carers: it tells two homes apart, and never that they are one. */
const isSameNumber = ({ place, urn }: Episode, moved: Moved): boolean | undefined => {
  if (moved.urn === undefined || urn === null) return undefined;
  if (moved.urn !== urn) return false;
  return isFosterCare(place) ? undefined : true;
};

const isSamePlace = ({ postcode }: Episode, moved: Moved): boolean | undefined =>
  moved.postcode === undefined || postcode === null ? undefined : samePostcode(moved.postcode, postcode);

/** Whether it is the home of the move, by its postcode or its number with Ofsted; undefined where that cannot be told. */
const isThatHome = ({ episodes }: CountedPlacement, moved: Moved): boolean | undefined => {
  const told = episodes
    .flatMap((episode) => [isSamePlace(episode, moved), isSameNumber(episode, moved)])
    .filter((one) => one !== undefined);
  return told.length === 0 ? undefined : told.some(Boolean);
};

/**
 * When the child lives in the home they moved to, as the record counts placements; null while it does not know of that move, or
 * no longer does. A return that puts the day of the move elsewhere moves the stay with it. The home that they lived in on the day
 * is never taken for the one they moved to: it began before. Nor is another move about the same time: on another day than the search has,
 * it is the same move only where it is known to be to the same home.
 */
export const stayFrom = (record: ChildRecord, moved: Moved | undefined): Period | null => {
  if (moved === undefined) return null;
  const { on, place } = moved;
  const all = countedPlacements(episodesFromTimelines(record));
  const away = ({ starts }: CountedPlacement): number => Math.abs(daysBetween(on, starts));
  const stay =
    all.find((one) => one.starts === on && isThatHome(one, moved) !== false) ??
    all
      .filter((one) => away(one) <= SAME_MOVE_DAYS && isOfType(one, place) && isThatHome(one, moved) === true)
      .toSorted((a, b) => away(a) - away(b))[0];
  return stay === undefined ? null : { starts: stay.starts, ends: stay.ends };
};
