import {
  type ChildClock,
  type ChildId,
  type ChildRecord,
  compareMoments,
  type Day,
  type Moment,
  type OfficerNamed,
} from '@rightplace/domain';
import { countClockEntries, listClockEntries, type Tx } from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { beside, recall } from '../ledger/recall.ts';
import { clocksOfChild, hasBegunSince, type ToldOfClock } from './child-clocks.ts';
import type { ClockCases } from './clock-cases.ts';
import type { ClocksKept } from './clocks-kept.ts';

const MOST_STATES = 2;

export type EntriesByChild = ReadonlyMap<ChildId, readonly ToldOfClock[]>;

interface EntriesKept {
  readonly count: number;
  readonly byChild: EntriesByChild;
}

/** Beside what cases say, which a transaction that may write has read for itself alone: what it says and undoes is kept by nobody. */
const entriesKept = new WeakMap<ClockCases, EntriesKept>();

/** All that was said of the clocks of an authority's children, by hand and in these cases, read again when there is more of it. */
export const entriesByChild = async (tx: Tx, cases: ClockCases): Promise<EntriesByChild> => {
  const found = entriesKept.get(cases);
  if (found !== undefined && found.count === (await countClockEntries(tx))) return found.byChild;
  const entries = await listClockEntries(tx);
  const byChild = new Map<ChildId, readonly ToldOfClock[]>(Map.groupBy(entries, ({ child }) => child));
  for (const [child, { said }] of cases)
    if (said.length > 0) byChild.set(child, [...(byChild.get(child) ?? []), ...said]);
  entriesKept.set(cases, { count: entries.length, byChild });
  return byChild;
};

const begunKept = new WeakMap<HeldLedger, Map<Day, ReadonlySet<ChildId>>>();

/** Of whom something that starts a clock can have happened since a day. */
export const childrenBegunSince = (present: HeldLedger, since: Day): ReadonlySet<ChildId> =>
  recall(
    beside(begunKept, present, () => new Map<Day, ReadonlySet<ChildId>>()),
    since,
    MOST_STATES,
    () =>
      new Set(
        present.ledger.children.filter((child) => hasBegunSince(child, present, since)).map(({ id }) => id),
      ),
  );

export const NOTHING_SAID: readonly ToldOfClock[] = [];

interface SaidWith {
  readonly said: readonly ToldOfClock[];
  readonly all: readonly ToldOfClock[];
}

const saidKept = new WeakMap<readonly OfficerNamed[], SaidWith>();

/** What was said of a child's clocks and who its officer has been: the very list of last time, while neither is another. */
export const saidWith = (
  said: readonly ToldOfClock[],
  officers: readonly OfficerNamed[],
): readonly ToldOfClock[] => {
  if (officers.length === 0) return said;
  const before = saidKept.get(officers);
  if (before?.said === said) return before.all;
  const all = [...said, ...officers];
  saidKept.set(officers, { said, all });
  return all;
};

/** A child's open clocks, and the next moment at which one of them may stand otherwise. */
export interface OpenClocks {
  readonly open: readonly ChildClock[];
  readonly until: Moment | undefined;
}

/** As they stood at a moment. */
interface OpenThen extends OpenClocks {
  readonly at: Moment;
  /** What was said of the child's clocks, and in which cases that the reader does not see. */
  readonly said: readonly ToldOfClock[];
  readonly hidden: string;
}

/** By the child's record itself, which one ledger after another shares while nothing of the child changes. */
const openKept = new Map<string, WeakMap<ChildRecord, readonly OpenThen[]>>();
const MOST_OPEN_KEPT = 8;
/** As many as there are kinds of readers, by what is hidden from them; nearly always one. */
const MOST_READERS_KEPT = 4;

/**
 * The open clocks of children of an authority, worked out for one when first asked and kept while nothing of it has
 * changed: the record, what was said of them, the settings they are measured by, the day, and the hour where hours count.
 */
export const openClocksIn = (
  present: HeldLedger,
  kept: ClocksKept,
): ((child: ChildRecord, entries: readonly ToldOfClock[], hidden: ReadonlySet<number>) => OpenClocks) => {
  const known = recall(
    openKept,
    kept.measuredBy,
    MOST_OPEN_KEPT,
    () => new WeakMap<ChildRecord, readonly OpenThen[]>(),
  );
  const { now } = kept;
  return (child, entries, hiddenFrom) => {
    const hidden = [...hiddenFrom].join(' ');
    const before = known.get(child) ?? [];
    const found = before.find((one) => one.hidden === hidden && isSaid(one.said, entries));
    if (found !== undefined && found.at <= now && isStill(found, now)) {
      // The next who looks is given the same, and need not be asked what is in it.
      if (found.said !== entries)
        known.set(
          child,
          before.map((one) => (one === found ? { ...found, said: entries } : one)),
        );
      return found;
    }
    const { clocks } = clocksOfChild(child, { present, entries, kept, hidden: hiddenFrom });
    const open = clocks.filter(({ status }) => status === 'open');
    const others = before.filter((one) => one.hidden !== hidden).slice(0, MOST_READERS_KEPT - 1);
    const then: OpenThen = { at: now, until: nextMoment(open, now), said: entries, hidden, open };
    known.set(child, [then, ...others]);
    return then;
  };
};

const isSaid = (a: readonly ToldOfClock[], b: readonly ToldOfClock[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether they still stand so. */
export const isStill = ({ until }: Pick<OpenClocks, 'until'>, now: Moment): boolean =>
  until === undefined || now < until;

/** What is due by the hour turns within a day: the first time, from now on, at which something of it is due or told. */
const nextMoment = (open: readonly ChildClock[], now: Moment): Moment | undefined =>
  open
    .flatMap(({ due, ladder }) => [due?.at, ...ladder.map(({ from }) => from.at)])
    .filter((at): at is Moment => at !== undefined && at >= now)
    .toSorted(compareMoments)[0];
