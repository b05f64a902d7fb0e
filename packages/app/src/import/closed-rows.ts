import type { Tx } from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import type { Importer } from './importer.ts';

/** What a row of a file, or a line about one, says of whose it is; null for a whole file. */
interface OfChild {
  readonly child: string | null;
}

/** As files of one child are told apart: they write an identifier in capitals or not. */
const plain = (child: string): string => child.trim().toUpperCase();

/**
 * The rows that whoever looks may be shown: those of a child whose record a conflict of interest closes to them are left out. What
 * files count is the whole authority's; a row of them is a child's.
 */
export const openRowsFor = async (
  tx: Tx,
  importer: Importer,
): Promise<<Row extends OfChild>(rows: readonly Row[]) => readonly Row[]> => {
  if (importer.kind !== 'person') return (rows) => rows;
  const { conflicts } = await loadAccessFacts(tx);
  const { id } = importer.signedIn.person;
  const closed = new Set(
    [...conflicts].flatMap(([child, people]) => (people.includes(id) ? [plain(child)] : [])),
  );
  return (rows) => rows.filter(({ child }) => child === null || !closed.has(plain(child)));
};
