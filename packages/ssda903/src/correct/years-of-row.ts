import type { ChildId, CollectionYear } from '@rightplace/domain';
import type { HeldChild } from '../accept/held.ts';
import type { TableName } from '../tables/table.ts';
import { findEpisodeOf, findFactOf } from './changed-items.ts';
import { asRead } from './row-change.ts';
import { type OfYear, rowsOfChild } from './rows-of-child.ts';

/** The collection years whose returns told of what a row tells; none for what was entered here. */
export const yearsOfRow = (
  id: ChildId,
  held: HeldChild,
  { of, table, key }: { readonly of: OfYear; readonly table: TableName; readonly key: string },
): readonly CollectionYear[] => {
  const row = rowsOfChild(id, held, of)
    .get(table)
    ?.find((each) => each.key === key);
  if (row === undefined) return [];
  if (table === 'Header') return held.headerYears;
  const cells = asRead(id, table, row.cells);
  const found = table === 'Episodes' ? findEpisodeOf(held, cells) : findFactOf(held, table, cells, of.year);
  return found?.years ?? [];
};
