import type { CaseNow, Clock, Day, Moment, Waiting } from '@rightplace/domain';
import { londonDayOf } from '@rightplace/domain';
import {
  type CaseVersion,
  listOpenCases,
  listVersionsOfOpenCases,
  listWritersOf,
  type OverIn,
  type ReadsFrom,
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

interface Remembered {
  readonly version: string;
  readonly known: KnownCase;
}

/** Of each database, by authority and case: as many as are open in a few large authorities, some tens of megabytes. */
const remembered = new WeakMap<object, Map<string, Remembered>>();
const MOST_REMEMBERED = 6000;

const withWriters = async (tx: Tx, stored: readonly StoredCase[]): Promise<readonly KnownCase[]> => {
  const writers = await listWritersOf(
    tx,
    stored.map(({ id }) => id),
  );
  return stored.map((one) => ({ stored: one, writers: writers.get(one.id) ?? [] }));
};

const readChanged = async (
  tx: Tx,
  versions: readonly CaseVersion[],
  known: (one: CaseVersion) => KnownCase | undefined,
): Promise<ReadonlyMap<number, KnownCase>> => {
  const changed = versions.filter((one) => known(one) === undefined).map(({ id }) => id);
  const read = changed.length === 0 ? [] : await withWriters(tx, await readCases(tx, changed));
  return new Map(read.map((one) => [one.stored.id, one]));
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
  const kept = beside(remembered, db, () => new Map<string, Remembered>());
  const versions = await listVersionsOfOpenCases(tx, over);
  const keyOf = (id: number): string => `${authorityId} ${id}`;
  const asBefore = ({ id, version }: CaseVersion): KnownCase | undefined => {
    const before = kept.get(keyOf(id));
    return before?.version === version ? before.known : undefined;
  };
  const changed = await readChanged(tx, versions, asBefore);
  const all = versions.flatMap((one) => {
    const known = changed.get(one.id) ?? asBefore(one);
    return known === undefined ? [] : [{ ...one, known }];
  });
  for (const { id, version, known } of all) {
    kept.delete(keyOf(id));
    kept.set(keyOf(id), { version, known });
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_REMEMBERED) break;
    kept.delete(oldest);
  }
  return all.map(({ known }) => known);
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
