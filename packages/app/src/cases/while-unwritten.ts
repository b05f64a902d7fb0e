import { readsFrom, type Tx, versionOfCases } from '@rightplace/store';
import { beside, recall } from '../ledger/recall.ts';

/** Whatever was read of one authority's cases as they are by one version. */
interface Kept {
  /** Undefined while there never was a case. */
  readonly version: string | undefined;
  readonly found: Map<string, unknown>;
}

/** Of each database, by authority: what was read of another version than the last is let go at once. */
const kept = new WeakMap<object, Map<string, Kept>>();
const MOST_AUTHORITIES = 20;
const MOST_READINGS = 200;

/**
 * What was read of an authority's cases, for as long as nothing is written in any of them. The name must tell everything that is asked
 * for, and what is read must be the same for everybody: who may see it is another question. In a transaction that may write it is
 * read anew, and what somebody wrote while it was read is kept by nobody.
 */
export const whileUnwritten = async <T>(tx: Tx, name: string, read: () => Promise<T>): Promise<T> => {
  const from = readsFrom(tx);
  if (from === undefined) return read();
  const version = await versionOfCases(tx);
  const authorities = beside(kept, from.db, () => new Map<string, Kept>());
  const ofVersion = (): Map<string, unknown> | undefined => {
    const before = authorities.get(from.authorityId);
    return before !== undefined && before.version === version ? before.found : undefined;
  };
  const before = ofVersion();
  // A name stands for one reading only, so what is kept under it is what that gives.
  if (before?.has(name) === true) return recall(before, name, MOST_READINGS, () => undefined) as T;
  const found = await read();
  if ((await versionOfCases(tx)) !== version) return found;
  const readings = ofVersion() ?? new Map<string, unknown>();
  authorities.delete(from.authorityId);
  recall(authorities, from.authorityId, MOST_AUTHORITIES, () => ({ version, found: readings }));
  readings.delete(name);
  recall(readings, name, MOST_READINGS, () => found);
  return found;
};
