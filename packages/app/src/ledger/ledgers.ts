import {
  addDays,
  type BankHolidays,
  type ChildId,
  type ChildRecord,
  type Day,
  type Ledger,
  londonDayOf,
  type MeasureContext,
  type Moment,
  type PlacementCountingSettings,
  type PreparedLedger,
  prepare,
  startOfLondonDay,
} from '@rightplace/domain';
import { ledgerSigns, loadLedger, type Tx } from '@rightplace/store';
import { CONVENTION_PREFIX, type HeldConvention, heldConventions } from '../convention/kept-conventions.ts';
import { BANK_HOLIDAY_KEYS, bankHolidaysFrom } from '../settings/bank-holidays-of.ts';
import { SAME_CARER_MOVE_COUNTS } from '../settings/catalogue.ts';
import { createUpstreamKept } from './held-upstream.ts';
import { measureContext } from './measure-context.ts';
import { recordsOfReturn } from './records-of-return.ts';

/** An authority's children as known at a moment, made ready for counting and for looking up. */
export interface HeldLedger {
  readonly ledger: Ledger;
  readonly prepared: PreparedLedger;
  readonly context: MeasureContext;
  readonly childById: ReadonlyMap<ChildId, ChildRecord>;
  /** What the authority counts otherwise than the papers' own, and from when. */
  readonly conventions?: readonly HeldConvention[];
  /** The last change of the record that this knows of. Undefined: nothing was recorded. */
  readonly knownAt: Moment | undefined;
  /** Tells this ledger from every other, for what is worked out from it and kept beside it. */
  readonly version: string;
}

/** Ledgers kept in memory between requests. Only a saving of work: any process can build any of them. */
export interface Ledgers {
  readonly load: (tx: Tx, authorityId: string, knownAt?: Moment) => Promise<HeldLedger>;
}

/**
 * How much is kept: the present ledgers, and the past ones people are comparing with. A thousand children's records with
 * what is worked out from them take about ten megabytes.
 */
const MOST_CHILDREN_HELD = 40_000;

export const createLedgers = (now: () => Moment): Ledgers => {
  const held = new Map<string, HeldLedger>();
  const beingLoaded = new Map<string, Promise<HeldLedger>>();
  const upstreamKept = createUpstreamKept();

  const remember = (key: string, ledger: HeldLedger): void => {
    held.delete(key);
    held.set(key, ledger);
    let children = 0;
    for (const each of held.values()) children += each.ledger.children.length;
    for (const [oldest, { ledger: leaving }] of held) {
      if (children <= MOST_CHILDREN_HELD || oldest === key) break;
      held.delete(oldest);
      children -= leaving.children.length;
    }
  };

  return {
    load: async (tx, authorityId, knownAt) => {
      // What was known at a moment is what the last change up to it left behind. One small query tells which that is, so
      // a kept ledger is never out of date, whichever process changed the record, and moments between two changes share
      // one. A restriction is a lock on the door and no belief, so it is looked at by itself; so is published data, which
      // is not of the record. Placements and
      // working days are counted by the local settings of that day, as they were known then.
      const signs = await ledgerSigns(tx, {
        knownAt,
        settingKeys: [SAME_CARER_MOVE_COUNTS.key, ...BANK_HOLIDAY_KEYS],
        timelinesOf: CONVENTION_PREFIX,
        settingOn: knownAt === undefined ? londonDayOf(now()) : dayOfKnowledge(knownAt),
      });
      const set = signs.settings;
      const settings = { sameCarerMoveCounts: SAME_CARER_MOVE_COUNTS.parse(set[SAME_CARER_MOVE_COUNTS.key]) };
      const at = signs.changedAt;
      const key = JSON.stringify([
        authorityId,
        at ?? 'nothing',
        set,
        signs.restricted,
        signs.loaded,
        signs.timelines,
      ]);
      const kept = held.get(key) ?? (await beingLoaded.get(key)?.catch(() => undefined));
      if (kept !== undefined) {
        remember(key, kept);
        return kept;
      }
      // Whoever asks while it is being loaded waits for that one, and loads it only if that came to nothing.
      const loading = prepareLedger(tx, {
        version: key,
        settings,
        bankHolidays: bankHolidaysFrom((name) => set[name]),
        conventions: heldConventions(signs.timelines),
        knownAt: at ?? knownAt,
        upstreamKept,
      });
      beingLoaded.set(key, loading);
      try {
        const fresh = await loading;
        remember(key, fresh);
        return fresh;
      } finally {
        if (beingLoaded.get(key) === loading) beingLoaded.delete(key);
      }
    },
  };
};

/** The day that somebody who knew what was known at that moment was in. Midnight is the end of the day before. */
const dayOfKnowledge = (knownAt: Moment): Day => {
  const on = londonDayOf(knownAt);
  return knownAt <= startOfLondonDay(on) ? addDays(on, -1) : on;
};

const prepareLedger = async (
  tx: Tx,
  {
    version,
    settings,
    bankHolidays,
    conventions,
    knownAt,
    upstreamKept,
  }: {
    readonly version: string;
    readonly settings: PlacementCountingSettings;
    readonly bankHolidays: BankHolidays;
    readonly conventions: readonly HeldConvention[];
    readonly knownAt: Moment | undefined;
    readonly upstreamKept: ReturnType<typeof createUpstreamKept>;
  },
): Promise<HeldLedger> => {
  const ledger = await loadLedger(tx, knownAt === undefined ? {} : { knownAt });
  const upstream = await upstreamKept(tx, ledger.authority, knownAt);
  return {
    ledger,
    prepared: prepare(ledger, settings),
    context: {
      ...(await measureContext(tx, { ledger, bankHolidays, conventions })),
      ...upstream,
      records: { ...recordsOfReturn(ledger), ...upstream.records },
    },
    conventions,
    childById: new Map(ledger.children.map((child) => [child.id, child])),
    knownAt: ledger.children.length === 0 ? undefined : knownAt,
    version,
  };
};
