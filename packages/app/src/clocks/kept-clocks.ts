import {
  type ChildClock,
  type ChildId,
  type ChildRecord,
  compareMoments,
  type Moment,
} from '@rightplace/domain';
import type { StoredClockEntry } from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { beside, recall } from '../ledger/recall.ts';
import { clocksOfChild } from './child-clocks.ts';
import type { ClocksKept } from './clocks-kept.ts';

/** A child's open clocks as they stood at a moment, and the next moment at which one of them may stand otherwise. */
interface OpenThen {
  readonly at: Moment;
  readonly until: Moment | undefined;
  /** What was said of the child's clocks, as text. */
  readonly said: string;
  readonly open: readonly ChildClock[];
}

const openKept = new WeakMap<HeldLedger, Map<string, Map<ChildId, OpenThen>>>();
const MOST_STATES = 2;

/**
 * The open clocks of children of an authority, worked out for one when first asked and kept while nothing of it has
 * changed: the record, what was said of them, the settings they are measured by, the day, and the hour where hours count.
 */
export const openClocksIn = (
  present: HeldLedger,
  kept: ClocksKept,
): ((child: ChildRecord, entries: readonly StoredClockEntry[]) => readonly ChildClock[]) => {
  const states = beside(openKept, present, () => new Map<string, Map<ChildId, OpenThen>>());
  const known = recall(states, kept.measuredBy, MOST_STATES, () => new Map<ChildId, OpenThen>());
  const { now } = kept;
  return (child, entries) => {
    const said = JSON.stringify(entries);
    const found = known.get(child.id);
    if (found !== undefined && found.said === said && found.at <= now && isStill(found, now))
      return found.open;
    const { clocks } = clocksOfChild(child, { present, entries, kept });
    const open = clocks.filter(({ status }) => status === 'open');
    known.set(child.id, { at: now, until: nextMoment(open, now), said, open });
    return open;
  };
};

const isStill = ({ until }: OpenThen, now: Moment): boolean => until === undefined || now < until;

/** What is due by the hour turns within a day: the first time, from now on, at which something of it is due or told. */
const nextMoment = (open: readonly ChildClock[], now: Moment): Moment | undefined =>
  open
    .flatMap(({ due, ladder }) => [due?.at, ...ladder.map(({ from }) => from.at)])
    .filter((at): at is Moment => at !== undefined && at >= now)
    .toSorted(compareMoments)[0];
