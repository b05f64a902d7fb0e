import {
  beginningFault,
  type ChildId,
  type ChildRefusal,
  CLOCK_ENTRIES,
  type ClockRefusal,
  type ClockRule,
  type ClockSaying,
  momentInWords,
  type Refusal,
  refused,
  SAID,
  sayingFault,
} from '@rightplace/domain';
import { addClockEntry, appendAudit, asTenant, isClockEntryThere, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FoundClocks, findClocks, mayWith } from './child-clocks.ts';
import { CLOCK_RULES } from './clocks-kept.ts';
import { actionFor, nameOfMember } from './view-clocks.ts';

export const CLOCK_SAID = 'clock-said';

export interface SayOfClock extends ClockSaying {
  readonly id: ChildId;
  readonly rule: string;
  /** Undefined where it is said that something began. */
  readonly start: string | undefined;
  /** How much had been said of it when the page was opened. */
  readonly seen: number;
  readonly key: string;
}

export interface ClockSaid {
  readonly kind: 'clock-said';
  readonly rule: ClockRule;
}

export type SayRefusal =
  | ChildRefusal
  | ClockRefusal
  | Refusal<'said-meanwhile' | 'no-such-clock' | 'withheld' | 'not-kept'>;

const NO_SUCH_CLOCK = refused(
  'no-such-clock',
  'That is not due for this child any more: the record has changed since you opened the page.',
);

const WITHHELD = refused(
  'withheld',
  'How that stands is recorded in a case that you can’t see. Whoever works on that case records it there.',
);

interface Asking {
  readonly world: World;
  readonly signedIn: SignedIn;
  readonly found: FoundClocks;
  readonly rule: ClockRule;
}

const faultOf = async (
  tx: Tx,
  { world, signedIn, found, rule }: Asking,
  asked: SayOfClock,
): Promise<SayRefusal | undefined> => {
  const { loaded, clocks, withheld, entries, forAccess, child, kept } = found;
  const now = world.now();
  if (asked.start === undefined) return beginningFault(rule, asked, now);
  // What is due again is due once more after each time: it is the last that is spoken of.
  const clock = clocks.findLast(({ rule: { id }, start }) => id === rule.id && start === asked.start);
  if (withheld.some((one) => one.rule.id === rule.id && one.start === asked.start)) return WITHHELD;
  if (clock === undefined || kept === undefined) return NO_SUCH_CLOCK;
  if (clock.seen !== asked.seen) {
    const last = entries.findLast(({ rule: id, start }) => id === rule.id && start === asked.start);
    return last === undefined
      ? NO_SUCH_CLOCK
      : refused(
          'said-meanwhile',
          `${nameOfMember(loaded)(last.by)} ${CLOCK_ENTRIES[last.kind]} on ${momentInWords(last.saidAt)}, after you opened the page. Look at what is recorded now.`,
        );
  }
  const takenBack = entries.find(
    ({ rule: id, start, number }) => id === rule.id && start === asked.start && number === asked.takesBack,
  );
  if (takenBack?.kind === 'allowed') {
    const may = await mayWith(
      tx,
      { signedIn, world, loaded },
      { child, action: 'allow-to-be-late', forAccess },
    );
    if (may.kind === 'refused') return may;
  }
  const worksWithChild = forAccess.workerIds.includes(signedIn.actor.id);
  return sayingFault(clock, asked, { now, worksWithChild, calendar: kept.calendar });
};

/** Records what somebody says of a clock, or why not. It, and its audit entry, are one transaction. */
export const sayOfClock = async (
  world: World,
  signedIn: SignedIn,
  asked: SayOfClock,
): Promise<ClockSaid | SayRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const rule = CLOCK_RULES.find(({ id }) => id === asked.rule);
    if (rule === undefined) return NO_SUCH_CLOCK;
    const found = await findClocks(tx, { world, signedIn }, { id: asked.id, action: actionFor(asked.kind) });
    if (found.kind === 'refused') return found;
    if (found.kept === undefined)
      return refused('not-kept', 'What is due is not kept here yet. An administrator can turn it on.');
    const by = signedIn.actor.id;
    if (await isClockEntryThere(tx, { by, key: asked.key })) return { kind: 'clock-said', rule };
    const fault = await faultOf(tx, { world, signedIn, found, rule }, asked);
    if (fault !== undefined) return fault;
    const start = asked.start ?? `${SAID}${asked.key}`;
    const number = asked.start === undefined ? 1 : asked.seen + 1;
    const at = world.now();
    const { kind, on, until, takesBack } = asked;
    const entry = { child: asked.id, rule: rule.id, start, number, kind, on, at: asked.at, until, takesBack };
    const added = await addClockEntry(tx, {
      ...entry,
      said: asked.said.trim(),
      by,
      byRole: found.role,
      saidAt: at,
      key: asked.key,
    });
    if (!added)
      return refused(
        'said-meanwhile',
        'Somebody else recorded something of this at the same moment. Look again.',
      );
    await appendAudit(tx, {
      at,
      actor: String(signedIn.person.id),
      action: CLOCK_SAID,
      subject: { kind: 'child', id: asked.id },
      detail: { rule: rule.id, version: rule.version, start, number, kind, on, until, takesBack },
    });
    return { kind: 'clock-said', rule };
  });
