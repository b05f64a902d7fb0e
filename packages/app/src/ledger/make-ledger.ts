import {
  type BankHolidays,
  type CareHistory,
  type ChildId,
  type ChildRecord,
  compareMoments,
  type Ledger,
  type Moment,
  type PlacementCountingSettings,
  prepare,
  type RecordKind,
  type Records,
} from '@rightplace/domain';
import { loadLedger, type Tx } from '@rightplace/store';
import type { HeldConvention } from '../convention/kept-conventions.ts';
import { bringForward, withLocks } from './bring-forward.ts';
import type { createUpstreamKept, UpstreamForMeasures } from './held-upstream.ts';
import type { HeldLedger } from './ledgers.ts';
import { type ContextForLedger, measureContext } from './measure-context.ts';
import { recordsOfCases } from './records-of-cases.ts';
import { recordsOfReturn } from './records-of-return.ts';

/** A ledger that is held, with what a later one is made from. */
export interface LedgerMade {
  readonly held: HeldLedger;
  /** Authority, settings, published data and conventions, in words: only ledgers of the same can follow one another. */
  readonly countedBy: string;
  readonly at: Moment | undefined;
  readonly restricted: readonly ChildId[];
  readonly published: ContextForLedger;
}

export interface LedgerAsked extends Pick<LedgerMade, 'countedBy' | 'at' | 'restricted'> {
  readonly version: string;
  readonly settings: PlacementCountingSettings;
  readonly bankHolidays: BankHolidays;
  readonly conventions: readonly HeldConvention[];
  readonly knownAt: Moment | undefined;
  readonly upstreamKept: ReturnType<typeof createUpstreamKept>;
  /** An earlier one to go on from. */
  readonly before: LedgerMade | undefined;
}

/** Of those that are kept, the latest that one of a moment can be made from. */
export const latestBefore = (
  kept: Iterable<LedgerMade>,
  { countedBy, at }: { readonly countedBy: string; readonly at: Moment },
): LedgerMade | undefined => {
  let latest: LedgerMade | undefined;
  for (const each of kept) {
    if (each.countedBy !== countedBy || each.at === undefined || compareMoments(each.at, at) > 0) continue;
    if (latest?.at === undefined || compareMoments(latest.at, each.at) <= 0) latest = each;
  }
  return latest;
};

/**
 * Makes a ledger ready. What was worked out from a child's record for the one before is taken from there, for every child
 * whose record is the same object still.
 */
export const makeLedger = async (tx: Tx, asked: LedgerAsked): Promise<LedgerMade> => {
  const { at, restricted, settings, conventions } = asked;
  const forward = await broughtForward(tx, asked);
  const before = forward && asked.before;
  const earlier = before?.held.context.records;
  const ledger = forward ?? (await wholeLedger(tx, asked));
  const upstream = await asked.upstreamKept(tx, ledger.authority, at ?? asked.knownAt);
  const ofCases = theVerySame(await recordsOfCases(tx, ledger, { until: asked.knownAt, earlier }), earlier);
  // A case came into a state that no record here is told by: everything worked out beside that ledger holds.
  if (before !== undefined && isThatOne(before, asked, { ledger, upstream, ofCases })) return before;
  const published = await measureContext(tx, {
    ledger,
    bankHolidays: asked.bankHolidays,
    conventions,
    before: before && { ...before.published, held: before.held },
  });
  const held: HeldLedger = {
    ledger,
    prepared: prepare(ledger, settings, historiesOf(before?.held)),
    context: {
      ...published.context,
      ...upstream,
      records: {
        ...recordsOfReturn(ledger, earlier),
        ...ofCases,
        ...upstream.records,
      },
    },
    conventions,
    childById: new Map(ledger.children.map((child) => [child.id, child])),
    knownAt: ledger.children.length === 0 ? undefined : (at ?? asked.knownAt),
    version: asked.version,
    ...(before === undefined ? {} : { follows: new WeakRef(before.held) }),
  };
  return { held, countedBy: asked.countedBy, at, restricted, published };
};

/** Each list that tells what the earlier one told is that one: figures follow only where no other records changed. */
const theVerySame = (records: Records, earlier: Records = {}): Records =>
  Object.fromEntries(
    Object.entries(records).map(([kind, list]) => {
      const before = earlier[kind as RecordKind];
      return [kind, before !== undefined && JSON.stringify(before) === JSON.stringify(list) ? before : list];
    }),
  );

const isThatOne = (
  { held, restricted }: LedgerMade,
  asked: LedgerAsked,
  made: { readonly ledger: Ledger; readonly upstream: UpstreamForMeasures; readonly ofCases: Records },
): boolean => {
  const { records = {}, recordsTold } = held.context;
  const now: Records = {
    ...recordsOfReturn(made.ledger, records),
    ...made.ofCases,
    ...made.upstream.records,
  };
  const kinds = new Set([...Object.keys(records), ...Object.keys(now)]) as ReadonlySet<RecordKind>;
  return (
    held.ledger === made.ledger &&
    held.knownAt === (asked.at ?? asked.knownAt) &&
    restricted.join() === asked.restricted.join() &&
    recordsTold === made.upstream.recordsTold &&
    [...kinds].every((kind) => records[kind] === now[kind])
  );
};

const wholeLedger = async (tx: Tx, { at, knownAt, restricted }: LedgerAsked): Promise<Ledger> => {
  const ledger = await loadLedger(tx, { knownAt: at ?? knownAt });
  return { ...ledger, children: withLocks(ledger.children, restricted) };
};

const broughtForward = async (tx: Tx, { before, at, restricted }: LedgerAsked) =>
  before?.at === undefined || at === undefined
    ? undefined
    : await bringForward(
        tx,
        { ledger: before.held.ledger, at: before.at, restricted: before.restricted },
        { at, restricted },
      );

const historiesOf = (before: HeldLedger | undefined): ((child: ChildRecord) => CareHistory | undefined) => {
  if (before === undefined) return () => undefined;
  const known = new Map(before.prepared.histories.map((history) => [history.id, history]));
  return (child) => (before.childById.get(child.id) === child ? known.get(child.id) : undefined);
};
