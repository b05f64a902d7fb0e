import type { Tx } from './database.ts';

/** What the transactions that only read have read so far. */
const readSoFar = new WeakMap<Tx, Map<string, Promise<unknown>>>();

/** For a transaction that sees one moment and may not write: what it read once it would read again. */
export const remembersWhatItRead = (tx: Tx): void => void readSoFar.set(tx, new Map());

/** Whether a transaction sees one moment and may not write of what is read, so that what was kept of that very moment will do. */
export const isOnlyReading = (tx: Tx): boolean => readSoFar.has(tx);

/**
 * For what several parts of one page ask for: read once in a transaction that only reads, and anew each time in one that
 * may write. The name must tell everything that is asked for.
 */
export const readOnce = <T>(tx: Tx, name: string, read: () => Promise<T>): Promise<T> => {
  const soFar = readSoFar.get(tx);
  const found = soFar?.get(name) ?? read();
  soFar?.set(name, found);
  // A name stands for one reading only, so what is kept under it is what that gives.
  return found as Promise<T>;
};
