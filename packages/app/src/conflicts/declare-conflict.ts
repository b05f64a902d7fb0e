import {
  type ChildId,
  type ChildRefusal,
  containsDay,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  declareConflict,
  holdCase,
  listCasesOf,
  listPeople,
  type Tx,
} from '@rightplace/store';
import { type CaseChild, caseChild } from '../cases/find-case.ts';
import { rolesIn } from '../delegation/acting.ts';
import { tellOfConflict } from '../notifications/tell-of-conflict.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { answering, type ChildReached, managersFor, namer, reachForConflict } from './reach-for-conflict.ts';
import { whyFault } from './why.ts';

export const CONFLICT_DECLARED = 'conflict-declared';

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

export interface OwnDeclaration {
  readonly kind: 'own-declaration';
  /** Undefined for a restricted record that is not open to them. */
  readonly child: CaseChild | undefined;
}

/** Whether somebody may say that they know a child outside work, and who the child is. */
export const beginOwnDeclaration = (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<OwnDeclaration | ChildRefusal> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const reached = await reachForConflict(tx, { world, signedIn }, { id, action: 'declare-own-conflict' });
    if (reached.kind === 'refused') return reached;
    return {
      kind: 'own-declaration',
      child: reached.isSealed ? undefined : caseChild(reached.child, reached.loaded.today),
    };
  });

export interface ConflictDeclared {
  readonly kind: 'conflict-declared';
  readonly id: number;
  /** The managers who were told. */
  readonly told: readonly string[];
}

type DeclareRefusal = ChildRefusal | Refusal<'why-needed' | 'declared-already'>;

/** Records it, tells whoever sees to the cases, and keeps who said so: one transaction. */
const record = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  {
    reached,
    personId,
    why,
  }: { readonly reached: ChildReached; readonly personId: number; readonly why: string },
): Promise<ConflictDeclared | DeclareRefusal> => {
  const [at, by, child] = [world.now(), signedIn.actor.id, reached.child.id];
  // Whoever is deciding on a case of the child at this moment has decided before it, or decides knowing of it.
  for (const { id } of (await listCasesOf(tx, child)).toSorted((a, b) => a.id - b.id)) await holdCase(tx, id);
  const id = await declareConflict(tx, { child, personId, why: why.trim(), at, by });
  if (id === undefined) return refused('declared-already', 'That is recorded already.');
  await appendAudit(tx, {
    at,
    actor: by,
    action: CONFLICT_DECLARED,
    subject: { kind: 'child', id: child },
    detail: { conflict: id, person: personId },
  });
  const to = await managersFor(tx, personId, { ...reached, at });
  await tellOfConflict(tx, id, { kind: 'conflict-declared', to, by, at });
  await tellOfConflict(tx, id, { kind: 'conflict-recorded', to: [String(personId)], by, at });
  return { kind: 'conflict-declared', id, told: to.map(namer(reached.loaded)) };
};

/** "I know this child or their family outside work": the record is closed to them from now on. */
export const declareOwnConflict = (
  world: World,
  signedIn: SignedIn,
  { child: id, why }: { readonly child: ChildId; readonly why: string },
): Promise<ConflictDeclared | DeclareRefusal> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const reached = await reachForConflict(tx, { world, signedIn }, { id, action: 'declare-own-conflict' });
    if (reached.kind === 'refused') return reached;
    return whyFault(why) ?? record(tx, { world, signedIn }, { reached, personId: signedIn.person.id, why });
  });

/** Somebody of whom a conflict of interest may be recorded. */
export interface ColleagueChoice {
  readonly id: string;
  readonly name: string;
}

export interface ColleagueDeclaration {
  readonly kind: 'colleague-declaration';
  readonly child: CaseChild;
  readonly choices: readonly ColleagueChoice[];
}

/** Those who work here in a role that opens records, for whom the actor answers, and to whom this one is not closed yet. */
const choicesFor = async (
  tx: Tx,
  { actor }: SignedIn,
  { ways, loaded }: ChildReached,
): Promise<readonly ColleagueChoice[]> => {
  const [answers, rolesOf, on] = [answering(loaded), rolesIn(loaded.access.staff), loaded.today];
  const closed = new Set(ways.flatMap(({ conflictedIds }) => conflictedIds));
  return (await listPeople(tx))
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ id: String(id), name }))
    .filter(({ id }) => !closed.has(id) && answers(actor.id, id))
    .filter(({ id }) => {
      const assignments = rolesOf(id).filter((held) => containsDay(held, on));
      return mayAttempt({ actor: { id, assignments }, action: 'view-child', on }).kind === 'may';
    });
};

const reachForColleague = async (tx: Tx, world: World, signedIn: SignedIn, id: ChildId) =>
  reachForConflict(tx, { world, signedIn }, { id, action: 'keep-conflicts' });

export const beginColleagueDeclaration = (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<ColleagueDeclaration | ChildRefusal> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const reached = await reachForColleague(tx, world, signedIn, id);
    if (reached.kind === 'refused') return reached;
    return {
      kind: 'colleague-declaration',
      child: caseChild(reached.child, reached.loaded.today),
      choices: await choicesFor(tx, signedIn, reached),
    };
  });

/** A manager records it of somebody they answer for, with a child in their reach. */
export const recordConflictOf = (
  world: World,
  signedIn: SignedIn,
  { child: id, person, why }: { readonly child: ChildId; readonly person: string; readonly why: string },
): Promise<ConflictDeclared | DeclareRefusal | Refusal<'colleague-needed'>> =>
  asTenant(world.db, tenantOf(signedIn), async (tx) => {
    const reached = await reachForColleague(tx, world, signedIn, id);
    if (reached.kind === 'refused') return reached;
    const chosen = (await choicesFor(tx, signedIn, reached)).find((one) => one.id === person);
    if (chosen === undefined)
      return refused('colleague-needed', 'Choose who knows the child or their family');
    return whyFault(why) ?? record(tx, { world, signedIn }, { reached, personId: Number(chosen.id), why });
  });
