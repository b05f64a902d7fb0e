import {
  type ChildId,
  type ChildRefusal,
  containsDay,
  type Day,
  londonDayOf,
  type Refusal,
  type ReviewingAllocation,
  refused,
  reviewingOfficersOf,
} from '@rightplace/domain';
import {
  addReviewingAllocations,
  appendAudit,
  asTenant,
  asTenantReading,
  holdRecord,
  listReviewingAllocations,
} from '@rightplace/store';
import { childForAccess, type Staff } from '../child/scope.ts';
import { type FoundChild, findChildFor } from '../child/view-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export const REVIEWING_OFFICER_ALLOCATED = 'reviewing-officer-allocated';

/** Somebody who may be a child's reviewing officer. */
interface OfficerChoice {
  readonly id: string;
  readonly name: string;
}

export interface ReviewingOfficers {
  readonly kind: 'reviewing-officers';
  readonly child: ChildId;
  /** Who it has been and will be, the last first; undefined names nobody from then on. */
  readonly history: readonly { readonly starts: Day; readonly name: string | undefined }[];
  readonly choices: readonly OfficerChoice[];
  readonly today: Day;
}

type AllocationRefusal = ChildRefusal | Refusal<'day-needed'> | Refusal<'officer-needed'>;

/**
 * Whoever holds the part of reviewing officer on a day, but for those to whom the child's record is closed, and the child's own
 * social worker: a review is independent of whoever works with the child (regulation 46 of the Care Planning, Placement and Case
 * Review (England) Regulations 2010).
 */
const choicesOn = ({ loaded, present }: FoundChild, on: Day): readonly OfficerChoice[] => {
  const { workerIds, conflictedIds } = childForAccess(present, loaded.access, loaded.today);
  const apart = new Set([...workerIds, ...conflictedIds]);
  return [...loaded.access.staff.members.values()]
    .filter(({ roles }) => roles.some((held) => held.role === 'reviewing-officer' && containsDay(held, on)))
    .filter(({ id }) => !apart.has(String(id)))
    .map(({ id, name }) => ({ id: String(id), name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

const historyOf = (said: readonly ReviewingAllocation[], { members }: Staff): ReviewingOfficers['history'] =>
  reviewingOfficersOf(said).map(({ starts, person }) => ({
    starts,
    name: person === null ? undefined : (members.get(Number(person))?.name ?? 'Somebody'),
  }));

const asked = (world: World, id: ChildId) =>
  ({
    id,
    action: 'allocate-reviewing-officer',
    asKnown: { asOf: londonDayOf(world.now()), knownAt: undefined },
  }) as const;

/** Who a child's reviewing officer is and was, and who may be it. */
export const showReviewingOfficers = (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<ReviewingOfficers | ChildRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findChildFor(tx, { world, signedIn }, asked(world, id));
      if (found.kind === 'refused') return found;
      const { staff } = found.loaded.access;
      return {
        kind: 'reviewing-officers',
        child: id,
        history: historyOf(await listReviewingAllocations(tx, { child: id }), staff),
        choices: choicesOn(found, found.loaded.today),
        today: found.loaded.today,
      };
    },
  );

/** Says who a child's reviewing officer is from a day on, or that it is nobody. What was said before is kept. */
export const allocateReviewingOfficer = (
  world: World,
  signedIn: SignedIn,
  {
    child: id,
    officer,
    starts,
  }: { readonly child: ChildId; readonly officer: string; readonly starts: Day | undefined },
): Promise<{ readonly kind: 'allocated'; readonly name: string | undefined } | AllocationRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    // What two say of one child is said one after the other.
    await holdRecord(tx);
    const found = await findChildFor(tx, { world, signedIn }, asked(world, id));
    if (found.kind === 'refused') return found;
    if (starts === undefined) return refused('day-needed', 'Enter the day from which it holds');
    const chosen = choicesOn(found, starts).find((one) => one.id === officer);
    if (officer !== '' && chosen === undefined)
      return refused(
        'officer-needed',
        'Choose somebody who is a reviewing officer on that day, and who may review how this child is looked after',
      );
    const at = world.now();
    const person = chosen === undefined ? null : Number(chosen.id);
    await addReviewingAllocations(tx, [{ child: id, starts, person }], { at, by: signedIn.actor.id });
    await appendAudit(tx, {
      at,
      actor: signedIn.actor.id,
      action: REVIEWING_OFFICER_ALLOCATED,
      subject: { kind: 'child', id },
      detail: { officer: person, starts },
    });
    return { kind: 'allocated', name: chosen?.name };
  });
