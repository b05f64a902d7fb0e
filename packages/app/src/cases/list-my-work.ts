import {
  type AttemptRefusal,
  mayAttempt,
  mayDoTo,
  stateMeaning,
  type Waiting,
  waitingFor,
} from '@rightplace/domain';
import { appendAudit, asTenant, listAllWriters, listCases, type Tx } from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { answersHere, type CaseChild, caseChild, caseForAccess, caseNow, clockOf } from './find-case.ts';
import { partsFor } from './parts-for.ts';
import { findWorkflow } from './workflows.ts';

/** A case on somebody's list. */
export interface MyWorkLine {
  readonly id: number;
  readonly title: string;
  readonly isUrgent: boolean;
  /** Undefined for a restricted record, or one closed to them: that there is a case is all that is told. */
  readonly child: CaseChild | undefined;
  readonly stateTitle: string;
  /** What is wrong for as long as it stands there. */
  readonly alarm: string | undefined;
  /** The names of those who have yet to confirm an approval written down as theirs. */
  readonly unconfirmed: readonly string[];
  readonly waiting: Waiting;
}

export interface MyWork {
  readonly kind: 'my-work';
  /** Emergencies first, then whoever is overdue, then the longest waiting. */
  readonly mine: readonly MyWorkLine[];
  /** They had a part in it, and it is somebody else's turn. */
  readonly others: readonly MyWorkLine[];
  readonly team: readonly MyWorkLine[];
}

export const MY_WORK_LISTED = 'my-work-listed';

const inOrder = (a: MyWorkLine, b: MyWorkLine): number => {
  if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1;
  if (a.waiting.overdue !== b.waiting.overdue) return a.waiting.overdue ? -1 : 1;
  return a.waiting.since < b.waiting.since ? -1 : a.waiting.since > b.waiting.since ? 1 : a.id - b.id;
};

/** The cases that somebody reaches and that are not over, whomever they wait for. */
const openLines = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<readonly MyWorkLine[] | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const permission = mayAttempt({ actor: signedIn.actor, action: 'list-my-work', on: loaded.today });
  if (permission.kind === 'refused') return permission;
  const clock = await clockOf(tx, loaded.today);
  const writers = await listAllWriters(tx);
  const at = world.now();
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
  const by = actor.id;
  const nameOf = (person: string): string =>
    loaded.access.staff.members.get(Number(person))?.name ?? 'Somebody';
  return (await listCases(tx)).flatMap((stored): readonly MyWorkLine[] => {
    const workflow = findWorkflow(stored.workflow);
    const child = loaded.present.childById.get(stored.child);
    if (workflow === undefined || child === undefined) return [];
    const forAccess = caseForAccess(stored, child, loaded);
    const answer = mayDoTo({
      actor,
      action: workflow.access.see,
      on: loaded.today,
      child: forAccess,
    });
    const now = caseNow(workflow, stored, writers.get(stored.id) ?? [], { clock, at });
    const isAsked = answersHere(now, by, forAccess);
    // A restricted one is opened by itself, with a reason. Of a conflict of interest nothing is told at all.
    if (answer.kind === 'refused' && answer.name !== 'restricted-record' && !isAsked) return [];
    const parts = partsFor({ actor }, workflow.access.take, forAccess, loaded.today);
    const waiting = waitingFor(workflow, now, { by, parts, at, ...clock });
    if (waiting === undefined) return [];
    const state = stateMeaning(workflow, now.state);
    return [
      {
        id: stored.id,
        title: workflow.title,
        isUrgent: workflow.urgent === true,
        child: answer.kind === 'refused' && !isAsked ? undefined : caseChild(child, loaded.today),
        stateTitle: state.title,
        alarm: state.alarm,
        unconfirmed: waiting.unconfirmed.map(nameOf),
        waiting,
      },
    ];
  });
};

const isRefused = (lines: readonly MyWorkLine[] | AttemptRefusal): lines is AttemptRefusal => 'kind' in lines;

/** Everything that waits for somebody, or that they wait for, among the cases they reach. The children named are recorded. */
export const listMyWork = async (world: World, signedIn: SignedIn): Promise<MyWork | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const lines = await openLines(tx, world, signedIn);
    if (isRefused(lines)) return lines;
    const named = lines.flatMap(({ child }) => (child === undefined ? [] : [child.id]));
    if (named.length > 0)
      await appendAudit(tx, {
        at: world.now(),
        actor: String(signedIn.person.id),
        action: MY_WORK_LISTED,
        subject: { kind: 'authority', id: signedIn.authority.id },
        detail: { children: [...new Set(named)] },
      });
    const of = (whose: Waiting['for']) => lines.filter(({ waiting }) => waiting.for === whose).sort(inOrder);
    return { kind: 'my-work', mine: of('me'), others: of('others'), team: of('team') };
  });

/** How many cases wait for somebody, and the one where it is one: names nobody. */
export interface MyWorkCount {
  readonly waiting: number;
  readonly overdue: number;
  readonly only: number | undefined;
}

/** Undefined for those who have no list of work. */
export const countMyWork = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<MyWorkCount | undefined> => {
  const lines = await openLines(tx, world, signedIn);
  if (isRefused(lines)) return undefined;
  const mine = lines.filter(({ waiting }) => waiting.for === 'me');
  return {
    waiting: mine.length,
    overdue: mine.filter(({ waiting }) => waiting.overdue).length,
    only: mine.length === 1 ? mine[0]?.id : undefined,
  };
};
