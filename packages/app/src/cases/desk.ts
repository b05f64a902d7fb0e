import {
  type AttemptRefusal,
  type Day,
  daysBy,
  EVIDENCE,
  type Follows,
  followsOf,
  londonDayOf,
  mayAttempt,
  missingEvidence,
  PLACEMENT_REQUEST,
  type Refusal,
  refused,
  type Step,
  stateMeaning,
  stepRefusal,
} from '@rightplace/domain';
import {
  asTenantLooking,
  type CaseLink,
  listCaseLinks,
  readCasesAhead,
  readSearchLogsAhead,
  type Tx,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findCaseFor } from './find-case.ts';
import { groundsOf } from './grounds.ts';
import { lineOf, type MyWorkLine, recordListed } from './list-my-work.ts';
import { decisionsOf, hasDesk, isOnDesk, isTheirWord, stoodInFor } from './on-desk.ts';
import { listOpenLines, type OpenLine, type OpenLines } from './open-lines.ts';
import { whileUnwritten } from './while-unwritten.ts';

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
  /** The directors whose desk it is because they stand in for them now. */
  readonly standsInFor: readonly string[];
  /** Decided on, or to be approved after the event: the newest first. */
  readonly emergencies: readonly DeskLine[];
  /** Words written down as theirs, for which they have not answered. */
  readonly words: readonly DeskLine[];
  /** Everything else that waits for a signature, the longest waiting first: those of one page. */
  readonly toSign: readonly DeskLine[];
  /** How many of those there are on all pages. */
  readonly toSignInAll: number;
  readonly page: number;
  readonly pages: number;
  /** How many cases wait, each once. */
  readonly waiting: number;
}

/** As many as a director looks through at a time: each is looked at as closely as on its own page. */
const ON_A_PAGE = 20;

export const DESK_LISTED = 'desk-listed';

const YES: ReadonlySet<Step['kind']> = new Set(['authorise', 'support', 'record']);

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
  // What the case itself says of a step, and not the process: by whom it is not decided, too.
  const own = workflow.steps.find(({ id }) => id === yes.id) ?? yes;
  const refusal = stepRefusal(workflow, own, now, command, groundsOf(found));
  if (refusal !== undefined) return [refusal.sentence];
  if (yes.needs?.includes(EVIDENCE) === true) return [];
  const missing = missingEvidence(workflow, evidence?.answers ?? {}, {
    born: found.child.details.dateOfBirth,
    today: loaded.today,
  });
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

const bySince = (a: OpenLine, b: OpenLine): number =>
  a.waiting.since < b.waiting.since ? -1 : a.waiting.since > b.waiting.since ? 1 : a.stored.id - b.stored.id;

/** What is on a desk, told apart and in order, before each is looked at closely. */
const partsOfDesk = ({ open, signedIn }: Pick<Asking, 'open' | 'signedIn'>, today: Day) => {
  const by = signedIn.actor.id;
  const onDesk = open.lines.filter((each) => isOnDesk(each, { by, today }));
  const isUrgent = ({ workflow }: OpenLine): boolean => workflow.urgent === true;
  const hasAsks = (each: OpenLine): boolean => decisionsOf(each, by).length > 0;
  const hasAlarm = ({ workflow, now }: OpenLine): boolean =>
    stateMeaning(workflow, now.state).alarm !== undefined;
  const isWord = (each: OpenLine): boolean => isTheirWord(each, by);
  return {
    emergencies: onDesk
      .filter((each) => isUrgent(each) && (hasAsks(each) || hasAlarm(each)))
      .toSorted((a, b) => bySince(b, a)),
    words: onDesk.filter(isWord).toSorted(bySince),
    toSign: onDesk.filter((each) => !isUrgent(each) && !(isWord(each) && !hasAsks(each))).toSorted(bySince),
  };
};

/** The lines as a director reads them. What is asked of each by itself is read for all of them at once. */
const readLines = async (
  tx: Tx,
  asking: Asking,
  open: readonly OpenLine[],
): Promise<ReadonlyMap<OpenLine, DeskLine>> => {
  await readCasesAhead(
    tx,
    open.map(({ stored }) => stored),
    (name, read) => whileUnwritten(tx, name, read),
  );
  await readSearchLogsAhead(
    tx,
    open.flatMap(({ workflow, stored }) => (workflow.id === PLACEMENT_REQUEST.id ? [stored.id] : [])),
  );
  const lines = new Map<OpenLine, DeskLine>();
  for (const each of open) lines.set(each, await deskLineOf(tx, asking, each));
  return lines;
};

/** All that waits for a director's signature, whichever process it is of. The children named are recorded. */
export const showDesk = async (
  world: World,
  signedIn: SignedIn,
  asked = 1,
): Promise<Desk | AttemptRefusal | Refusal<'not-your-desk'>> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const today = londonDayOf(world.now());
      const permission = mayAttempt({ actor: signedIn.actor, action: 'list-my-work', on: today });
      if (permission.kind === 'refused') return permission;
      const open = await listOpenLines(tx, world, signedIn);
      if (!hasDesk(open.actor, today))
        return refused(
          'not-your-desk',
          'This desk is for directors, and for those who stand in for one now.',
        );
      // All of the desk is of one moment.
      const asking: Asking = {
        world: { ...world, now: () => open.at },
        signedIn,
        open,
        links: await listCaseLinks(tx),
      };
      const { emergencies, words, toSign } = partsOfDesk(asking, today);
      const pages = Math.max(1, Math.ceil(toSign.length / ON_A_PAGE));
      const page = Math.min(pages, Math.max(1, asked));
      const shown = toSign.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
      const lines = await readLines(tx, asking, [...new Set([...emergencies, ...words, ...shown])]);
      await recordListed(tx, world, signedIn, { lines: [...lines.values()], action: DESK_LISTED });
      const told = (some: readonly OpenLine[]): readonly DeskLine[] =>
        some.flatMap((each) => lines.get(each) ?? []);
      return {
        kind: 'desk',
        standsInFor: stoodInFor(open.actor, today).map(open.nameOf),
        emergencies: told(emergencies),
        words: told(words),
        toSign: told(shown),
        toSignInAll: toSign.length,
        page,
        pages,
        waiting: new Set([...emergencies, ...words, ...toSign]).size,
      };
    },
  );
