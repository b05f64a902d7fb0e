import { createHash } from 'node:crypto';
import { type AttemptRefusal, mayAttempt, type Refusal, refused } from '@rightplace/domain';
import {
  addReviewingAllocations,
  appendAudit,
  asTenant,
  asTenantLooking,
  holdRecord,
  listPeople,
  type Tx,
} from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { REVIEWING_OFFICER_ALLOCATED } from './allocate-reviewing-officer.ts';
import { type AllocationLine, readAllocations } from './read-allocations.ts';
import { type LineWeighed, weighAllocations } from './weigh-allocations.ts';

const ALLOCATIONS_COMPARED = 'reviewing-officers-compared';

/** What a list would change, before it does. */
export interface AllocationsWeighed {
  readonly kind: 'allocations-weighed';
  readonly lines: readonly AllocationLine[];
  readonly weighed: readonly LineWeighed[];
  /** Tells what was shown from what would come of it later. */
  readonly shown: string;
}

type WeighRefusal = AttemptRefusal | Refusal<'unreadable'>;

const weigh = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  lines: readonly AllocationLine[],
): Promise<AllocationsWeighed | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at: world.now() });
  const may = mayAttempt({ actor, action: 'allocate-reviewing-officer', on: loaded.today });
  if (may.kind === 'refused') return may;
  const weighed = weighAllocations(lines, { loaded, actor, people: await listPeople(tx) });
  const shown = createHash('sha256').update(JSON.stringify(weighed)).digest('hex');
  return { kind: 'allocations-weighed', lines, weighed, shown };
};

/** Looks at a file of whose reviewing officer somebody is. Nothing is changed; the children it tells of are recorded. */
export const compareAllocations = async (
  world: World,
  signedIn: SignedIn,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<AllocationsWeighed | WeighRefusal> => {
  const read = await readAllocations(name, bytes);
  if (read.kind === 'unreadable') return refused('unreadable', read.sentence);
  return asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await weigh(tx, { world, signedIn }, read.lines);
      if (found.kind === 'refused') return found;
      const told = found.weighed.flatMap((line) => (line.kind === 'set-aside' ? [] : [line.child]));
      if (told.length > 0)
        await appendAudit(tx, {
          at: world.now(),
          actor: signedIn.actor.id,
          action: ALLOCATIONS_COMPARED,
          subject: { kind: 'authority', id: signedIn.authority.id },
          detail: { children: [...new Set(told)] },
        });
      return found;
    },
  );
};

export interface AllocatedMany {
  readonly kind: 'allocated-many';
  readonly many: number;
}

/**
 * Allocates what was shown, all of it or nothing. Where it would come out otherwise by now, because somebody allocated meanwhile, it is
 * shown again.
 */
export const allocateMany = (
  world: World,
  signedIn: SignedIn,
  { lines, shown }: Pick<AllocationsWeighed, 'lines' | 'shown'>,
): Promise<AllocatedMany | AllocationsWeighed | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    await holdRecord(tx);
    const found = await weigh(tx, { world, signedIn }, lines);
    if (found.kind === 'refused' || found.shown !== shown) return found;
    const at = world.now();
    const by = signedIn.actor.id;
    const changes = found.weighed.flatMap((line) => (line.kind === 'changes' ? [line] : []));
    await addReviewingAllocations(
      tx,
      changes.map(({ child, starts, officer }) => ({ child, starts, person: officer })),
      { at, by },
    );
    for (const { child, starts, officer } of changes)
      await appendAudit(tx, {
        at,
        actor: by,
        action: REVIEWING_OFFICER_ALLOCATED,
        subject: { kind: 'child', id: child },
        detail: { officer, starts },
      });
    return { kind: 'allocated-many', many: changes.length };
  });
