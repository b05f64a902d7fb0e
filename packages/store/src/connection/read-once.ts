import type { Tx } from './database.ts';

/** From which connections a transaction reads, and of which authority: what it reads is the same for everybody of that. */
export interface ReadsFrom {
  readonly db: object;
  readonly authorityId: string;
}

interface Reading {
  readonly from: ReadsFrom;
  readonly soFar: Map<string, Promise<unknown>>;
}

/** What the transactions that only read have read so far. */
const reading = new WeakMap<Tx, Reading>();

/** For a transaction that sees one moment and may not write: what it read once it would read again. */
export const remembersWhatItRead = (tx: Tx, from: ReadsFrom): void =>
  void reading.set(tx, { from, soFar: new Map() });

/**
 * Where a transaction reads that may not write of what it reads: beside that can be kept what was worked out from what it read.
 * Undefined in one that may write, of which nothing may be kept: it could still be undone.
 */
export const readsFrom = (tx: Tx): ReadsFrom | undefined => reading.get(tx)?.from;

/**
 * For what several parts of one page ask for: read once in a transaction that only reads, and anew each time in one that
 * may write. The name must tell everything that is asked for.
 */
export const readOnce = <T>(tx: Tx, name: string, read: () => Promise<T>): Promise<T> => {
  const soFar = reading.get(tx)?.soFar;
  const found = soFar?.get(name) ?? read();
  soFar?.set(name, found);
  // A name stands for one reading only, so what is kept under it is what that gives.
  return found as Promise<T>;
};

/** Of what was read for many at once, each as if it had been read by itself under its name. */
export const haveRead = (tx: Tx, name: string, found: unknown): void =>
  void reading.get(tx)?.soFar.set(name, Promise.resolve(found));
