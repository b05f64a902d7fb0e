import {
  type AttemptRefusal,
  type Day,
  daysBy,
  EVIDENCE,
  type Follows,
  findPartFault,
  followsOf,
  londonDayOf,
  mayAttempt,
  type Refusal,
  refused,
  STEP_KINDS,
  type Step,
  stateMeaning,
  stepRefusal,
  stepsFrom,
  whatIsMissing,
} from '@rightplace/domain';
import { asTenant, type CaseLink, listCaseLinks, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findCaseFor } from './find-case.ts';
import { groundsOf } from './grounds.ts';
import { hasDesk, lineOf, type MyWorkLine, recordListed } from './list-my-work.ts';
import { listOpenLines, type OpenLine, type OpenLines } from './open-lines.ts';

/** Something that waits for a director. */
export interface DeskLine extends MyWorkLine {
  /** The steps by which it is decided on, as their buttons say; none where it waits for what is opened from it. */
  readonly asks: readonly string[];
  /** Who sent it on last, or began it. */
  readonly preparedBy: string;
  /** In whose name they would decide, where they stand in. */
  readonly actingFor: string | undefined;
  /** What is not there yet, or why it is not theirs to decide. */
  readonly missing: readonly string[];
  /** What comes of saying yes. */
  readonly follows: Follows | undefined;
}

export interface Desk {
  readonly kind: 'desk';
  /** Decided on, or to be approved after the event: the newest first. */
  readonly emergencies: readonly DeskLine[];
  /** Words written down as theirs, for which they have not answered. */
  readonly words: readonly DeskLine[];
  /** Everything else that waits for a signature: the longest waiting first. */
  readonly toSign: readonly DeskLine[];
}

export const DESK_LISTED = 'desk-listed';

const isDirectors = ({ who, kind }: Step): boolean => STEP_KINDS[kind].decides && who.includes('director');

/** The steps by which somebody decides on a case as director, their own or a colleague's for whom they stand in. */
const decisionsOf = ({ workflow, now, parts }: OpenLine, by: string): readonly Step[] =>
  stepsFrom(workflow, now.state).filter(
    (step) =>
      isDirectors(step) &&
      parts.some((part) => part.role === 'director' && findPartFault(step, now, by, part) === undefined),
  );

/** Whether a director watches over it until what is opened from it has ended. */
const isToRatify = ({ workflow, now, parts }: OpenLine): boolean =>
  stateMeaning(workflow, now.state).opens?.watchedBy.includes('director') === true &&
  parts.some(({ role }) => role === 'director');

/** Whether nothing is to be done before a day that was said: a child's case that a meeting to come will hear. */
const isForLater = ({ workflow, now, waiting }: OpenLine, today: Day): boolean =>
  stateMeaning(workflow, now.state).dueAsSaid !== undefined &&
  waiting.due !== undefined &&
  waiting.due > today;

const YES: ReadonlySet<Step['kind']> = new Set(['authorise', 'support', 'override', 'record']);

interface Asking {
  readonly world: World;
  readonly signedIn: SignedIn;
  readonly open: OpenLines;
  readonly links: readonly CaseLink[];
}

/** What is not there yet for a yes. */
const missingFor = async (
  tx: Tx,
  { world, signedIn }: Asking,
  { stored, parts }: OpenLine,
  yes: Step,
): Promise<readonly string[]> => {
  const found = await findCaseFor(tx, { world, signedIn }, { id: stored.id, to: 'see' });
  // A restricted record is opened by itself, with a reason: what it lacks is said there.
  if (found.kind === 'refused') return [];
  const { workflow, now, at, worksWithChild, evidence, loaded } = found;
  const command = { by: signedIn.actor.id, parts, worksWithChild, at, seen: now.events.length };
  const refusal = stepRefusal(workflow, yes, now, command, groundsOf(found));
  if (refusal !== undefined) return [refusal.sentence];
  if (yes.needs?.includes(EVIDENCE) === true) return [];
  const missing = whatIsMissing(workflow.evidence, evidence?.answers ?? {}, loaded.today);
  return missing.map(({ section }) => `Not complete: ${section.title.toLowerCase()}`);
};

