import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import { placesOn } from './may-take.ts';
import { type SettingInRegister, standingOn } from './setting.ts';
import { isRegisteredWhen } from './setting-facts.ts';
import { heldSince, isTakenAt, type PlaceHold, type PlannedMove, type VacanciesAsked } from './vacancies.ts';

export interface RoomAsked extends Omit<VacanciesAsked, 'planned'> {
  readonly planned: readonly PlannedMove[];
  /** The search whose child is to move in: what it holds or plans itself is not in its way. */
  readonly caseId: number;
  /** The moment for which the day of that move is asked. */
  readonly movesAt: Moment;
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
  /** Those of other searches that come before this one have to wait themselves for one of those who live there to leave, or for a block to end. */
  readonly isBeyondRecord: boolean;
  /** Nothing is left beside those that come before this one, whatever is said of those who live there. Unknown places never are. */
  readonly isPromised: boolean;
  /** Nothing is left beside these, those who live there and what is blocked; of places nobody has said, another is to have one. */
  readonly isFull: boolean;
}

/** That a search is to have a place on a day: by a hold that runs, by a move that is planned by then, or by both. */
interface Claim {
  /** Since when it has been there, without a break. */
  readonly since: Moment;
  /** By a move alone, planned where by the record there was no place, for a reason. */
  readonly isOnReason: boolean;
}

const claimsOn = (
  held: readonly PlaceHold[],
  planned: readonly PlannedMove[],
  at: Moment,
): readonly Claim[] => {
  const plannedFor = new Map(planned.map((move) => [move.caseId, move]));
  const heldFor = new Set(held.map(({ caseId }) => caseId));
  const byHold = held.map((hold): Claim => {
    const [from, planned] = [heldSince(hold, at), plannedFor.get(hold.caseId)?.plannedAt];
    return { since: planned !== undefined && planned < from ? planned : from, isOnReason: false };
  });
  const byMove = planned
    .filter(({ caseId }) => !heldFor.has(caseId))
    .map(({ plannedAt, isOnReason }): Claim => ({ since: plannedAt, isOnReason }));
  return [...byHold, ...byMove];
};

/** How many places it has while a child is to live there: none once it is registered no more, but what it was on the day of the move. */
const placesFor = (setting: SettingInRegister, on: Day, isLater: boolean): number | undefined => {
  const standing = standingOn(setting, on);
  return isLater && standing !== undefined && !isRegisteredWhen(standing) ? 0 : placesOn(setting, on);
};

/**
 * What is left of a home on a day for a search that plans a move into it. Whoever lives there by the record has a place, and what is
 * blocked is none. What is left is for those who are to come, in the order in which they claimed a place of that day, by a hold or by a
 * planned move: where a place is taken away afterwards, by a block, by another child or by new terms, the newest of them is without.
 *
 * A search that plans its move now is the newest, unless it holds a place:
 * - on the days of its hold it is as old as that is, or as its lengthening on the days by which it was lengthened. Whatever was planned or
 *   held since, with or without a reason, stood beside it and comes after it.
 * - on the days after, if its child moves in during the hold, it is before a move that was planned since on a reason: whoever planned
 *   that knew that there is no bed by the record, and waits. Any other claim of those days counted on the end of the hold, and comes
 *   before it.
 *
 * So two searches are never to have one bed without a reason from whoever came second.
 */
export const roomFor = (
  setting: SettingInRegister,
  { on, at, children, taken, planned: moves, caseId, movesAt }: RoomAsked,
): Room => {
  const places = placesFor(setting, on, at > movesAt);
  const here = taken.filter((one) => one.settingId === setting.id);
  const then = here.filter((one) => isTakenAt(one, at));
  const held = then.flatMap((one) => (one.kind === 'hold' && one.caseId !== caseId ? [one] : []));
  const planned = moves.filter((move) => move.on <= on && move.caseId !== caseId);
  const blocked = then.filter(({ kind }) => kind === 'block').length;
  const free = places === undefined ? undefined : places - children - blocked;
  const ownAt = (moment: Moment): Moment | undefined => {
    const own = here.find((one) => one.kind === 'hold' && one.caseId === caseId && isTakenAt(one, moment));
    return own?.kind === 'hold' ? heldSince(own, moment) : undefined;
  };
  const [holdsSince, movesSince] = [ownAt(at), ownAt(movesAt)];
  const waits = ({ since, isOnReason }: Claim): boolean =>
    movesSince !== undefined && since > movesSince && isOnReason;
  const promised = claimsOn(held, planned, at).filter((claim) =>
    holdsSince === undefined ? !waits(claim) : claim.since <= holdsSince,
  ).length;
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
