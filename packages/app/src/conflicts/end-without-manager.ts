import { type AttemptRefusal, type Moment, mayAttempt, type Refusal, refused } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  endConflict,
  listConflicts,
  listPeople,
  type StoredConflict,
  type Tx,
} from '@rightplace/store';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { tellCoverOver, tellOfConflict } from '../notifications/tell-of-conflict.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { CONFLICT_ENDED } from './keep-conflict.ts';
import { answering, namer } from './reach-for-conflict.ts';
import { whyFault } from './why.ts';

/**
 * Whether nobody else could end a conflict of interest: nobody who works here answers for the person and is not closed to the child
 * themselves. So it is of a director who is the only one, or of directors who all know the same child.
 */
export const nobodyEnds = async (
  tx: Tx,
  { child, personId }: Pick<StoredConflict, 'child' | 'personId'>,
  loaded: LoadedChildren,
): Promise<boolean> => {
  const answers = answering(loaded);
  const closed = new Set([personId, ...(loaded.access.conflicts.get(child) ?? [])]);
  return !(await listPeople(tx)).some(
    ({ id, active }) => active && !closed.has(id) && answers(String(id), String(personId)),
  );
};

/** One that an administrator records the end of. Which child it is with is not theirs to know. */
export interface EndingWithoutManager {
  readonly kind: 'ending-without-manager';
  readonly id: number;
  readonly name: string;
  readonly declaredAt: Moment;
}

type CannotEnd = AttemptRefusal | Refusal<'out-of-reach' | 'own-conflict' | 'a-manager-ends-it'>;

const NO_SUCH = refused('out-of-reach', 'There is no such conflict of interest in force.');

const find = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  id: number,
): Promise<
  { readonly kind: 'found'; readonly stored: StoredConflict; readonly name: string } | CannotEnd
> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const permission = mayAttempt({ actor: signedIn.actor, action: 'manage-people', on: loaded.today });
  if (permission.kind === 'refused') return permission;
  const [stored] = Number.isSafeInteger(id) ? await listConflicts(tx, { id }) : [];
  if (stored === undefined || stored.endedAt !== null) return NO_SUCH;
  if (stored.personId === signedIn.person.id)
    return refused('own-conflict', 'Nobody ends a conflict of interest of their own. Ask your manager.');
  return (await nobodyEnds(tx, stored, loaded))
    ? { kind: 'found', stored, name: namer(loaded)(stored.personId) }
    : refused('a-manager-ends-it', 'Somebody who answers for them can end it: ask them.');
};

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

export const beginEndingWithoutManager = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<EndingWithoutManager | CannotEnd> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const found = await find(tx, { world, signedIn }, id);
    return found.kind === 'refused'
      ? found
      : { kind: 'ending-without-manager', id, name: found.name, declaredAt: found.stored.declaredAt };
  });

const LONGEST_DECIDED_BY = 200;

const decidedByFault = (
  decidedBy: string,
  names: readonly string[],
): Refusal<'decided-by-needed'> | undefined => {
  const said = decidedBy.trim();
  if (said === '' || said.length > LONGEST_DECIDED_BY)
    return refused('decided-by-needed', 'Enter who decided it: their name, and what they are here');
  const own = names.find((name) => said.toLowerCase().includes(name.toLowerCase()));
  return own === undefined
    ? undefined
    : refused('decided-by-needed', `Somebody else than ${own} has to decide it`);
};

/**
 * Records that whoever stands above a director decided that their conflict of interest is over: by an administrator, who is told nothing
 * of the child and decides nothing.
 */
export const endConflictWithoutManager = (
  world: World,
  signedIn: SignedIn,
  { id, decidedBy, why }: { readonly id: number; readonly decidedBy: string; readonly why: string },
): Promise<{ readonly kind: 'conflict-ended' } | CannotEnd | Refusal<'decided-by-needed' | 'why-needed'>> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const found = await find(tx, { world, signedIn }, id);
    if (found.kind === 'refused') return found;
    const { stored, name } = found;
    const fault = decidedByFault(decidedBy, [name, signedIn.person.name]) ?? whyFault(why);
    if (fault !== undefined) return fault;
    const [at, by] = [world.now(), signedIn.actor.id];
    const said = `Decided by ${decidedBy.trim()}. ${why.trim()}`;
    if (!(await endConflict(tx, stored, { at, by, why: said }))) return NO_SUCH;
    await appendAudit(tx, {
      at,
      actor: by,
      action: CONFLICT_ENDED,
      subject: { kind: 'child', id: stored.child },
      detail: { conflict: id, person: stored.personId, decidedBy: decidedBy.trim() },
    });
    await tellOfConflict(tx, id, { kind: 'conflict-ended', to: [String(stored.personId)], by, at });
    await tellCoverOver(tx, stored, { by, at });
    return { kind: 'conflict-ended' };
  });