/** How far what is opened from it has come: until that is decided on, so is this not. */
const stillToCome = ({ open, links }: Asking, { workflow, now, stored }: OpenLine): readonly string[] => {
  const { opens } = stateMeaning(workflow, now.state);
  if (opens === undefined) return [];
  const from = new Set(links.filter((link) => link.from === stored.id).map((link) => link.case));
  const next = open.lines.find((one) => one.workflow.id === opens.workflow && from.has(one.stored.id));
  return [
    next === undefined
      ? `Not begun: ${opens.button.charAt(0).toLowerCase()}${opens.button.slice(1)}`
      : `${next.workflow.title}: ${stateMeaning(next.workflow, next.now.state).title}`,
  ];
};

const deskLineOf = async (tx: Tx, asking: Asking, line: OpenLine): Promise<DeskLine> => {
  const { open, signedIn } = asking;
  const { now, workflow, stored, parts } = line;
  const steps = decisionsOf(line, signedIn.actor.id);
  const yes = steps.find(({ kind }) => YES.has(kind));
  const sent = now.events.findLast(
    ({ kind }) => kind === 'submit' || kind === 'support' || kind === 'authorise',
  );
  const standsIn = parts.find(({ role }) => role === 'director')?.actingFor;
  const today = londonDayOf(open.at);
  return {
    ...lineOf(line, open),
    asks: steps.map(({ button }) => button),
    preparedBy: open.nameOf(sent?.by?.person ?? String(stored.begunBy)),
    actingFor: standsIn === undefined ? undefined : open.nameOf(standsIn),
    missing: yes === undefined ? stillToCome(asking, line) : await missingFor(tx, asking, line, yes),
    follows: yes && followsOf(workflow, yes, daysBy(open.clock, today)),
  };
};

const bySince = (a: DeskLine, b: DeskLine): number =>
  a.waiting.since < b.waiting.since ? -1 : a.waiting.since > b.waiting.since ? 1 : a.id - b.id;

/** All that waits for a director's signature, whichever process it is of. The children named are recorded. */
export const showDesk = async (
  world: World,
  signedIn: SignedIn,
): Promise<Desk | AttemptRefusal | Refusal<'not-your-desk'>> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const today = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'list-my-work', on: today });
    if (permission.kind === 'refused') return permission;
    const open = await listOpenLines(tx, world, signedIn);
    if (!hasDesk(open.actor))
      return refused('not-your-desk', 'This desk is for directors, and for those who stand in for one now.');
    const by = signedIn.actor.id;
    const asking = { world, signedIn, open, links: await listCaseLinks(tx) };
    const lines: { readonly line: DeskLine; readonly isWord: boolean }[] = [];
    for (const each of open.lines) {
      const isWord = each.waiting.unconfirmed.includes(by);
      if (!isWord && isForLater(each, today)) continue;
      if (!isWord && !isToRatify(each) && decisionsOf(each, by).length === 0) continue;
      lines.push({ line: await deskLineOf(tx, asking, each), isWord });
    }
    await recordListed(tx, world, signedIn, { lines: lines.map(({ line }) => line), action: DESK_LISTED });
    const isToDecide = ({ line }: (typeof lines)[number]): boolean =>
      line.asks.length > 0 || line.alarm !== undefined;
    return {
      kind: 'desk',
      emergencies: lines
        .filter((each) => each.line.isUrgent && isToDecide(each))
        .map(({ line }) => line)
        .toSorted((a, b) => bySince(b, a)),
      words: lines
        .filter(({ isWord }) => isWord)
        .map(({ line }) => line)
        .toSorted(bySince),
      toSign: lines
        .filter(({ line, isWord }) => !line.isUrgent && !(isWord && line.asks.length === 0))
        .map(({ line }) => line)
        .toSorted(bySince),
    };
  });
