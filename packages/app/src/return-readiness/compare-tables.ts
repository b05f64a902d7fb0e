import type { CollectionYear } from '@rightplace/domain';
import { rowCount, rowKeys, TABLES, type TableName, type TableRows } from '@rightplace/ssda903';
import { cellsText } from '@rightplace/store';
import { cellsOfRow } from './find-in-return.ts';
import type { TableComparison } from './freeze-views.ts';

interface KeyedRow {
  readonly child: string;
  readonly text: string;
}

/** A table's rows by whose they are and what tells them from the child's others. */
const rowsByKey = (
  tables: readonly TableRows[],
  name: TableName,
  year: CollectionYear,
): ReadonlyMap<string, KeyedRow> =>
  new Map(
    tables
      .filter(({ table }) => table === name)
      .flatMap((table) => {
        const keys = rowKeys(table, year);
        const children = table.cells[table.columns.indexOf('CHILD')];
        return Array.from({ length: rowCount(table) }, (_, row): [string, KeyedRow] => {
          const child = children?.at(row) ?? '';
          return [JSON.stringify([child, keys[row]]), { child, text: cellsText([cellsOfRow(table, row)]) }];
        });
      }),
  );

/** How the rows of two returns of a year differ, table by table. */
export const compareTables = (
  before: readonly TableRows[],
  after: readonly TableRows[],
  year: CollectionYear,
): readonly TableComparison[] =>
  TABLES.flatMap(({ name, title }) => {
    const [then, now] = [rowsByKey(before, name, year), rowsByKey(after, name, year)];
    if (then.size + now.size === 0) return [];
    const added = [...now].filter(([key]) => !then.has(key));
    const removed = [...then].filter(([key]) => !now.has(key));
    const changed = [...now].filter(([key, { text }]) => (then.get(key)?.text ?? text) !== text);
    return [
      {
        title,
        before: then.size,
        after: now.size,
        added: added.length,
        removed: removed.length,
        changed: changed.length,
        children: new Set([...added, ...removed, ...changed].map(([, { child }]) => child)).size,
      },
    ];
  });
