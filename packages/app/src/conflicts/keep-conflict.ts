import { momentInWords, type Refusal, refused } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  coverConflict,
  endConflict,
  listAudit,
  listConflicts,
  type Tx,
} from '@rightplace/store';
import { tellCoverOver, tellOfConflict } from '../notifications/tell-of-conflict.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { namer } from './reach-for-conflict.ts';
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
  {
    id,
    person,
    seen,
  }: {
    readonly id: number;
    readonly person: string;
    /** Who had them when the page was opened: '' is nobody. */
    readonly seen: string;
  },
): Promise<
  | { readonly kind: 'cases-given'; readonly name: string | undefined }
  | KeepRefusal
  | Refusal<'cover-needed' | 'given-meanwhile'>
> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const found = await findToKeep(tx, world, signedIn, id);
    if (found.kind === 'refused') return found;
    const chosen = (await coversOf(tx, signedIn, found)).find((one) => one.id === person);
    if (person !== '' && chosen === undefined)
      return refused('cover-needed', 'Choose a colleague from the list');
    const [at, by, { stored }] = [world.now(), signedIn.actor.id, found];
    const covering = chosen === undefined ? null : Number(chosen.id);
    // The same form sent twice.
    if (stored.coveredBy === covering && String(covering ?? '') !== seen)
      return { kind: 'cases-given', name: chosen?.name };
    const instead = seen === '' ? null : Number(seen) || 0;
    const { today } = found.reached.loaded;
    if (!(await coverConflict(tx, id, { coveredBy: covering, instead, on: today })))
      return givenMeanwhile(tx, found);
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

/** Whoever chose meanwhile, when, and whom. */
const givenMeanwhile = async (
  tx: Tx,
  { stored: { id, child }, reached: { loaded } }: FoundConflict,
): Promise<Refusal<'given-meanwhile'>> => {
  const nameOf = namer(loaded);
  const [now] = await listConflicts(tx, { id });
  const chosen = (
    await listAudit(tx, { action: CONFLICT_COVERED, subject: { kind: 'child', id: child } })
  ).find(({ detail }) => (detail as { readonly conflict?: number } | undefined)?.conflict === id);
  const by = now?.coveredBy ?? undefined;
  const whom = by === undefined ? 'to nobody' : `to ${nameOf(by)}`;
  const who = chosen === undefined ? 'Somebody else' : nameOf(chosen.actor);
  const when = chosen === undefined ? '' : ` on ${momentInWords(chosen.at)}`;
  return refused(
    'given-meanwhile',
    `${who} gave the cases ${whom}${when}, after you opened this page. Nothing of yours was recorded: choose again if it should be otherwise.`,
  );
};
