import {
  type Actor,
  type CaseNow,
  type ChildForAccess,
  type ChildRecord,
  type Clock,
  type Day,
  dueOfOpened,
  EVERY_WORKFLOW,
  type Moment,
  mayDoTo,
  type Part,
  type Waiting,
  type Workflow,
  waitingFor,
} from '@rightplace/domain';
import { listPanelMeetings, type StoredCase, type Tx } from '@rightplace/store';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import { beside, type Made, recall, recallMade } from '../ledger/recall.ts';
import { namedInCase, reachedByChairs } from '../panel/panel-facts.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { answersHere, caseForAccess, caseNow, clockOf } from './find-case.ts';
import { holderThere } from './holder-there.ts';
import { type Folded, foldOnce, type KnownCase, readOpenCases } from './open-known.ts';
import { partsFor } from './parts-for.ts';
import { findWorkflow } from './workflows.ts';

/** A case that is not over, as one person sees it on a list. */
export interface OpenLine {
  readonly stored: StoredCase;
  readonly workflow: Workflow;
  readonly now: CaseNow;
  readonly record: ChildRecord;
  readonly forAccess: ChildForAccess;
  /** Whether the child may be named to them; of a restricted record they are told only that there is a case. */
  readonly isNamed: boolean;
  readonly parts: readonly Part[];
  readonly waiting: Waiting;
}

export interface OpenLines {
  readonly lines: readonly OpenLine[];
  readonly actor: Actor;
  readonly loaded: LoadedChildren;
  readonly clock: Clock;
  readonly at: Moment;
  readonly nameOf: (person: string) => string;
}

/** Every state of every process in which a case is over. */
export const OVER = EVERY_WORKFLOW.flatMap(({ id: workflow, states }) =>
  Object.entries(states).flatMap(([state, { ended }]) => (ended === true ? [{ workflow, state }] : [])),
);

interface FoldedLine {
  readonly stored: StoredCase;
  readonly workflow: Workflow;
  readonly now: CaseNow;
  readonly waiting: Folded['waiting'];
}

const MOST_WHO_LOOK = 20;

type Meetings = Awaited<ReturnType<typeof listPanelMeetings>>;

/** What the lines are made of besides the cases themselves. */
interface Standing {
  readonly actor: Actor;
  readonly loaded: LoadedChildren;
  readonly clock: Clock;
  readonly at: Moment;
  readonly meetings: Meetings;
}

/** Every case that is not over, or in which somebody has a word to answer for, as it stands. */
const foldOpen = (
  open: readonly KnownCase[],
  { meetings, loaded, ...asked }: Pick<Standing, 'clock' | 'at' | 'meetings' | 'loaded'>,
): readonly FoldedLine[] =>
  open.flatMap((known) => {
    const { stored, writers } = known;
    const plain = findWorkflow(stored.workflow);
    if (plain === undefined) return [];
    const { now, waiting } = foldOnce(known, asked, () => caseNow(plain, stored, writers, asked));
    const workflow = namedInCase(plain, now, {
      meetings,
      child: loaded.present.childById.get(stored.child),
      today: loaded.today,
    });
    // What it waits for follows from the meetings besides, where they are named in it.
    return [{ stored, workflow, now, waiting: workflow === plain ? waiting : new Map() }];
  });

/** Until when each case that was opened from another is waited for by it. */
const dueWithOthers = (
  open: readonly FoldedLine[],
  clock: Clock,
): ((line: FoldedLine) => Day | undefined) => {
  const byId = new Map(open.map((line) => [line.stored.id, line]));
  return ({ stored, workflow }) => {
    const before = stored.openedFrom === null ? undefined : byId.get(stored.openedFrom);
    return before && dueOfOpened(before.workflow, before.now, { ...clock, opened: workflow.id });
  };
};

