import {
  type ChildId,
  type Day,
  londonDayOf,
  type Moment,
  type ReviewingAllocation,
} from '@rightplace/domain';
import {
  listReviewingAllocations,
  readStaffText,
  type StaffRead,
  staffFrom,
  type Tx,
} from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { recall } from '../ledger/recall.ts';
import type { World } from '../world.ts';
import { type AccessFacts, type Cover, type StaffMember, staffOf } from './scope.ts';

/** The day looked at, and the moment of knowledge; as known now when there is none. */
export interface AsKnown {
  readonly asOf: Day;
  readonly knownAt: Moment | undefined;
}

/** What every page about children begins from. */
export interface LoadedChildren {
  /** As known at the moment looked at: what the page shows. */
  readonly held: HeldLedger;
  /** As known now: what access is decided on. The same when the page looks at now. */
  readonly present: HeldLedger;
  readonly access: AccessFacts;
  readonly today: Day;
}

/** The last facts read of a few authorities, each under everything that they were made of. */
const factsKept = new Map<string, AccessFacts>();
const MOST_FACTS_KEPT = 8;

/**
 * Read afresh for every page, so that a role that ends closes what it opened at once. Where nothing has changed the very
 * objects of last time are given again, so that what was worked out from them need not be worked out anew.
 */
export const loadAccessFacts = async (tx: Tx): Promise<AccessFacts> => {
  const read = await readStaffText(tx);
  // The text has the version of what was said of reviewing officers, and so with it what was said is kept or read anew.
  const said = factsKept.has(read) ? [] : await listReviewingAllocations(tx);
  return recall(factsKept, read, MOST_FACTS_KEPT, () => factsOf(staffFrom(read), said));
};

const factsOf = (
  { people, history, conflicts: declared, teams }: StaffRead,
  said: readonly ReviewingAllocation[],
): AccessFacts => {
  const roles = Map.groupBy(history, ({ personId }) => personId);
  const members = people.map(
    ({ id, name, socialWorkNumber }): StaffMember => ({
      id,
      name,
      socialWorkNumber,
      roles: roles.get(id) ?? [],
    }),
  );
  const conflicts = new Map<ChildId, number[]>();
  const covers = new Map<ChildId, Map<number, Cover>>();
  for (const { child, personId, coveredBy, coveredOn } of declared) {
    conflicts.set(child, [...(conflicts.get(child) ?? []), personId]);
    if (coveredBy !== null)
      covers.set(
        child,
        new Map([...(covers.get(child) ?? []), [personId, { by: coveredBy, since: coveredOn }]]),
      );
  }
  return {
    staff: staffOf(members, teams),
    conflicts,
    covers,
    reviewing: Map.groupBy(said, ({ child }) => child),
  };
};

export const loadChildren = async (
  tx: Tx,
  { ledgers, now }: Pick<World, 'ledgers' | 'now'>,
  authorityId: string,
  knownAt: Moment | undefined,
): Promise<LoadedChildren> => {
  const present = await ledgers.load(tx, authorityId);
  return {
    present,
    held: knownAt === undefined ? present : await ledgers.load(tx, authorityId, knownAt),
    access: await loadAccessFacts(tx),
    today: londonDayOf(now()),
  };
};
