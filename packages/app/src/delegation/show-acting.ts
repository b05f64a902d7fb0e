import {
  addMinutes,
  type CaseEvent,
  findTold,
  type Moment,
  mayDoTo,
  type Workflow,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenantLooking,
  asTenantReading,
  listCasesDoneFor,
  listDelegations,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { type CaseChild, caseChild, caseForAccess } from '../cases/find-case.ts';
import { type SaidOtherwise, type SentForm, type StepTaken, takenBefore } from '../cases/taken-before.ts';
import { findWorkflow } from '../cases/workflows.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type ActingOver, actorAt, findActingOver } from './acting.ts';
import { type DelegationLine, linesOf } from './list-delegations.ts';

/** Something that was done in somebody's name while they were stood in for. */
export interface DoneForThem {
  readonly id: number;
  /** Undefined for a restricted record. */
  readonly child: CaseChild | undefined;
  readonly title: string;
  /** "authorised entry to care". */
  readonly told: string;
  readonly by: string;
  readonly at: Moment;
}

export interface Acting {
  /** For whom they act, and for whom they will. */
  readonly forOthers: readonly DelegationLine[];
  /** Who acts for them, and who will. */
  readonly forThem: readonly DelegationLine[];
  /** The latest first. */
  readonly done: readonly DoneForThem[];
}

export const DONE_FOR_THEM_LISTED = 'done-in-their-name-listed';

/** So long what was done in their name is told: longer than anybody is stood in for on leave. */
const TOLD_FOR_MINUTES = 56 * 1440;

const isForThem =
  (me: string, since: Moment) =>
  ({ by, at }: CaseEvent): boolean =>
    by !== null && by.part.actingFor === me && at >= since;

const toldOf = (workflow: Workflow, { step, kind }: CaseEvent): string =>
  kind === 'begin' ? workflow.begins.told : (findTold(workflow, step)?.told ?? 'took a step');

/** What was done in somebody's name, as far as they reach the child now; of a conflict of interest nothing is told. */
const doneFor = async (
  tx: Tx,
  { signedIn, loaded, at }: { signedIn: SignedIn; loaded: LoadedChildren; at: Moment },
): Promise<readonly DoneForThem[]> => {
  const since = addMinutes(at, -TOLD_FOR_MINUTES);
  const isTheirs = isForThem(signedIn.actor.id, since);
  const cases = await listCasesDoneFor(tx, { person: signedIn.person.id, since });
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
  const lines = cases.flatMap((stored: StoredCase): readonly DoneForThem[] => {
    const workflow = findWorkflow(stored.workflow);
    const child = loaded.present.childById.get(stored.child);
    if (workflow === undefined || child === undefined) return [];
    const answer = mayDoTo({
      actor,
      action: workflow.access.see,
      on: loaded.today,
      child: caseForAccess(stored, child, loaded),
    });
    if (answer.kind === 'refused' && answer.name !== 'restricted-record') return [];
    return stored.events.filter(isTheirs).map((event) => ({
      id: stored.id,
      child: answer.kind === 'refused' ? undefined : caseChild(child, loaded.today),
      title: workflow.title,
      told: toldOf(workflow, event),
      by: loaded.access.staff.members.get(Number(event.by?.person))?.name ?? 'Somebody',
      at: event.at,
    }));
  });
  return lines.toSorted((a, b) => (a.at > b.at ? -1 : 1));
};

/** What somebody's own page of work says of standing in. Children named in it are recorded. */
export const readActing = async (tx: Tx, world: World, signedIn: SignedIn): Promise<Acting> => {
  const { authority, person, actor } = signedIn;
  const at = world.now();
  const delegations = await listDelegations(tx, { of: person.id });
  if (delegations.length === 0) return { forOthers: [], forThem: [], done: [] };
  const loaded = await loadChildren(tx, world, authority.id, undefined);
  const lines = linesOf(delegations, { staff: loaded.access.staff, actor, at }).filter(
    ({ phase }) => phase !== 'past',
  );
  const wasStoodInFor = delegations.some(({ forPerson }) => forPerson === actor.id);
  const done = wasStoodInFor ? await doneFor(tx, { signedIn, loaded, at }) : [];
  const named = done.flatMap(({ child }) => (child === undefined ? [] : [child.id]));
  if (named.length > 0)
    await appendAudit(tx, {
      at,
      actor: actor.id,
      action: DONE_FOR_THEM_LISTED,
      subject: { kind: 'authority', id: authority.id },
      detail: { children: [...new Set(named)] },
    });
  return {
    forOthers: lines.filter(({ standsIn }) => standsIn === actor.id),
    forThem: lines.filter(({ forPerson }) => forPerson === actor.id),
    done,
  };
};

/** The same as `readActing`, by itself. */
export const showActing = (world: World, signedIn: SignedIn): Promise<Acting> =>
  asTenantLooking(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    readActing(tx, world, signedIn),
  );

/**
 * What the very form has done before the case went out of their reach; or why what they sent about it is no longer theirs to do,
 * where their standing in for somebody ended lately.
 */
export const whyActingIsOver = async (
  world: World,
  signedIn: SignedIn,
  sent: SentForm,
): Promise<ActingOver | StepTaken | SaidOtherwise | undefined> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      // Whatever took the case out of their reach, what they did in time is done.
      const before = await takenBefore(tx, signedIn, sent);
      return before ?? (await findActingOver(tx, signedIn, { at: world.now() }));
    },
  );
