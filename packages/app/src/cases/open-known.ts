import type { CaseNow, Clock, Day, Moment, Waiting } from '@rightplace/domain';
import { londonDayOf } from '@rightplace/domain';
import {
  type KeptAt,
  listOpenCases,
  listVersionsOfOpenCases,
  listWritersOf,
  type OverIn,
  type ReadsFrom,
  readByVersion,
  readCases,
  readsFrom,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { beside } from '../ledger/recall.ts';
import { whileUnwritten } from './while-unwritten.ts';

/** What lists read of a case: nothing of who may see it. */
export interface KnownCase {
  readonly stored: StoredCase;
  readonly writers: readonly number[];
}

/** Of each database, by authority and case: as many as are open in a few large authorities, some tens of megabytes. */
const remembered = new WeakMap<object, Map<string, KeptAt<KnownCase>>>();
const MOST_REMEMBERED = 6000;

const withWriters = async (tx: Tx, stored: readonly StoredCase[]): Promise<readonly KnownCase[]> => {
  const writers = await listWritersOf(
    tx,
    stored.map(({ id }) => id),
  );
  return stored.map((one) => ({ stored: one, writers: writers.get(one.id) ?? [] }));
};

/**
 * Every case that is not over, or in which somebody has a word to answer for, in the order they were begun. While nothing is written
 * in any case it is the very list of last time. In a transaction that may write all are read.
 */
export const readOpenCases = async (tx: Tx, over: readonly OverIn[]): Promise<readonly KnownCase[]> => {
  const from = readsFrom(tx);
  if (from === undefined) return withWriters(tx, await listOpenCases(tx, over));
  return whileUnwritten(tx, `open ${JSON.stringify(over)}`, () => readOpenAnew(tx, from, over));
};

/** How far each was written is asked of all in one question; only those that were added to since are read anew. */
const readOpenAnew = async (
  tx: Tx,
  { db, authorityId }: ReadsFrom,
  over: readonly OverIn[],
): Promise<readonly KnownCase[]> => {
  const versions = await listVersionsOfOpenCases(tx, over);
  const found = await readByVersion(
    beside(remembered, db, () => new Map<string, KeptAt<KnownCase>>()),
    versions,
    {
      keyOf: (id) => `${authorityId} ${id}`,
      most: MOST_REMEMBERED,
      read: async (ids) =>
        new Map((await withWriters(tx, await readCases(tx, ids))).map((one) => [one.stored.id, one])),
    },
  );
  return versions.flatMap(({ id }) => found.get(id) ?? []);
};

/** How a case stands on a day, by one clock, and whom it waits for as those who looked last see it. */
export interface Folded {
  readonly clock: Clock;
  readonly on: Day;
  readonly now: CaseNow;
  readonly waiting: Map<string, { readonly is: Waiting | undefined }>;
}

const folds = new WeakMap<KnownCase, Folded>();

/** What lapses does so as a day ends, so that how a case stands holds for the day. */
export const foldOnce = (
  known: KnownCase,
  { clock, at }: { readonly clock: Clock; readonly at: Moment },
  fold: () => CaseNow,
): Folded => {
  const [before, on] = [folds.get(known), londonDayOf(at)];
  if (before?.clock === clock && before.on === on) return before;
  const folded = { clock, on, now: fold(), waiting: new Map() };
  folds.set(known, folded);
  return folded;
};
