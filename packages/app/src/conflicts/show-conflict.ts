import { type ChildRefusal, type Moment, type Refusal, refused } from '@rightplace/domain';
import {
  appendAudit,
  asTenantLooking,
  listConflicts,
  listPeople,
  type StoredConflict,
  type Tx,
} from '@rightplace/store';
import { type CaseChild, caseChild } from '../cases/find-case.ts';
import { coveredNow, ownRolesOn } from '../child/cover.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { ColleagueChoice } from './declare-conflict.ts';
import { type LeftWaiting, leftWaiting } from './left-waiting.ts';
import { type Asker, answering, type ChildReached, namer, reachForConflict } from './reach-for-conflict.ts';

export const CONFLICT_VIEWED = 'conflict-viewed';

/** A conflict of interest with a child in reach, as whoever sees to the cases reads it. */
export interface ConflictView {
  readonly kind: 'conflict';
  readonly id: number;
  readonly name: string;
  readonly child: CaseChild;
  readonly why: string;
  readonly declaredAt: Moment;
  readonly declaredByThemselves: boolean;
  readonly declaredByName: string;
  readonly ended: { readonly at: Moment; readonly byName: string; readonly why: string | null } | undefined;
  /** Whether whoever looks ends it, and says who has the cases. */
  readonly mayKeep: boolean;
  readonly coveredBy: ColleagueChoice | undefined;
  /** Who was chosen last, whether they have the cases still: '' is nobody. Whoever chooses says that this is what they saw. */
  readonly chosen: string;
  /** Who may have the person's cases; none where the child was not among the person's own. */
  readonly covers: readonly ColleagueChoice[];
  readonly waiting: readonly LeftWaiting[];
}

export interface FoundConflict {
  readonly kind: 'found';
  readonly stored: StoredConflict;
  readonly reached: ChildReached;
  readonly mayKeep: boolean;
}

export type ConflictRefusal = ChildRefusal | Refusal<'own-conflict'>;

const NO_SUCH = refused('out-of-reach', 'There is no such conflict of interest among those you see to.');

export const findConflictFor = async (
  tx: Tx,
  asker: Asker,
  id: number,
): Promise<FoundConflict | ConflictRefusal> => {
  const [stored] = Number.isSafeInteger(id) ? await listConflicts(tx, { id }) : [];
  if (stored === undefined) return NO_SUCH;
  const me = asker.signedIn.actor.id;
  if (String(stored.personId) === me)
    return refused('own-conflict', 'Nobody ends a conflict of interest of their own. Ask your manager.');
  const reached = await reachForConflict(tx, asker, { id: stored.child, action: 'keep-conflicts' });
  if (reached.kind === 'refused') return reached.name === 'out-of-reach' ? NO_SUCH : reached;
  return { kind: 'found', stored, reached, mayKeep: answering(reached.loaded)(me, String(stored.personId)) };
};

/**
 * Who may have the person's cases of a child instead: colleagues whom the manager answers for, in the same role, where the child
 * is one of the person's own. A manager's or director's part is another's already, or is stood in for.
 */
export const coversOf = async (
  tx: Tx,
  { actor }: SignedIn,
  { stored: { personId }, reached: { ways, loaded } }: FoundConflict,
): Promise<readonly ColleagueChoice[]> => {
  if (!ways.some(({ workerIds }) => workerIds.includes(String(personId)))) return [];
  const answers = answering(loaded);
  const ownRoles = (id: string) => ownRolesOn(loaded.access.staff, id, loaded.today).map(({ role }) => role);
  const theirs = new Set(ownRoles(String(personId)));
  const closed = new Set([String(personId), ...ways.flatMap(({ conflictedIds }) => conflictedIds)]);
  return (await listPeople(tx))
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ id: String(id), name }))
    .filter(
      ({ id }) => !closed.has(id) && answers(actor.id, id) && ownRoles(id).some((role) => theirs.has(role)),
    );
};

export const showConflict = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<ConflictView | ConflictRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findConflictFor(tx, { world, signedIn }, id);
      if (found.kind === 'refused') return found;
      const { stored, reached, mayKeep } = found;
      const nameOf = namer(reached.loaded);
      const { endedAt, endedBy, personId, child } = stored;
      const covering =
        endedAt === null
          ? coveredNow(personId, { ...reached.loaded, child })
          : (stored.coveredBy ?? undefined);
      const inForce = endedAt === null;
      await appendAudit(tx, {
        at: world.now(),
        actor: signedIn.actor.id,
        action: CONFLICT_VIEWED,
        subject: { kind: 'child', id: stored.child },
        detail: { conflict: id },
      });
      return {
        kind: 'conflict',
        id,
        name: nameOf(personId),
        child: caseChild(reached.child, reached.loaded.today),
        why: stored.why,
        declaredAt: stored.declaredAt,
        declaredByThemselves: stored.declaredBy === String(personId),
        declaredByName: nameOf(stored.declaredBy),
        ended:
          endedAt === null ? undefined : { at: endedAt, byName: nameOf(endedBy ?? ''), why: stored.endedWhy },
        mayKeep: mayKeep && inForce,
        chosen: String(stored.coveredBy ?? ''),
        coveredBy: covering === undefined ? undefined : { id: String(covering), name: nameOf(covering) },
        covers: mayKeep && inForce ? await coversOf(tx, signedIn, found) : [],
        waiting: inForce ? await leftWaiting(tx, { world, signedIn }, found) : [],
      };
    },
  );
