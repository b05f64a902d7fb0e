import {
  addDays,
  type ChildId,
  type ChildRecord,
  type Day,
  type Ledger,
  londonDayOf,
  type MeasureContext,
  type Moment,
  type PreparedLedger,
  startOfLondonDay,
} from '@rightplace/domain';
import { type LedgerSigns, ledgerSigns, type SignsAsked, type Tx } from '@rightplace/store';
import { whileUnwritten } from '../cases/while-unwritten.ts';
import { CONVENTION_PREFIX, type HeldConvention, heldConventions } from '../convention/kept-conventions.ts';
import { BANK_HOLIDAY_KEYS, bankHolidaysFrom } from '../settings/bank-holidays-of.ts';
import { SAME_CARER_MOVE_COUNTS } from '../settings/catalogue.ts';
import { createUpstreamKept } from './held-upstream.ts';
import { type LedgerMade, latestBefore, makeLedger } from './make-ledger.ts';
import { STATES_RECORDED, STEPS_RECORDED } from './records-of-cases.ts';

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
  /** The one that this was made from, while it is kept: what only children who did not change are counted in is its too. */
  readonly follows?: WeakRef<HeldLedger>;
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

type SignsOf = (tx: Tx, asked: SignsAsked) => Promise<LedgerSigns>;

/** What is counted among cases as they are now is counted again when something is written in one. */
const signsKept: SignsOf = (tx, asked) =>
  asked.knownAt === undefined
    ? ledgerSigns(tx, asked, (count) =>
        whileUnwritten(tx, `signs ${JSON.stringify([asked.cameInto, asked.steps])}`, count),
      )
    : ledgerSigns(tx, asked);

export const createLedgers = (now: () => Moment, signsOf: SignsOf = signsKept): Ledgers => {
  const held = new Map<string, LedgerMade>();
  const beingLoaded = new Map<string, Promise<LedgerMade>>();
  const upstreamKept = createUpstreamKept();

  const remember = (key: string, made: LedgerMade): void => {
    held.delete(key);
    held.set(key, made);
    let children = 0;
    for (const { held: each } of held.values()) children += each.ledger.children.length;
    for (const [oldest, { held: leaving }] of held) {
      if (children <= MOST_CHILDREN_HELD || oldest === key) break;
      held.delete(oldest);
      children -= leaving.ledger.children.length;
    }
  };

  return {
    load: async (tx, authorityId, knownAt) => {
      // What was known at a moment is what the last change up to it left behind. Small queries tell which that is, so
      // a kept ledger is never out of date, whichever process changed the record, and moments between two changes share
      // one. A restriction is a lock on the door and no belief, so it is looked at by itself; so is published data, which
      // is not of the record, and what measures take from cases, which change without the record. Placements and working
      // days are counted by the local settings of that day, as they were known then.
      const asked: SignsAsked = {
        knownAt,
        settingKeys: [SAME_CARER_MOVE_COUNTS.key, ...BANK_HOLIDAY_KEYS],
        timelinesOf: CONVENTION_PREFIX,
        cameInto: STATES_RECORDED,
        steps: STEPS_RECORDED,
        settingOn: knownAt === undefined ? londonDayOf(now()) : dayOfKnowledge(knownAt),
      };
      const signs = await signsOf(tx, asked);
      const { changedAt: at, restricted, settings: set, comeInto, logged, agreed } = signs;
      const countedBy = JSON.stringify([authorityId, set, signs.loaded, signs.timelines]);
      const key = JSON.stringify([countedBy, at ?? 'nothing', restricted, comeInto, logged, agreed]);
      const make = () =>
        makeLedger(tx, {
          version: key,
          countedBy,
          settings: { sameCarerMoveCounts: SAME_CARER_MOVE_COUNTS.parse(set[SAME_CARER_MOVE_COUNTS.key]) },
          bankHolidays: bankHolidaysFrom((name) => set[name]),
          conventions: heldConventions(signs.timelines),
          at,
          knownAt,
          restricted,
          upstreamKept,
          before: at && latestBefore(held.values(), { countedBy, at }),
        });
      const kept = held.get(key) ?? (await beingLoaded.get(key)?.catch(() => undefined));
      if (kept !== undefined) {
        remember(key, kept);
        return kept.held;
      }
      // What is counted of cases could be as much again once this is undone and something else is written.
      if (signs.hasWritten) return (await make()).held;
      // Whoever asks while it is being loaded waits for that one, and loads it only if that came to nothing.
      const loading = make();
      beingLoaded.set(key, loading);
      try {
        const fresh = await loading;
        remember(key, fresh);
        return fresh.held;
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
