import type { ChildId, CollectionYear } from '@rightplace/domain';
import type { HeldChild } from '../accept/held.ts';
import { rowKeys } from '../tables/row-keys.ts';
import type { TableName } from '../tables/table.ts';
import { type TableRows, tableRowsFrom } from '../tables/table-rows.ts';
import { getTable, isInYear, TABLES } from '../tables/tables.ts';
import { type Row, rowsByTable } from '../write/cells.ts';
import { type Choice, childrenOfYear } from '../write/rows-of-year.ts';

/** One row of a child's return. */
export interface ChildRow {
  /** Tells it from the child's others of that table: see `rowKeys`. */
  readonly key: string;
  readonly cells: Row;
}

/** A child's whole return of a year, by table; every table is there. */
export type ChildRows = ReadonlyMap<TableName, readonly ChildRow[]>;

/** Of which year, and which rows are of it: that is a matter of the whole record, so whoever asks must say. */
export interface OfYear {
  readonly year: CollectionYear;
  readonly choice: Choice;
}

export const tableOfChild = (table: TableName, rows: readonly Row[]): TableRows =>
  tableRowsFrom(table, getTable(table).fileName, rows);

export const rowsWithKeys = (
  table: TableName,
  rows: readonly Row[],
  year: CollectionYear,
): readonly ChildRow[] => {
  const keys = rowKeys(tableOfChild(table, rows), year);
  return rows.map((cells, i) => ({ key: keys[i] ?? '', cells }));
};

/** What an export of the year would write of the child. */
export const rowsOfChild = (id: ChildId, held: HeldChild, { year, choice }: OfYear): ChildRows => {
  const rows = rowsByTable(childrenOfYear(new Map([[id, held]]), year, choice), year);
  return new Map(TABLES.map(({ name }) => [name, rowsWithKeys(name, rows.get(name) ?? [], year)]));
};

/**
 * The rows as the rules read them. Every table that the year's return has counts as given, be it empty, because that
 * the child has no row in it is known.
 */
export const tablesOfChild = (rows: ChildRows, year: CollectionYear): readonly TableRows[] =>
  TABLES.flatMap((table) => {
    const own = rows.get(table.name) ?? [];
    if (own.length === 0 && !isInYear(table, year)) return [];
    return [
      tableOfChild(
        table.name,
        own.map(({ cells }) => cells),
      ),
    ];
  });
