import { neutraliseFormula } from '../csv/formula-cells.ts';
import type { Table } from '../tables/table.ts';
import { columnNames } from '../tables/tables.ts';
import type { Row } from './cells.ts';

const LINE_END = '\r\n';

const cell = (text: string): string => {
  const safe = neutraliseFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One table's file (RFC 4180), its columns in the order of the return. */
export const writeCsv = (table: Table, rows: readonly Row[]): string => {
  const columns = columnNames(table);
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines, ''].join(LINE_END);
};
