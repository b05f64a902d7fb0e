import {
  type Actor,
  type AttemptRefusal,
  doerInWords,
  findReturn,
  londonDayOf,
  mayAttempt,
  stateMeaning,
  type Waiting,
} from '@rightplace/domain';
import { appendAudit, asTenant, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type CaseChild, caseChild } from './find-case.ts';
import { listOpenLines, type OpenLine, type OpenLines } from './open-lines.ts';

/** A case on somebody's list. */
export interface MyWorkLine {
  readonly id: number;
  readonly title: string;
  readonly isUrgent: boolean;
  /** Undefined for a restricted record, or one closed to them: that there is a case is all that is told. */
  readonly child: CaseChild | undefined;
  readonly stateTitle: string;
  /** Who gave it back, for as long as it has not been sent on again: "Returned by Tess Marlow, team manager". */
  readonly returned: string | undefined;
  /** What is wrong for as long as it stands there. */
  readonly alarm: string | undefined;
  /** The names of those who have yet to confirm an approval written down as theirs. */
  readonly unconfirmed: readonly string[];
  /** Whether one of those is whoever's list it is. */
  readonly isAsked: boolean;
  readonly waiting: Waiting;
}

export interface MyWork {
  readonly kind: 'my-work';
  /** Emergencies first, then whoever is overdue, then the longest waiting. */
  readonly mine: readonly MyWorkLine[];
  /** They had a part in it, and it is somebody else's turn. */
  readonly others: readonly MyWorkLine[];
  readonly team: readonly MyWorkLine[];
  /** Whether they are, or stand in for, a director: what waits for a signature is on a desk of its own. */
  readonly hasDesk: boolean;
}

export const MY_WORK_LISTED = 'my-work-listed';

export const inOrder = (a: MyWorkLine, b: MyWorkLine): number => {
  if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1;
  if (a.waiting.overdue !== b.waiting.overdue) return a.waiting.overdue ? -1 : 1;
  return a.waiting.since < b.waiting.since ? -1 : a.waiting.since > b.waiting.since ? 1 : a.id - b.id;
};

/** A case as a list names it. */
export const lineOf = (
  { stored, workflow, now, record, isNamed, waiting }: OpenLine,
  { loaded, nameOf, actor }: Pick<OpenLines, 'loaded' | 'nameOf' | 'actor'>,
): MyWorkLine => {
  const { title: stateTitle, alarm } = stateMeaning(workflow, now.state);
  const returned = findReturn(now)?.by;
  return {
    id: stored.id,
    title: workflow.title,
    isUrgent: workflow.urgent === true,
    child: isNamed ? caseChild(record, loaded.today) : undefined,
    stateTitle,
    returned: returned ? `Returned by ${doerInWords(returned, nameOf)}` : undefined,
    alarm,
    unconfirmed: waiting.unconfirmed.map(nameOf),
    isAsked: waiting.unconfirmed.includes(actor.id),
    waiting,
  };
};

/** Records that these children were named to somebody on a list. */
export const recordListed = async (
  tx: Tx,
  world: Pick<World, 'now'>,
  { person, authority }: SignedIn,
  { lines, action }: { readonly lines: readonly Pick<MyWorkLine, 'child'>[]; readonly action: string },
): Promise<void> => {
  const named = lines.flatMap(({ child }) => (child === undefined ? [] : [child.id]));
  if (named.length === 0) return;
  await appendAudit(tx, {
    at: world.now(),
    actor: String(person.id),
    action,
    subject: { kind: 'authority', id: authority.id },
    detail: { children: [...new Set(named)] },
  });
};

/** Whether what waits for a director waits for them, in a role of their own or of a colleague's. */
export const hasDesk = ({ assignments }: Actor): boolean =>
  assignments.some(({ role }) => role === 'director');

interface Listed {
  readonly lines: readonly MyWorkLine[];
  readonly hasDesk: boolean;
}

const openLines = async (tx: Tx, world: World, signedIn: SignedIn): Promise<Listed | AttemptRefusal> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor: signedIn.actor, action: 'list-my-work', on: today });
  if (permission.kind === 'refused') return permission;
  const open = await listOpenLines(tx, world, signedIn);
  return { lines: open.lines.map((line) => lineOf(line, open)), hasDesk: hasDesk(open.actor) };
};

const isRefused = (listed: Listed | AttemptRefusal): listed is AttemptRefusal => 'kind' in listed;

/** Everything that waits for somebody, or that they wait for, among the cases they reach. The children named are recorded. */
export const listMyWork = async (world: World, signedIn: SignedIn): Promise<MyWork | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const listed = await openLines(tx, world, signedIn);
    if (isRefused(listed)) return listed;
    const { lines } = listed;
    await recordListed(tx, world, signedIn, { lines, action: MY_WORK_LISTED });
    const of = (whose: Waiting['for']) => lines.filter(({ waiting }) => waiting.for === whose).sort(inOrder);
    return {
      kind: 'my-work',
      mine: of('me'),
      others: of('others'),
      team: of('team'),
      hasDesk: listed.hasDesk,
    };
  });

/** How many cases wait for somebody, and the one where it is one: names nobody. */
export interface MyWorkCount {
  readonly waiting: number;
  readonly overdue: number;
  readonly only: number | undefined;
  readonly hasDesk: boolean;
}

/** Undefined for those who have no list of work. */
export const countMyWork = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<MyWorkCount | undefined> => {
  const listed = await openLines(tx, world, signedIn);
  if (isRefused(listed)) return undefined;
  const mine = listed.lines.filter(({ waiting }) => waiting.for === 'me');
  return {
    waiting: mine.length,
    overdue: mine.filter(({ waiting }) => waiting.overdue).length,
    only: mine.length === 1 ? mine[0]?.id : undefined,
    hasDesk: listed.hasDesk,
  };
};
