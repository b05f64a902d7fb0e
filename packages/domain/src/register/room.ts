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
  /** Another search waits itself for one of those who live there to leave, or for a block to end. */
  readonly isBeyondRecord: boolean;
  /** Nothing is left beside other searches, whatever is said of those who live there. Unknown places never are. */
  readonly isPromised: boolean;
  /** Nothing is left beside those before this one, those who live there and what is blocked; of places nobody has said, another is to have one. */
  readonly isFull: boolean;
}

/** That a search is to have a place on a day: by a hold that runs, by a move that is planned by then, or by both. */
interface Claim {
  /** Since when it has been there, without a break. */
  readonly since: Moment;
  /** By a move alone, for which there was no place on that day by the record, for a reason. */
  readonly isOnReason: boolean;
}

const claimsOn = (
  held: readonly PlaceHold[],
  planned: readonly PlannedMove[],
  { on, at }: Pick<RoomAsked, 'on' | 'at'>,
): readonly Claim[] => {
  const plannedFor = new Map(planned.map((move) => [move.caseId, move]));
  const heldFor = new Set(held.map(({ caseId }) => caseId));
  const byHold = held.map((hold): Claim => {
    const [from, planned] = [heldSince(hold, at), plannedFor.get(hold.caseId)?.plannedAt];
    return { since: planned !== undefined && planned < from ? planned : from, isOnReason: false };
  });
  const byMove = planned
    .filter(({ caseId }) => !heldFor.has(caseId))
    .map(
      ({ plannedAt, beyondFrom }): Claim => ({
        since: plannedAt,
        isOnReason: beyondFrom !== undefined && beyondFrom <= on,
      }),
    );
  return [...byHold, ...byMove];
};

/** How many places it has while a child is to live there: none once it is registered no more, but what it was on the day of the move. */
const placesFor = (setting: SettingInRegister, on: Day, isLater: boolean): number | undefined => {
  const standing = standingOn(setting, on);
  return isLater && standing !== undefined && !isRegisteredWhen(standing) ? 0 : placesOn(setting, on);
};

/**
 * What is left of a home on a day for a search that plans a move into it. The places of that day are given out in this order:
 *
 * 1. to whoever lives there by the record; and what is blocked is none.
 * 2. to those who are to come, by a hold or by a planned move, in the order in which they claimed a place of that day. A hold claimed it
 *    when it first lasted until then. A search that plans its move now is the newest, but on the days of its hold as old as that.
 * 3. to whoever was planned on a reason, from the first day on which there was no place for them: they wait. A search whose child moves in
 *    while it holds a place is before those that came to wait since, on the days after its hold too.
 *
 * A search for which there is a place in this order has it. One for which there is none says which place it has, once: where another search
 * is planned on a reason that day, that one came first, and the bed that it waits for is given to nobody else for any reason. Nor is a
 * search put, by a day that it does not hold, beside others who have more beds to come than are there.
 *
 * So no two searches are to have one bed without a reason from whoever came second, and no bed of one who is to leave is given twice.
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
  const isBefore = (claim: Claim): boolean =>
    holdsSince === undefined ? !waits(claim) : claim.since <= holdsSince;
  const claims = claimsOn(held, planned, { on, at });
  const before = claims.filter(isBefore).length;
  // On the days of its own hold the others were told of it; on any other day all of them are there before it.
  const beside = holdsSince === undefined ? claims.length : before;
  const isFull = free === undefined ? before > 0 : free - before < 1;
  const isWaitedFor = isFull && claims.some(({ isOnReason }) => isOnReason);
  const isBeyondRecord = free !== undefined && (isWaitedFor || (beside > 0 && free < beside));
  return {
    on,
    places,
    children,
    blocked,
    held,
    planned: planned.length,
    isBeyondRecord,
    isPromised: isBeyondRecord || (places !== undefined && beside > 0 && places - beside < 1),
    isFull,
  };
};