/** Whoever the lines are for, as far as it is asked who they are. */
interface Reader {
  readonly authority: Pick<SignedIn['authority'], 'id'>;
  readonly person: Pick<SignedIn['person'], 'id'>;
  readonly actor: Actor;
}

/** What one person reaches of these cases. */
const linesFor = (known: readonly KnownCase[], standing: Standing): readonly OpenLine[] => {
  const { actor, loaded, clock, at, meetings } = standing;
  const open = foldOpen(known, standing);
  const dueWith = dueWithOthers(open, clock);
  return open.flatMap((folded): readonly OpenLine[] => {
    const { stored, workflow, now, waiting: waits } = folded;
    const record = loaded.present.childById.get(stored.child);
    if (record === undefined) return [];
    const forAccess = reachedByChairs(caseForAccess(stored, record, loaded), { workflow, now }, meetings);
    const answer = mayDoTo({ actor, action: workflow.access.see, on: loaded.today, child: forAccess });
    const isAsked = answersHere(now, actor.id, forAccess);
    // A restricted one is opened by itself, with a reason. Of a conflict of interest nothing is told at all.
    if (answer.kind === 'refused' && answer.name !== 'restricted-record' && !isAsked) return [];
    const parts = partsFor({ actor }, workflow.access.take, forAccess, loaded.today);
    const dueWithAnother = dueWith(folded);
    const holder = holderThere(folded, forAccess, loaded);
    const { is: waiting } = recall(
      waits,
      JSON.stringify([actor.id, parts, dueWithAnother, holder]),
      MOST_WHO_LOOK,
      () => ({
        is: waitingFor(workflow, now, { by: actor.id, parts, at, dueWithAnother, holder, ...clock }),
      }),
    );
    if (waiting === undefined) return [];
    const isNamed = answer.kind === 'may' || (isAsked && !forAccess.restricted);
    return [{ stored, workflow, now, record, forAccess, isNamed, parts, waiting }];
  });
};

/** By the list of cases itself, which is another one as soon as anything is written in a case, and then by who looked. */
const linesKept = new WeakMap<readonly KnownCase[], Map<string, Made<readonly OpenLine[]>>>();
const MOST_READERS_KEPT = 100;

/**
 * What the lines follow from besides the cases: the children by the version of what is known of them, so that no reader holds on to
 * what was known before; the staff as they were read, which is the very object of last time while nothing of it is another; the clock,
 * likewise, which is of one day, at whose end whatever lapses does; in which roles somebody looks, their own or a colleague's; and the
 * meetings of panels. From which case another was opened is read with the cases.
 */
export const madeOf = ({ actor, loaded, clock, meetings }: Standing) => ({
  children: loaded.present.version,
  staff: loaded.access,
  clock,
  actor: JSON.stringify(actor),
  meetings: JSON.stringify(meetings),
});

/** The cases that somebody reaches and that are not over, whomever they wait for, in the order they were begun. */
export const listOpenLines = async (
  tx: Tx,
  world: Pick<World, 'ledgers' | 'now'>,
  signedIn: Reader,
  followFrom: (standing: Standing) => Readonly<Record<string, unknown>> = madeOf,
): Promise<OpenLines> => {
  const authorityId = signedIn.authority.id;
  const loaded = await loadChildren(tx, world, authorityId, undefined);
  const clock = await clockOf(tx, loaded.today);
  const at = world.now();
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
  const standing: Standing = { actor, loaded, clock, at, meetings: await listPanelMeetings(tx) };
  const known = await readOpenCases(tx, OVER);
  const lines = await recallMade(
    beside(linesKept, known, () => new Map<string, Made<readonly OpenLine[]>>()),
    actor.id,
    { of: followFrom(standing), most: MOST_READERS_KEPT },
    () => linesFor(known, standing),
  );
  const nameOf = (person: string): string =>
    loaded.access.staff.members.get(Number(person))?.name ?? 'Somebody';
  return { lines, actor, loaded, clock, at, nameOf };
};
