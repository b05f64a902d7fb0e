import type { Table, TableName } from './table.ts';
import { columnNames, getTable } from './tables.ts';

/**
 * Rows of one table from one file, column by column: `cells[i][row]` is of column `columns[i]`, trimmed, in capitals,
 * '' when blank. A list a column, not an object a row: all England has millions of rows.
 */
export interface TableRows {
  readonly file: string;
  readonly table: TableName;
  /** The table's columns, in its own order. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** The line of the file on which each row begins, from 1. */
  readonly lines: readonly number[];
}

export const rowCount = (rows: TableRows): number => rows.lines.length;

/** The cells of one column; every column of the table has some, blank if the file had none. */
export const cellsOf = (rows: TableRows, column: string): readonly string[] => {
  const cells = rows.cells[rows.columns.indexOf(column)];
  if (cells === undefined) throw new RangeError(`${rows.table} has no column ${column}`);
  return cells;
};

export interface TableRowsBuilder {
  readonly columns: readonly string[];
  readonly cells: string[][];
  readonly lines: number[];
  readonly rows: TableRows;
}

export const buildTableRows = (table: Table, file: string): TableRowsBuilder => {
  const columns = columnNames(table);
  const cells = columns.map((): string[] => []);
  const lines: number[] = [];
  return { columns, cells, lines, rows: { file, table: table.name, columns, cells, lines } };
};

/** Rows given as objects, as other programs hold them. What is absent or null is blank; lines count from 2. */
export const tableRowsFrom = (
  name: TableName,
  file: string,
  objects: readonly Readonly<Record<string, string | null | undefined>>[],
): TableRows => {
  const builder = buildTableRows(getTable(name), file);
  objects.forEach((object, row) => {
    builder.columns.forEach((column, i) => {
      builder.cells[i]?.push((object[column] ?? '').trim().toUpperCase());
    });
    builder.lines.push(row + 2);
  });
  return builder.rows;
};

/** Whether two files of one table hold the same rows, in any order. */
export const sameRows = (a: TableRows, b: TableRows): boolean => {
  if (a.table !== b.table || rowCount(a) !== rowCount(b)) return false;
  const counts = new Map<string, number>();
  for (const text of rowTexts(a)) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of rowTexts(b)) {
    const left = counts.get(text) ?? 0;
    if (left === 0) return false;
    counts.set(text, left - 1);
  }
  return true;
};

const rowTexts = function* (rows: TableRows): Generator<string> {
  for (let row = 0; row < rowCount(rows); row++) yield rows.cells.map((cells) => cells[row]).join('\u0000');
};
