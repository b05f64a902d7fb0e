import { readsFrom, type Tx, versionOfCases } from '@rightplace/store';
import { beside, recall } from '../ledger/recall.ts';

interface Kept {
  /** Undefined while there never was a case. */
  readonly version: string | undefined;
  readonly found: unknown;
}

/** Of each database, by authority and what was read. */
const kept = new WeakMap<object, Map<string, Kept>>();
const MOST_KEPT = 200;

/**
 * What was read of an authority's cases, for as long as nothing is written in any of them. The name must tell everything that is asked
 * for, and what is read must be the same for everybody: who may see it is another question. In a transaction that may write it is
 * read anew, and what somebody wrote while it was read is kept by nobody.
 */
export const whileUnwritten = async <T>(tx: Tx, name: string, read: () => Promise<T>): Promise<T> => {
  const from = readsFrom(tx);
  if (from === undefined) return read();
  const version = await versionOfCases(tx);
  const known = beside(kept, from.db, () => new Map<string, Kept>());
  const key = `${from.authorityId} ${name}`;
  const before = known.get(key);
  // A name stands for one reading only, so what is kept under it is what that gives.
  if (before !== undefined && before.version === version) return before.found as T;
  const found = await read();
  if ((await versionOfCases(tx)) !== version) return found;
  known.delete(key);
  recall(known, key, MOST_KEPT, () => ({ version, found }));
  return found;
};
