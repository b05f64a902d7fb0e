import { type Refusal, refused } from '@rightplace/domain';
import { appendAudit, asTenant, coverConflict, endConflict, type Tx } from '@rightplace/store';
import { tellCoverOver, tellOfConflict } from '../notifications/tell-of-conflict.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type ConflictRefusal, coversOf, type FoundConflict, findConflictFor } from './show-conflict.ts';
import { whyFault } from './why.ts';

export const CONFLICT_ENDED = 'conflict-ended';
export const CONFLICT_COVERED = 'conflict-covered';

type KeepRefusal = ConflictRefusal | Refusal<'not-yours-to-keep' | 'over-already'>;

/** One in force, of somebody the actor answers for, with a child in their reach. */
const findToKeep = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<FoundConflict | KeepRefusal> => {
  const found = await findConflictFor(tx, { world, signedIn }, id);
  if (found.kind === 'refused') return found;
  if (!found.mayKeep)
    return refused('not-yours-to-keep', 'You do not answer for that colleague: ask whoever does.');
  return found.stored.endedAt === null ? found : refused('over-already', 'It was ended already.');
};

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

/** Ends a colleague's conflict of interest, with why: the record is open again to them as far as they reach. */
export const endConflictOf = (
  world: World,
  signedIn: SignedIn,
  { id, why }: { readonly id: number; readonly why: string },
): Promise<{ readonly kind: 'conflict-ended' } | KeepRefusal | Refusal<'why-needed'>> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const found = await findToKeep(tx, world, signedIn, id);
    if (found.kind === 'refused') return found;
    const fault = whyFault(why);
    if (fault !== undefined) return fault;
    const [at, by, { stored }] = [world.now(), signedIn.actor.id, found];
    if (!(await endConflict(tx, stored, { at, by, why: why.trim() })))
      return refused('over-already', 'It was ended already.');
    await appendAudit(tx, {
      at,
      actor: by,
      action: CONFLICT_ENDED,
      subject: { kind: 'child', id: stored.child },
      detail: { conflict: id, person: stored.personId },
    });
    await tellOfConflict(tx, id, { kind: 'conflict-ended', to: [String(stored.personId)], by, at });
    await tellCoverOver(tx, stored, { by, at });
    return { kind: 'conflict-ended' };
  });

/** Says who has the person's cases of the child meanwhile, with all that was written in them; '' is nobody. */
export const giveCasesToAnother = (
  world: World,
  signedIn: SignedIn,
  { id, person }: { readonly id: number; readonly person: string },
): Promise<
  { readonly kind: 'cases-given'; readonly name: string | undefined } | KeepRefusal | Refusal<'cover-needed'>
> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const found = await findToKeep(tx, world, signedIn, id);
    if (found.kind === 'refused') return found;
    const chosen = (await coversOf(tx, signedIn, found)).find((one) => one.id === person);
    if (person !== '' && chosen === undefined)
      return refused('cover-needed', 'Choose a colleague from the list');
    const [at, by, { stored }] = [world.now(), signedIn.actor.id, found];
    const covering = chosen === undefined ? null : Number(chosen.id);
    await coverConflict(tx, id, { coveredBy: covering, on: found.reached.loaded.today });
    await appendAudit(tx, {
      at,
      actor: by,
      action: CONFLICT_COVERED,
      subject: { kind: 'child', id: stored.child },
      detail: { conflict: id, person: stored.personId, covering },
    });
    if (stored.coveredBy !== covering) await tellCoverOver(tx, stored, { by, at });
    const to = chosen === undefined ? [] : [chosen.id];
    await tellOfConflict(tx, id, { kind: 'conflict-covered', to, by, at });
    return { kind: 'cases-given', name: chosen?.name };
  });
