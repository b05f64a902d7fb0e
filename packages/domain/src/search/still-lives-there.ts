import { type Day, parseDay } from '../calendar/day.ts';
import type { Placement } from '../child/record.ts';
import { PLACED_ON } from '../entry-to-care/start-of-care.ts';
import { isTemporary } from '../placement/placement-type.ts';
import { MOVED_ON } from '../placement-request/change-of-home.ts';
import { usualPlacementOn } from '../register/living-there.ts';
import type { CaseEvent } from '../workflow/case.ts';

const movedOn = (events: readonly CaseEvent[]): Day | undefined => {
  const said = events.findLast(({ from, to }) => to === 'moved' && from !== to)?.said;
  const on = said?.[MOVED_ON] ?? said?.[PLACED_ON];
  return typeof on === 'string' ? parseDay(on) : undefined;
};

/**
 * Whether the record still has a child in the home that a search came to. A stay goes on with the same carers, and where only details
 * were put right. A later change of home ends it, a second one on the day of the move, and the end of care. Where the record does not
 * say that the child lives there, they are taken to have left: whoever asks this is about to show who the child is.
 */
export const stillLivesThere = (
  events: readonly CaseEvent[],
  placements: readonly Pick<Placement, 'starts' | 'ends' | 'began'>[],
): boolean => {
  const on = movedOn(events);
  if (on === undefined || !placements.some(({ ends }) => ends === null)) return false;
  const changes = placements.filter(({ began, starts }) => began === 'changed' && starts >= on);
  return changes.every(({ starts }) => starts === on) && changes.length <= 1;
};

const isSameHome = (a: Placement, b: Placement): boolean =>
  a.postcode !== null && a.postcode === b.postcode && a.urn === b.urn && a.type === b.type;

/**
 * Whether the record says that a child has left the home that a search came to, for another or with the end of care. A time away in
 * between is none. Where the record does not have the move, nobody is taken to have left: whoever asks this is about to stop asking of
 * a director what they have to decide on.
 */
export const hasLeftHome = (
  events: readonly CaseEvent[],
  placements: readonly Placement[],
  today: Day,
): boolean => {
  const on = movedOn(events);
  const home = on && usualPlacementOn(placements, on);
  if (on === undefined || home === undefined || today < on) return false;
  const changes = placements.filter(({ began, type }) => began === 'changed' && !isTemporary(type));
  const came = changes.filter(({ starts }) => starts === on).length;
  if (came === 0) return false;
  const lives = usualPlacementOn(placements, today);
  if (lives === undefined || came > 1) return true;
  return changes.some(({ starts }) => starts > on && starts <= lives.starts) && !isSameHome(home, lives);
};
