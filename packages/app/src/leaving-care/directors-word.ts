import {
  type ChildId,
  type ChildRecord,
  type Day,
  DIRECTOR_FIRST,
  type EndedCare,
  findUnauthorisedEnding,
  LEFT_WHY,
  londonDayOf,
  type Moment,
  type Refusal,
  refused,
  SELF_DISCHARGE,
  type WithFaults,
} from '@rightplace/domain';
import { listCases, type Tx } from '@rightplace/store';
import { caseNow, clockOf } from '../cases/find-case.ts';

/** Where an authorisation to leave care holds: given, or used. One that lapsed or was taken back is none. */
const HOLDS: readonly string[] = [
  'authorised',
  'left',
] satisfies readonly (keyof typeof SELF_DISCHARGE.states)[];

/** On which days the director authorised that young people leave care at 16 or 17, by child. */
export const authorisedDays = async (tx: Tx, at: Moment): Promise<ReadonlyMap<ChildId, readonly Day[]>> => {
  const clock = await clockOf(tx, londonDayOf(at));
  const days = new Map<ChildId, Day[]>();
  for (const stored of await listCases(tx)) {
    if (stored.workflow !== SELF_DISCHARGE.id) continue;
    const now = caseNow(SELF_DISCHARGE, stored, [], { clock, at });
    const given = now.events.findLast(({ to, from }) => to === 'authorised' && from !== 'authorised');
    if (given === undefined || !HOLDS.includes(now.state)) continue;
    days.set(stored.child, [...(days.get(stored.child) ?? []), londonDayOf(given.at)]);
  }
  return days;
};

/**
 * The ending of care at 16 or 17 that a change would put into the record without the director; undefined when there is none.
 * Whoever changes a record by hand or by a step asks this before it is saved; an import is history, and is named instead.
 */
export const findWithoutDirector = async (
  tx: Tx,
  change: { readonly before: ChildRecord; readonly after: ChildRecord },
  at: Moment,
): Promise<EndedCare | undefined> => {
  // Cases are read for the few changes that need them.
  if (findUnauthorisedEnding(change, []) === undefined) return undefined;
  return findUnauthorisedEnding(change, (await authorisedDays(tx, at)).get(change.after.id) ?? []);
};

/** The same, as a step is refused. */
export const refuseWithoutDirector = async (
  tx: Tx,
  change: { readonly before: ChildRecord; readonly after: ChildRecord },
  at: Moment,
): Promise<WithFaults<Refusal<'not-said'>> | undefined> =>
  (await findWithoutDirector(tx, change, at)) === undefined
    ? undefined
    : {
        ...refused('not-said', 'This ending of care has to be authorised first.'),
        faults: [{ question: LEFT_WHY, sentence: DIRECTOR_FIRST }],
      };
