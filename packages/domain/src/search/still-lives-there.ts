import { type Day, parseDay } from '../calendar/day.ts';
import type { Placement } from '../child/record.ts';
import { PLACED_ON } from '../entry-to-care/start-of-care.ts';
import { MOVED_ON } from '../placement-request/change-of-home.ts';
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
