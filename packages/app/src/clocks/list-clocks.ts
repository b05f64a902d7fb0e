import {
  type Actor,
  type AttemptRefusal,
  type ChildClock,
  type Day,
  type Grant,
  grantReaches,
  londonDayOf,
  type Moment,
  mayAttempt,
  mayDoTo,
  type Role,
} from '@rightplace/domain';
import { appendAudit, asTenantLooking, type Tx } from '@rightplace/store';
import { type CaseChild, caseChild } from '../cases/find-case.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import type { Ledgers } from '../ledger/ledgers.ts';
import { beside, type Made, recallMade } from '../ledger/recall.ts';
import { officersNamed } from '../reviewing/officer-of-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type ClockCases, forAccessWith, hiddenCases, loadClockCases } from './clock-cases.ts';
import { type ClocksKept, clocksKept } from './clocks-kept.ts';
import {
  childrenBegunSince,
  type EntriesByChild,
  entriesByChild,
  isStill,
  NOTHING_SAID,
  openClocksIn,
  saidWith,
} from './kept-clocks.ts';
import { byDue } from './view-clocks.ts';

/** Something due for a child, on somebody's list. */
export interface DueLine {
  readonly child: CaseChild;
  readonly clock: ChildClock;
  /** It is their task, it has come to them because it is late, or it is a colleague's. */
  readonly whose: 'mine' | 'come-to-me' | 'others';
  /** Due soon or overdue: what is counted, and stands first. */
  readonly isPressing: boolean;
}

export interface DueList {
  readonly kind: 'due-list';
  /** Theirs, and what has come to them: what presses before the rest, each the most overdue first. */
  readonly mine: readonly DueLine[];
  /** Their team's or service's that is due soon or overdue; the authority's that has gone to the head of service. */
  readonly others: readonly DueLine[];
  /** Whether those are of the whole authority. */
  readonly isWhole: boolean;
  /** How many more there are than are listed. */
  readonly more: number;
  /** Of restricted records, which are opened one by one. */
  readonly closed: number;
}

export const DUE_LISTED = 'what-is-due-listed';
const MOST_LISTED = 100;
const PRESSING: ReadonlySet<string> = new Set(['amber', 'red', 'team-manager', 'head-of-service']);

interface Reached {
  readonly lines: readonly DueLine[];
  readonly closed: number;
}

/** What is due for the children somebody reaches, from a moment until one of the clocks may stand otherwise. */
interface ReachedThen extends Reached {
  readonly at: Moment;
  readonly until: Moment | undefined;
}

/** Of each service, by authority and who looked: for one ledger after another, so that nobody's list of before is held on to. */
const reachedKept = new WeakMap<Ledgers, Map<string, Made<ReachedThen>>>();
const MOST_READERS_KEPT = 100;

/**
 * What is due follows from the children, by the version of what is known of them, from the staff, from what was said of clocks by hand and
 * in cases, which is read anew with the cases themselves, from the settings and the day, and from the roles in which somebody looks.
 */
export const madeOfDue = ({ actor, loaded, entries, kept }: DueFrom & { readonly actor: Actor }) => ({
  children: loaded.present.version,
  staff: loaded.access,
  entries,
  measuredBy: kept.measuredBy,
  actor: JSON.stringify(actor),
});

/** Everything open and not waived, of every child that somebody reaches. Undefined where no clocks are kept. */
export const dueLines = async (
  tx: Tx,
  world: World,
  { actor, authority }: Pick<SignedIn, 'actor' | 'authority'>,
  followFrom: (from: Parameters<typeof madeOfDue>[0]) => Readonly<Record<string, unknown>> = madeOfDue,
): Promise<Reached | AttemptRefusal | undefined> => {
  const kept = await clocksKept(tx, world);
  if (kept === undefined) return undefined;
  const loaded = await loadChildren(tx, world, authority.id, undefined);
  const { today } = loaded;
  const saying = mayAttempt({ actor, action: 'say-of-what-is-due', on: today });
  if (saying.kind === 'refused') return saying;
  const cases = await loadClockCases(tx);
  const entries = await entriesByChild(tx, cases);
  const from: DueFrom = { saying: saying.grants, kept, loaded, entries, cases };
  return recallMade(
    beside(reachedKept, world.ledgers, () => new Map<string, Made<ReachedThen>>()),
    `${authority.id} ${actor.id}`,
    {
      of: followFrom({ actor, ...from }),
      most: MOST_READERS_KEPT,
      holds: (then) => then.at <= kept.now && isStill(then, kept.now),
    },
    () => reachedBy(actor, from),
  );
};

interface DueFrom {
  readonly saying: readonly Grant[];
  readonly kept: ClocksKept;
  readonly loaded: LoadedChildren;
  readonly entries: EntriesByChild;
  readonly cases: ClockCases;
}

