import type { Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { SettingInRegister } from './setting.ts';
import type { PlaceTaken, PlannedMove } from './vacancies.ts';

export interface HomeLookedAt {
  readonly setting: SettingInRegister;
  readonly planned: readonly PlannedMove[];
  readonly taken: readonly PlaceTaken[];
  readonly today: Day;
}

/** The days from one on from which by the register a home may have other places: by its terms, and by whether it is registered. */
export const changesOf = ({ terms, standings }: SettingInRegister, since: Day): readonly Day[] =>
  [...terms, ...standings]
    .flatMap(({ starts, ends }) => (ends === null ? [starts] : [starts, ends]))
    .filter((on) => on >= since);

/** From these days on a hold is another one: it begins, or goes on as it was lengthened, or is over, so that its search has less to stand on. */
const turnsOf = (one: PlaceTaken): readonly Day[] =>
  one.kind === 'block'
    ? [londonDayOf(one.from)]
    : [one.from, ...one.lengthened.map(({ from }) => from), one.until].map(londonDayOf);

/**
 * On these days there may be less room for a search than before: the day of its move, today where that is past, and those later on which
 * others are to move in or begin to wait for a bed, a place is blocked, a hold begins, goes on or ends, its own as well, or the register has
 * other terms or another standing.
 */
export const daysToLookAt = (on: Day, { setting, planned, taken, today }: HomeLookedAt): readonly Day[] => {
  const moves = planned.flatMap((move) =>
    move.beyondFrom === undefined ? [move.on] : [move.on, move.beyondFrom],
  );
  const turns = taken.flatMap(turnsOf);
  const changes = changesOf(setting, today);
  return [
    ...new Set([on, ...[today, ...moves, ...turns, ...changes].filter((later) => later > on)]),
  ].toSorted();
};
