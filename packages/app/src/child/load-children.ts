import { type ChildId, type Day, londonDayOf, type Moment } from '@rightplace/domain';
import { listConflicts, listPeople, listRoleHistory, listTeams, type Tx } from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import type { World } from '../world.ts';
import { type AccessFacts, type StaffMember, staffOf } from './scope.ts';

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

export const loadAccessFacts = async (tx: Tx): Promise<AccessFacts> => {
  const people = await listPeople(tx);
  const history = Map.groupBy(await listRoleHistory(tx), ({ personId }) => personId);
  const members = people.map(
    ({ id, name, socialWorkNumber }): StaffMember => ({
      id,
      name,
      socialWorkNumber: socialWorkNumber ?? null,
      roles: history.get(id) ?? [],
    }),
  );
  const conflicts = new Map<ChildId, number[]>();
  for (const { child, personId } of await listConflicts(tx))
    conflicts.set(child, [...(conflicts.get(child) ?? []), personId]);
  return { staff: staffOf(members, await listTeams(tx)), conflicts };
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
