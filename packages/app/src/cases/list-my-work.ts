import {
  type AttemptRefusal,
  doerInWords,
  findReturn,
  goesOnByOfficer,
  londonDayOf,
  mayAttempt,
  stateMeaning,
  type Waiting,
} from '@rightplace/domain';
import { appendAudit, asTenantLooking, type Tx } from '@rightplace/store';
import { type ListPage, pageOf } from '../child/choose-lines.ts';
import { hasOfficer } from '../reviewing/officer-of-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type CaseChild, caseChild } from './find-case.ts';
import { hasDesk, isOnDesk } from './on-desk.ts';
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
  /** It goes on by the child's reviewing officer alone, and the child has none: nobody's list has it. */
  readonly noOfficer: boolean;
  /** The names of those who have yet to confirm an approval written down as theirs. */
  readonly unconfirmed: readonly string[];
  /** Whether one of those is whoever's list it is. */
  readonly isAsked: boolean;
  readonly waiting: Waiting;
}

export interface MyWork {
  readonly kind: 'my-work';
  /** A page of it: emergencies first, then whoever is overdue, then the longest waiting. */
  readonly mine: ListPage<MyWorkLine>;
  /** They had a part in it, and it is somebody else's turn. */
  readonly others: ListPage<MyWorkLine>;
  readonly team: ListPage<MyWorkLine>;
  /** Whether they are, or stand in for, a director: what waits for a signature is on a desk of its own. */
  readonly hasDesk: boolean;
}

/** Which page of each part of the list is asked for, from 1. */
export interface PagesOfWork {
  readonly yours: number;
  readonly part: number;
  readonly team: number;
}

export const FIRST_PAGES: PagesOfWork = { yours: 1, part: 1, team: 1 };

/** What waits for somebody is looked through; what waits for others is looked at, the most urgent of it first. */
export const MOST_ON_A_PAGE: PagesOfWork = { yours: 25, part: 10, team: 10 };

export const MY_WORK_LISTED = 'my-work-listed';

type Ordered = Pick<MyWorkLine, 'id' | 'isUrgent' | 'waiting'>;

export const inOrder = (a: Ordered, b: Ordered): number => {
  if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1;
  if (a.waiting.overdue !== b.waiting.overdue) return a.waiting.overdue ? -1 : 1;
  return a.waiting.since < b.waiting.since ? -1 : a.waiting.since > b.waiting.since ? 1 : a.id - b.id;
};

const isUrgent = ({ urgent }: OpenLine['workflow']): boolean => urgent === true;

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
    isUrgent: isUrgent(workflow),
    child: isNamed ? caseChild(record, loaded.today) : undefined,
    stateTitle,
    returned: returned ? `Returned by ${doerInWords(returned, nameOf)}` : undefined,
    alarm,
    noOfficer: isNamed && goesOnByOfficer(workflow, now.state) && !hasOfficer(record, loaded),
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

const openLines = async (tx: Tx, world: World, signedIn: SignedIn): Promise<OpenLines | AttemptRefusal> => {
  const on = londonDayOf(world.now());
  const permission = mayAttempt({ actor: signedIn.actor, action: 'list-my-work', on });
  return permission.kind === 'refused' ? permission : listOpenLines(tx, world, signedIn);
};

const isRefused = (listed: OpenLines | AttemptRefusal): listed is AttemptRefusal => 'kind' in listed;

/** A page of those that wait for one, in order. Only what is on it is worked out as it is named. */
const pageOfWork = (
  open: OpenLines,
  whose: Waiting['for'],
  { page, most }: { readonly page: number; readonly most: number },
): ListPage<MyWorkLine> => {
  const ordered = open.lines
    .filter(({ waiting }) => waiting.for === whose)
    .map((line) => ({ line, id: line.stored.id, isUrgent: isUrgent(line.workflow), waiting: line.waiting }))
    .sort(inOrder);
  const shown = pageOf(ordered, page, most);
  return { ...shown, lines: shown.lines.map(({ line }) => lineOf(line, open)) };
};

/** The same as `listMyWork`, for a page that shows more than the list. */
export const readMyWork = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  asked: PagesOfWork = FIRST_PAGES,
): Promise<MyWork | AttemptRefusal> => {
  const open = await openLines(tx, world, signedIn);
  if (isRefused(open)) return open;
  const of = (whose: Waiting['for'], part: keyof PagesOfWork): ListPage<MyWorkLine> =>
    pageOfWork(open, whose, { page: asked[part], most: MOST_ON_A_PAGE[part] });
  const [mine, others, team] = [of('me', 'yours'), of('others', 'part'), of('team', 'team')];
  const lines = [mine, others, team].flatMap((shown) => shown.lines);
  await recordListed(tx, world, signedIn, { lines, action: MY_WORK_LISTED });
  return { kind: 'my-work', mine, others, team, hasDesk: hasDesk(open.actor, londonDayOf(open.at)) };
};

/**
 * What waits for somebody, or that they wait for, among the cases they reach, a page of each. The children named on those are
 * recorded.
 */
export const listMyWork = (
  world: World,
  signedIn: SignedIn,
  asked?: PagesOfWork,
): Promise<MyWork | AttemptRefusal> =>
  asTenantLooking(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    readMyWork(tx, world, signedIn, asked),
  );

/** How many cases a list has, how many of them are overdue, and the one where it is one: names nobody. */
export interface CaseCount {
  readonly waiting: number;
  readonly overdue: number;
  readonly only: number | undefined;
}

/** How many cases wait for somebody, as their own lists have them. */
export interface MyWorkCount {
  /** Of “Waiting for you”; undefined where the desk has every one of them. */
  readonly mine: CaseCount | undefined;
  /** Of the desk; undefined for whoever has none. */
  readonly desk: CaseCount | undefined;
}

const countOf = (lines: readonly OpenLine[]): CaseCount => ({
  waiting: lines.length,
  overdue: lines.filter(({ waiting }) => waiting.overdue).length,
  only: lines.length === 1 ? lines[0]?.stored.id : undefined,
});

/** Undefined for those who have no list of work. */
export const countMyWork = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<MyWorkCount | undefined> => {
  const open = await openLines(tx, world, signedIn);
  if (isRefused(open)) return undefined;
  const [by, today] = [signedIn.actor.id, londonDayOf(open.at)];
  const mine = open.lines.filter(({ waiting }) => waiting.for === 'me');
  if (!hasDesk(open.actor, today)) return { mine: countOf(mine), desk: undefined };
  const desk = open.lines.filter((line) => isOnDesk(line, { by, today }));
  return { mine: mine.every((line) => desk.includes(line)) ? undefined : countOf(mine), desk: countOf(desk) };
};
