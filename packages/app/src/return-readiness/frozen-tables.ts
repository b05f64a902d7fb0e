import type { CollectionYear } from '@rightplace/domain';
import { readReturn, type TableRows } from '@rightplace/ssda903';
import { findFreeze, findLatestFreeze, loadFreezeFiles, type Tx } from '@rightplace/store';
import { recall } from '../ledger/recall.ts';

export interface FrozenTables {
  readonly freeze: number;
  readonly tables: readonly TableRows[];
}

/**
 * What was read of submitted returns, under the checksums of the files: those never change, and who may see which is the
 * database's to say each time. A few, as each is a year of an authority.
 */
const kept = new Map<string, readonly TableRows[]>();
const MOST_KEPT = 12;

/** The tables of a year's latest submitted return, and which that is; only the file of that name when one is given. */
export const frozenTables = async (
  tx: Tx,
  year: CollectionYear,
  fileName?: string,
): Promise<FrozenTables | undefined> => {
  const id = await findLatestFreeze(tx, year);
  return id === undefined ? undefined : tablesOfFreeze(tx, id, fileName);
};

/** The tables of one frozen return. */
export const tablesOfFreeze = async (
  tx: Tx,
  id: number,
  fileName?: string,
): Promise<FrozenTables | undefined> => {
  const freeze = await findFreeze(tx, id);
  if (freeze === undefined) return undefined;
  const isWanted = ({ name }: { readonly name: string }): boolean =>
    fileName === undefined || name === fileName;
  const key = JSON.stringify(freeze.files.filter(isWanted).map(({ name, sha256 }) => [name, sha256]));
  const tables = kept.get(key) ?? (await readFrozen(tx, freeze.id, isWanted));
  return { freeze: freeze.id, tables: recall(kept, key, MOST_KEPT, () => tables) };
};

const readFrozen = async (
  tx: Tx,
  freeze: number,
  isWanted: (file: { readonly name: string }) => boolean,
): Promise<readonly TableRows[]> => {
  const files = (await loadFreezeFiles(tx, freeze)).filter(isWanted);
  return readReturn(files.map(({ name, content }) => ({ name, bytes: content }))).tables;
};
