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
  /** Nothing is left beside what is held and planned for others, whoever of those who live there leaves. */
  readonly isPromised: boolean;
  /** Nothing is left beside these, those who live there and what is blocked. Of places nobody has said this of no home. */
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
  return {
    on,
    places,
    children,
    blocked,
    held,
    planned: planned.length,
    isPromised: promised > 0 && (places ?? 0) - promised < 1,
    isFull: places !== undefined && places - promised - children - blocked < 1,
  };
};
