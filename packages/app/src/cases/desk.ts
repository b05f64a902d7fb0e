import {
  type AttemptRefusal,
  daysBy,
  EVIDENCE,
  type Follows,
  followsOf,
  londonDayOf,
  mayAttempt,
  type Refusal,
  refused,
  type Step,
  stateMeaning,
  stepRefusal,
  whatIsMissing,
} from '@rightplace/domain';
import { asTenantLooking, type CaseLink, listCaseLinks, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findCaseFor } from './find-case.ts';
import { groundsOf } from './grounds.ts';
import { lineOf, type MyWorkLine, recordListed } from './list-my-work.ts';
import { decisionsOf, hasDesk, isOnDesk, isTheirWord, stoodInFor } from './on-desk.ts';
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
  /** The directors whose desk it is because they stand in for them now. */
  readonly standsInFor: readonly string[];
  /** Decided on, or to be approved after the event: the newest first. */
  readonly emergencies: readonly DeskLine[];
  /** Words written down as theirs, for which they have not answered. */
  readonly words: readonly DeskLine[];
  /** Everything else that waits for a signature: the longest waiting first. */
  readonly toSign: readonly DeskLine[];
}

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
      const by = signedIn.actor.id;
      const asking = { world, signedIn, open, links: await listCaseLinks(tx) };
      const lines: { readonly line: DeskLine; readonly isWord: boolean }[] = [];
      for (const each of open.lines) {
        if (!isOnDesk(each, { by, today })) continue;
        lines.push({ line: await deskLineOf(tx, asking, each), isWord: isTheirWord(each, by) });
      }
      await recordListed(tx, world, signedIn, { lines: lines.map(({ line }) => line), action: DESK_LISTED });
      const isToDecide = ({ line }: (typeof lines)[number]): boolean =>
        line.asks.length > 0 || line.alarm !== undefined;
      return {
        kind: 'desk',
        standsInFor: stoodInFor(open.actor, today).map(open.nameOf),
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
    },
  );
