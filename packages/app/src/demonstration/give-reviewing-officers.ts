import { type ChildId, type Day, isPanelId } from '@rightplace/domain';
import {
  addReviewingAllocations,
  asTenant,
  asTenantReading,
  holdRecord,
  listAuthorities,
  listCases,
  listReviewingAllocations,
  type Tx,
} from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import type { World } from '../world.ts';

type Asked = Pick<World, 'db' | 'now' | 'ledgers'>;

/**
 * Gives every child in care of a demonstration in which nobody ever said whose reviewing officer somebody is one of its reviewing
 * officers: whoever reviewed how they leave care, or else one after another. No real authority is given any.
 */
export const giveReviewingOfficers = async (world: Asked): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(world.db)) {
    if (!demonstration || !(await asTenantReading(world.db, { authorityId }, neverSaid))) continue;
    await asTenant(world.db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds it said.
      await holdRecord(tx);
      if (await neverSaid(tx)) await give(tx, world, authorityId);
    });
  }
};

const neverSaid = async (tx: Tx): Promise<boolean> => (await listReviewingAllocations(tx)).length === 0;

/** Who reviewed something of a child's already, in a case that is no panel's. */
const reviewedBy = async (tx: Tx): Promise<ReadonlyMap<ChildId, number>> =>
  new Map(
    (await listCases(tx))
      .filter(({ workflow }) => !isPanelId(workflow))
      .flatMap(({ child, events }) =>
        events.flatMap(({ by }) =>
          by?.part.role === 'reviewing-officer' ? [[child, Number(by.person)] as const] : [],
        ),
      ),
  );

const give = async (tx: Tx, world: Asked, authorityId: string): Promise<void> => {
  const { present, access } = await loadChildren(tx, world, authorityId, undefined);
  const officers = [...access.staff.members.values()]
    .filter(({ roles }) => roles.some(({ role, ends }) => role === 'reviewing-officer' && ends === null))
    .map(({ id }) => id);
  if (officers.length === 0) return;
  const reviewed = await reviewedBy(tx);
  const inCare = present.ledger.children.flatMap(({ id, periodsOfCare }) => {
    const since: Day | undefined = periodsOfCare.find(({ ends }) => ends === null)?.starts;
    return since === undefined ? [] : [{ child: id, starts: since }];
  });
  const said = inCare.map((one, at) => ({
    ...one,
    person: reviewed.get(one.child) ?? officers[at % officers.length] ?? null,
  }));
  await addReviewingAllocations(tx, said, { at: world.now(), by: 'command line' });
};
