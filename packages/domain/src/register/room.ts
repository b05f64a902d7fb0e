import type { Day } from '../calendar/day.ts';
import { placesOn } from './may-take.ts';
import type { SettingInRegister } from './setting.ts';
import { isTakenAt, type PlaceHold, type PlannedMove, type VacanciesAsked } from './vacancies.ts';

export interface RoomAsked extends Omit<VacanciesAsked, 'planned'> {
  readonly planned: readonly PlannedMove[];
  /** The search whose child is to move in: what it holds or plans itself is not in its way. */
  readonly caseId: number;
}

/** What is in a home on a day beside one child who is to move in. */
export interface Room {
  readonly on: Day;
  /** Undefined while nobody has said how many it has. */
  readonly places: number | undefined;
  readonly children: number;
  readonly blocked: number;
  /** Places held for other searches. */
  readonly held: readonly PlaceHold[];
  /** Moves of other searches planned by then, whether or not a place is held for them. */
  readonly planned: number;
  /** What is held and planned for others has to wait itself for one of those who live there to leave, or for a block to end. */
  readonly isBeyondRecord: boolean;
  /** Nothing is left beside what is held and planned for others, whatever is said of those who live there. Unknown places never are. */
  readonly isPromised: boolean;
  /** Nothing is left beside these, those who live there and what is blocked; of places nobody has said, another is to have one. */
  readonly isFull: boolean;
}

export const roomFor = (
  setting: SettingInRegister,
  { on, at, children, taken, planned: moves, caseId }: RoomAsked,
): Room => {
  const places = placesOn(setting, on);
  const then = taken.filter((one) => one.settingId === setting.id && isTakenAt(one, at));
  const held = then.flatMap((one) => (one.kind === 'hold' && one.caseId !== caseId ? [one] : []));
  const planned = moves.filter((move) => move.on <= on && move.caseId !== caseId);
  const isHeldFor = (move: PlannedMove): boolean => held.some((hold) => hold.caseId === move.caseId);
  const promised = held.length + planned.filter((move) => !isHeldFor(move)).length;
  const blocked = then.filter(({ kind }) => kind === 'block').length;
  const free = places === undefined ? undefined : places - children - blocked;
  const isBeyondRecord = free !== undefined && promised > 0 && free < promised;
  return {
    on,
    places,
    children,
    blocked,
    held,
    planned: planned.length,
    isBeyondRecord,
    isPromised: isBeyondRecord || (places !== undefined && promised > 0 && places - promised < 1),
    isFull: free === undefined ? promised > 0 : free - promised < 1,
  };
};