const reachedBy = (actor: Actor, { saying, kept, loaded, entries, cases }: DueFrom): ReachedThen => {
  const { present, today } = loaded;
  const begun = childrenBegunSince(present, kept.keptFrom);
  const lines: DueLine[] = [];
  let closed = 0;
  let until: Moment | undefined;
  const openOf = openClocksIn(present, kept);
  for (const child of present.ledger.children) {
    const own = entries.get(child.id) ?? NOTHING_SAID;
    if (own.length === 0 && !begun.has(child.id)) continue;
    const forAccess = forAccessWith(cases.get(child.id), child, loaded);
    const answer = mayDoTo({ actor, action: 'see-what-is-due', on: today, child: forAccess });
    // Of a conflict of interest nothing is told at all.
    if (answer.kind === 'refused' && answer.name !== 'restricted-record') continue;
    const hidden = hiddenCases(cases.get(child.id), (action) => {
      const seen = mayDoTo({ actor, action, on: today, child: forAccess });
      // Of a restricted record it is counted only, as whoever sees such cases opens it with a reason.
      return seen.kind === 'may' || seen.name === 'restricted-record';
    });
    const { open, until: next } = openOf(child, saidWith(own, officersNamed(child.id, loaded)), hidden);
    if (next !== undefined && (until === undefined || next < until)) until = next;
    if (open.length === 0) continue;
    if (answer.kind === 'refused') {
      closed += open.length;
      continue;
    }
    const roles = saying
      .filter((grant) => grantReaches(grant, actor, forAccess))
      .map(({ assignment }) => assignment.role);
    const named = caseChild(child, today);
    for (const clock of open)
      lines.push({
        child: named,
        clock,
        whose: whoseIs(clock, roles),
        isPressing: PRESSING.has(clock.alert?.level ?? ''),
      });
  }
  return { at: kept.now, until, lines: lines.toSorted((a, b) => byDue(a.clock, b.clock)), closed };
};

const whoseIs = ({ rule, alert }: ChildClock, roles: readonly Role[]): DueLine['whose'] =>
  roles.includes(rule.owner)
    ? 'mine'
    : (alert?.to ?? []).some((role) => roles.includes(role))
      ? 'come-to-me'
      : 'others';

/** How far somebody reaches: of everything that is due for every child, a list would serve nobody. */
const reachOf = ({ actor }: SignedIn, on: Day): 'all-and-manages' | 'all' | 'some' => {
  const widest = (action: 'say-of-what-is-due' | 'allow-to-be-late') => {
    const answer = mayAttempt({ actor, action, on });
    return answer.kind === 'may' ? answer.grants[0].scope : undefined;
  };
  if (widest('allow-to-be-late') === 'authority') return 'all-and-manages';
  return widest('say-of-what-is-due') === 'authority' ? 'all' : 'some';
};

const isEscalated = ({ clock: { alert } }: DueLine): boolean => alert?.level === 'head-of-service';

const othersOf = (lines: readonly DueLine[], reach: ReturnType<typeof reachOf>): readonly DueLine[] => {
  const others = lines.filter(({ whose }) => whose === 'others');
  if (reach === 'all-and-manages') return others.filter(isEscalated);
  return reach === 'all' ? [] : others.filter(({ isPressing }) => isPressing);
};

/** What is due that waits for somebody, and their team's. The children named are recorded. */
export const listDue = (world: World, signedIn: SignedIn): Promise<DueList | AttemptRefusal | undefined> =>
  asTenantLooking(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    readDue(tx, world, signedIn),
  );

/** The same as `listDue`, for a page that shows more than that. */
export const readDue = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<DueList | AttemptRefusal | undefined> => {
  const reached = await dueLines(tx, world, signedIn);
  if (reached === undefined || 'kind' in reached) return reached;
  const { lines, closed } = reached;
  const mine = lines
    .filter(({ whose }) => whose !== 'others')
    .toSorted((a, b) => Number(b.isPressing) - Number(a.isPressing));
  const reach = reachOf(signedIn, londonDayOf(world.now()));
  const others = othersOf(lines, reach);
  const listed = { mine: mine.slice(0, MOST_LISTED), others: others.slice(0, MOST_LISTED) };
  const named = [...listed.mine, ...listed.others].map(({ child }) => child.id);
  if (named.length > 0)
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: DUE_LISTED,
      subject: { kind: 'authority', id: signedIn.authority.id },
      detail: { children: [...new Set(named)] },
    });
  return {
    kind: 'due-list',
    ...listed,
    isWhole: reach === 'all-and-manages',
    more: mine.length + others.length - listed.mine.length - listed.others.length,
    closed,
  };
};

/** How much of what is due waits for somebody: names nobody. */
export interface DueCount {
  /** Theirs or come to them, and amber or later. */
  readonly waiting: number;
  readonly overdue: number;
  /** What is others' and has gone as far as the head of service. Told to those who manage every child's. */
  readonly escalated: number | undefined;
}

/** Undefined for those who do nothing of what is due, and where no clocks are kept. */
export const countDue = async (tx: Tx, world: World, signedIn: SignedIn): Promise<DueCount | undefined> => {
  const reached = await dueLines(tx, world, signedIn);
  if (reached === undefined || 'kind' in reached) return undefined;
  const { lines } = reached;
  const mine = lines.filter(({ whose, isPressing }) => whose !== 'others' && isPressing);
  return {
    waiting: mine.length,
    overdue: mine.filter(({ clock }) => clock.isOverdue).length,
    escalated:
      reachOf(signedIn, londonDayOf(world.now())) === 'all-and-manages'
        ? lines.filter((line) => line.whose === 'others' && isEscalated(line)).length
        : undefined,
  };
};
