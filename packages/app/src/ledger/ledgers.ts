import {
  type ChildId,
  type ChildRecord,
  type Ledger,
  type MeasureContext,
  type Moment,
  type PreparedLedger,
  prepare,
} from '@rightplace/domain';
import { findLastChange, loadLedger, type Tx } from '@rightplace/store';
import { measureContext } from './measure-context.ts';

/** An authority's children as known at a moment, made ready for counting and for looking up. */
export interface HeldLedger {
  readonly ledger: Ledger;
  readonly prepared: PreparedLedger;
  readonly context: MeasureContext;
  readonly childById: ReadonlyMap<ChildId, ChildRecord>;
  /** The record's latest change that this knows of; undefined for an authority with nothing recorded. */
  readonly lastChange: { readonly id: number; readonly at: Moment } | undefined;
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
      // What was known at a moment is what the last change up to it left behind. One small query tells which change that is,
      // so a kept ledger is never out of date, whichever process made the change.
      const lastChange = await findLastChange(tx, knownAt);
      const key = `${authorityId} ${lastChange?.id ?? 'nothing'}`;
      const kept = held.get(key);
      if (kept !== undefined) {
        remember(key, kept);
        return kept;
      }
      const ledger = await loadLedger(tx, knownAt === undefined ? {} : { knownAt });
      const fresh: HeldLedger = {
        ledger,
        prepared: prepare(ledger),
        context: await measureContext(tx, ledger),
        childById: new Map(ledger.children.map((child) => [child.id, child])),
        lastChange,
      };
      remember(key, fresh);
      return fresh;
    },
  };
};
