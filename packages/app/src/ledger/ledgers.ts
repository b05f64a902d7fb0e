import {
  type ChildId,
  type ChildRecord,
  type Ledger,
  type MeasureContext,
  type Moment,
  type PreparedLedger,
  prepare,
} from '@rightplace/domain';
import { lastChangeAt, listRestricted, loadLedger, type Tx } from '@rightplace/store';
import { measureContext } from './measure-context.ts';

/** An authority's children as known at a moment, made ready for counting and for looking up. */
export interface HeldLedger {
  readonly ledger: Ledger;
  readonly prepared: PreparedLedger;
  readonly context: MeasureContext;
  readonly childById: ReadonlyMap<ChildId, ChildRecord>;
  /** The moment as at which this is known: its last change, or an earlier moment asked for. Undefined: nothing recorded. */
  readonly knownAt: Moment | undefined;
  /** Tells this ledger from every other, for what is worked out from it and kept beside it. */
  readonly version: string;
}

/** Ledgers kept in memory between requests. Only a saving of work: any process can build any of them. */
export interface Ledgers {
  readonly load: (tx: Tx, authorityId: string, knownAt?: Moment) => Promise<HeldLedger>;
}

/** How many are kept: each authority's present one, and the past moments people are comparing with. */
const MOST_HELD = 24;

export const createLedgers = (): Ledgers => {
  const held = new Map<string, HeldLedger>();

  const remember = (key: string, ledger: HeldLedger): void => {
    held.delete(key);
    held.set(key, ledger);
    const oldest = held.keys().next().value;
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
  };

  return {
    load: async (tx, authorityId, knownAt) => {
      // One small query tells whether a kept ledger is still what is known, whichever process changed the record.
      // A restriction is a lock on the door and no belief, so it is looked at by itself.
      const last = await lastChangeAt(tx);
      const at = knownAt === undefined || last === undefined || knownAt >= last ? last : knownAt;
      const key = [authorityId, at ?? 'nothing', ...(await listRestricted(tx))].join(' ');
      const kept = held.get(key);
      if (kept !== undefined) {
        remember(key, kept);
        return kept;
      }
      const ledger = await loadLedger(tx, at === undefined ? {} : { knownAt: at });
      const fresh: HeldLedger = {
        ledger,
        prepared: prepare(ledger),
        context: await measureContext(tx, ledger),
        childById: new Map(ledger.children.map((child) => [child.id, child])),
        knownAt: at,
        version: key,
      };
      remember(key, fresh);
      return fresh;
    },
  };
};
