import {
  type ChildId,
  type ChildRecord,
  caseFrom,
  type Day,
  daysServed,
  type EndedCare,
  faultWithoutDirector,
  findUnauthorisedEnding,
  isAuthorised,
  type LeavingAuthorisation,
  lastDayBeforeLapse,
  londonDayOf,
  type Moment,
  type Refusal,
  refused,
  SELF_DISCHARGE,
  type Step,
  type WithFaults,
} from '@rightplace/domain';
import { listCareBelieved, listCasesIn, listCasesOf, type Tx } from '@rightplace/store';
import { caseNow, clockOf } from '../cases/find-case.ts';

/** Where an authorisation to leave care holds: given, or used. One that lapsed or was taken back is none. */
const HOLDS: readonly string[] = [
  'authorised',
  'left',
] satisfies readonly (keyof typeof SELF_DISCHARGE.states)[];

/** That the director authorised a leaving: on a day, and until when it held; undefined while it does. */
interface Authorised extends LeavingAuthorisation {
  readonly child: ChildId;
  readonly until: Day | undefined;
}

/** Every authorisation there is, or those of one child. */
const allAuthorised = async (tx: Tx, at: Moment, of?: ChildId): Promise<readonly Authorised[]> => {
  const given = await allGiven(tx, at, of);
  const believed = await listCareBelieved(tx, [...new Set(given.map(({ child }) => child))]);
  return given.map(({ givenAt, ...authorised }) => ({
    ...authorised,
    served: daysServed(believed.get(authorised.child) ?? [], { on: authorised.on, at: givenAt }),
  }));
};

interface Given extends Omit<Authorised, 'served'> {
  readonly givenAt: Moment;
}

const allGiven = async (tx: Tx, at: Moment, of: ChildId | undefined): Promise<readonly Given[]> => {
  const clock = await clockOf(tx, londonDayOf(at));
  const cases = of === undefined ? listCasesIn(tx, [SELF_DISCHARGE.id]) : listCasesOf(tx, of);
  return (await cases).flatMap((stored): readonly Given[] => {
    if (stored.workflow !== SELF_DISCHARGE.id) return [];
    const { state, events } = caseNow(SELF_DISCHARGE, stored, [], { clock, at });
    const given = events.findLast(({ to, from }) => to === 'authorised' && from !== 'authorised');
    if (given === undefined) return [];
    const authorised = { child: stored.child, on: londonDayOf(given.at), givenAt: given.at };
    if (HOLDS.includes(state)) return [{ ...authorised, until: undefined }];
    if (state !== 'lapsed') return [];
    const then = caseFrom(events.slice(0, given.number));
    return [{ ...authorised, until: lastDayBeforeLapse(SELF_DISCHARGE, then, clock) ?? authorised.on }];
  });
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
      (each) => isAuthorised(ending, [each]) && (each.until === undefined || ending.ends <= each.until),
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
  const authorised = await allAuthorised(tx, at, change.after.id);
  return findUnauthorisedEnding(
    change,
    authorised.filter(({ until }) => until === undefined),
  );
};

/** The same, as a step is refused: at a question that it asks. */
export const refuseWithoutDirector = async (
  tx: Tx,
  change: { readonly before: ChildRecord; readonly after: ChildRecord },
  { step, at }: { readonly step: Pick<Step, 'asks'> | undefined; readonly at: Moment },
): Promise<WithFaults<Refusal<'not-said'>> | undefined> => {
  const ending = await findWithoutDirector(tx, change, at);
  return ending === undefined
    ? undefined
    : {
        ...refused('not-said', 'This ending of care has to be authorised first.'),
        faults: [faultWithoutDirector(step?.asks ?? [], ending)],
      };
};
