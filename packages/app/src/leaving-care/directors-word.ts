import {
  type ChildId,
  type ChildRecord,
  caseFrom,
  type Day,
  DIRECTOR_FIRST,
  type EndedCare,
  findUnauthorisedEnding,
  isAuthorised,
  LEFT_WHY,
  lastDayBeforeLapse,
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

/** That the director authorised a leaving: on a day, and until when it held; undefined while it does. */
interface Authorised {
  readonly child: ChildId;
  readonly on: Day;
  readonly until: Day | undefined;
}

const allAuthorised = async (tx: Tx, at: Moment): Promise<readonly Authorised[]> => {
  const clock = await clockOf(tx, londonDayOf(at));
  return (await listCases(tx)).flatMap((stored): readonly Authorised[] => {
    if (stored.workflow !== SELF_DISCHARGE.id) return [];
    const { state, events } = caseNow(SELF_DISCHARGE, stored, [], { clock, at });
    const given = events.findLast(({ to, from }) => to === 'authorised' && from !== 'authorised');
    if (given === undefined) return [];
    const authorised = { child: stored.child, on: londonDayOf(given.at) };
    if (HOLDS.includes(state)) return [{ ...authorised, until: undefined }];
    if (state !== 'lapsed') return [];
    const then = caseFrom(events.slice(0, given.number));
    return [{ ...authorised, until: lastDayBeforeLapse(SELF_DISCHARGE, then, clock) ?? authorised.on }];
  });
};

/** On which days the director authorised that young people leave care at 16 or 17, by child. */
const authorisedDays = async (tx: Tx, at: Moment): Promise<ReadonlyMap<ChildId, readonly Day[]>> => {
  const days = new Map<ChildId, Day[]>();
  for (const { child, on, until } of await allAuthorised(tx, at))
    if (until === undefined) days.set(child, [...(days.get(child) ?? []), on]);
  return days;
};

/**
 * Whether an ending that the record has was authorised when it came about. One that the case was never told of lapses there,
 * and was authorised all the same; nothing new is let in by it.
 */
export const wasAuthorised = async (
  tx: Tx,
  at: Moment,
): Promise<(child: ChildId, ending: EndedCare) => boolean> => {
  const byChild = Map.groupBy(await allAuthorised(tx, at), ({ child }) => child);
  return (child, ending) =>
    (byChild.get(child) ?? []).some(
      ({ on, until }) => isAuthorised(ending, [on]) && (until === undefined || ending.ends <= until),
    );
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
