import {
  answersFor,
  type ChildAction,
  type ChildForAccess,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  type Moment,
  mayDoTo,
  refused,
} from '@rightplace/domain';
import { listCasesOf, listPeople, type Tx } from '@rightplace/store';
import { caseForAccess, findCaseFor } from '../cases/find-case.ts';
import { findOpenGlass } from '../child/break-glass.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import { rolesIn } from '../delegation/acting.ts';
import { colleaguesBy } from '../notifications/colleagues-of-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export interface Asker {
  readonly world: World;
  readonly signedIn: SignedIn;
}

/** A child whom a conflict of interest is said of. */
export interface ChildReached {
  readonly kind: 'reached';
  readonly child: ChildRecord;
  /** As a record, and as each of their cases: one who is new to the record is reached by those alone. */
  readonly ways: readonly ChildForAccess[];
  /** A restricted record that is not open: they may say that they know the child, and are told nothing. */
  readonly isSealed: boolean;
  readonly loaded: LoadedChildren;
}

export const waysToChild = async (
  tx: Tx,
  child: ChildRecord,
  loaded: LoadedChildren,
): Promise<readonly ChildForAccess[]> => [
  childForAccess(child, loaded.access, loaded.today),
  ...(await listCasesOf(tx, child.id)).map((stored) => caseForAccess(stored, child, loaded)),
];

/** Whether somebody sees a case of the child in another way: as chair of its meeting, or for a word of theirs. */
const seesACase = async (tx: Tx, asker: Asker, id: ChildId): Promise<boolean> => {
  for (const stored of await listCasesOf(tx, id)) {
    const found = await findCaseFor(tx, asker, { id: stored.id, to: 'see', forTheirWord: true });
    if (found.kind === 'found') return true;
  }
  return false;
};

export const reachForConflict = async (
  tx: Tx,
  { world, signedIn }: Asker,
  { id, action }: { readonly id: ChildId; readonly action: ChildAction },
): Promise<ChildReached | ChildRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const child = loaded.present.childById.get(id);
  if (child === undefined)
    return refused('out-of-reach', 'There is no such child among those you work with.');
  const glass =
    child.restricted === true ? await findOpenGlass(tx, { signedIn, id, now: world.now() }) : undefined;
  const ways = await waysToChild(tx, child, loaded);
  const answers = ways.map((way) =>
    mayDoTo({
      actor: signedIn.actor,
      action,
      on: loaded.today,
      child: way,
      ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
    }),
  );
  const reached = { kind: 'reached', child, ways, loaded } as const;
  if (answers.some(({ kind }) => kind === 'may')) return { ...reached, isSealed: false };
  const [first] = answers as [ChildRefusal];
  const refusal = (answers as readonly ChildRefusal[]).find(({ name }) => name !== 'out-of-reach') ?? first;
  if (action !== 'declare-own-conflict') return refusal;
  if (refusal.name === 'restricted-record') return { ...reached, isSealed: true };
  return refusal.name === 'out-of-reach' && (await seesACase(tx, { world, signedIn }, id))
    ? { ...reached, isSealed: child.restricted === true && glass === undefined }
    : refusal;
};

/** Whether one person answers for another's conflicts of interest, by their roles of that day. */
export const answering = ({ access: { staff }, today }: LoadedChildren) => {
  const rolesOf = rolesIn(staff);
  const actor = (id: string) => ({ id, assignments: rolesOf(id) });
  return (keeper: string, colleague: string): boolean =>
    answersFor({
      keeper: actor(keeper),
      colleague: actor(colleague),
      on: today,
      serviceOf: (team) => staff.teams.get(Number(team))?.service,
    });
};

export const namer =
  ({ access }: Pick<LoadedChildren, 'access'>) =>
  (person: string | number): string =>
    access.staff.members.get(Number(person))?.name ?? 'Somebody';

/** The nearest first: one step up is told, and the next only where there is none. */
const NEAREST = ['team-manager', 'group-manager', 'director'] as const;

/** Those who see to it that the cases of somebody with a conflict of interest go on: who answer for them and reach the child. */
export const managersFor = async (
  tx: Tx,
  personId: number,
  { ways, loaded, at }: Pick<ChildReached, 'ways' | 'loaded'> & { readonly at: Moment },
): Promise<readonly string[]> => {
  const working = new Set((await listPeople(tx)).flatMap(({ id, active }) => (active ? [String(id)] : [])));
  const answers = answering(loaded);
  const reaching = colleaguesBy({
    action: 'keep-conflicts',
    staff: loaded.access.staff,
    delegations: [],
    at,
  });
  const those = ways
    .flatMap((way) => reaching(way))
    .filter(({ id, parts }) => parts.length > 0 && working.has(id) && answers(id, String(personId)));
  for (const nearest of NEAREST) {
    const found = those.filter(({ parts }) => parts.some(({ role }) => role === nearest));
    if (found.length > 0) return [...new Set(found.map(({ id }) => id))];
  }
  return [];
};
