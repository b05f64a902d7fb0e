import type { ChildClock, ChildId, ChildRecord, Moment } from '@rightplace/domain';
import type { StoredClockEntry } from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { beside, recall } from '../ledger/recall.ts';
import { clocksOfChild } from './child-clocks.ts';
import type { ClocksKept } from './clocks-kept.ts';

/** A child's open clocks as they stood at a moment, and the next moment at which one of them may stand otherwise. */
interface OpenThen {
  readonly at: Moment;
  readonly until: Moment | undefined;
  readonly open: readonly ChildClock[];
}

const openKept = new WeakMap<HeldLedger, Map<string, Map<ChildId, OpenThen>>>();
const MOST_STATES = 2;

/**
 * The open clocks of children of an authority, worked out for one when first asked and kept while nothing of it has
 * changed: the record, everything said of clocks, the settings they are measured by, the day, and the hour where hours count.
 */
export const openClocksIn = (
  present: HeldLedger,
  { entries, kept }: { readonly entries: readonly StoredClockEntry[]; readonly kept: ClocksKept },
): ((child: ChildRecord) => readonly ChildClock[]) => {
  const states = beside(openKept, present, () => new Map<string, Map<ChildId, OpenThen>>());
  const state = JSON.stringify([kept.measuredBy, entries]);
  const known = recall(states, state, MOST_STATES, () => new Map<ChildId, OpenThen>());
  const said = Map.groupBy(entries, ({ child }) => child);
  const { now } = kept;
  return (child) => {
    const found = known.get(child.id);
    if (found !== undefined && found.at <= now && (found.until === undefined || now < found.until))
      return found.open;
    const { clocks } = clocksOfChild(child, { present, entries: said.get(child.id) ?? [], kept });
    const open = clocks.filter(({ status }) => status === 'open');
    known.set(child.id, { at: now, until: nextMoment(open, now), open });
    return open;
  };
};

/** What is due by the hour turns within a day: the first time, from now on, at which something of it is due or told. */
const nextMoment = (open: readonly ChildClock[], now: Moment): Moment | undefined =>
  open
    .flatMap(({ due, ladder }) => [due?.at, ...ladder.map(({ from }) => from.at)])
    .filter((at) => at !== undefined && at >= now)
    .toSorted()[0];
