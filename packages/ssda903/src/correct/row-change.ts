import type { ChildId, CollectionYear } from '@rightplace/domain';
import { sexFromCode } from '../codes/sex.ts';
import type { TableName } from '../tables/table.ts';
import { cellsOf } from '../tables/table-rows.ts';
import { columnNames, getTable } from '../tables/tables.ts';
import type { Row } from '../write/cells.ts';
import { type ChildRow, type ChildRows, rowsWithKeys, tableOfChild } from './rows-of-child.ts';

/** What somebody wants of a row: that it says otherwise, that there is one more, or that it goes. */
export type RowChange =
  | { readonly kind: 'change'; readonly table: TableName; readonly key: string; readonly cells: Row }
  | { readonly kind: 'add'; readonly table: TableName; readonly cells: Row }
  | { readonly kind: 'remove'; readonly table: TableName; readonly key: string };

/** The child's rows with the change, and where the row is that it is about. */
export interface RowsChanged {
  readonly rows: ChildRows;
  /** Its place among the table's rows; undefined when it was removed. */
  readonly place: number | undefined;
}

/** A row as it would be read from a file: in capitals, without spaces round it, every column there. */
export const asRead = (id: ChildId, table: TableName, cells: Row): Row => {
  const read = tableOfChild(table, [{ ...cells, CHILD: id }]);
  return Object.fromEntries(
    columnNames(getTable(table)).map((column) => [column, cellsOf(read, column).at(0)]),
  );
};

/** Undefined when there is no such row. */
export const rowsWith = (
  id: ChildId,
  rows: ChildRows,
  { change, year }: { readonly change: RowChange; readonly year: CollectionYear },
): RowsChanged | undefined => {
  const own = rows.get(change.table) ?? [];
  const at = change.kind === 'add' ? own.length : own.findIndex(({ key }) => key === change.key);
  if (at === -1) return undefined;
  const texts = own.map(({ cells }) => cells);
  if (change.kind === 'remove') texts.splice(at, 1);
  else texts[at] = asRead(id, change.table, change.cells);
  const changed = new Map(rows).set(change.table, rowsWithKeys(change.table, texts, year));
  return {
    rows:
      change.table === 'Header' && change.kind === 'change'
        ? withSameIdentity(changed, own[0], year)
        : changed,
    place: change.kind === 'remove' ? undefined : at,
  };
};

/** What the Header says is said again in other tables: where they said the same as it, they go on doing so. */
const withSameIdentity = (rows: ChildRows, before: ChildRow | undefined, year: CollectionYear): ChildRows => {
  const [from, to] = [before?.cells, rows.get('Header')?.[0]?.cells];
  if (from === undefined || to === undefined) return rows;
  return new Map(
    [...rows].map(([table, own]) => {
      if (table === 'Header' || table === 'Episodes') return [table, own];
      const texts = own.map(({ cells }) => ({ ...cells, ...sameIdentity(cells, from, to) }));
      return [table, rowsWithKeys(table, texts, year)];
    }),
  );
};

/** What changes in a row, or in a fact's fields, because the Header now says otherwise of the same. */
export const sameIdentity = (said: Row, from: Row, to: Row): Row => {
  const isSame = (column: 'DOB' | 'SEX'): boolean => {
    const [own, was, is] = [said[column] ?? '', from[column] ?? '', to[column] ?? ''];
    if (own === '' || is === '' || was === is) return false;
    return column === 'SEX' ? sexFromCode(own) === sexFromCode(was) : own === was;
  };
  return {
    ...(isSame('DOB') ? { DOB: to['DOB'] ?? '' } : {}),
    ...(isSame('SEX') ? { SEX: to['SEX'] ?? '' } : {}),
  };
};
