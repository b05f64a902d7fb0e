import { type CollectionYear, collectionYearEnd } from '@rightplace/domain';
import { dayFromReturn } from '../dates.ts';
import type { TableName } from './table.ts';
import { cellsOf, rowCount, type TableRows } from './table-rows.ts';

/** The columns by which a child's rows of a table are told apart; none where there is one row a year, or only one. */
export const KEY_COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  Header: [],
  Episodes: ['DECOM'],
  Reviews: ['REVIEW'],
  UASC: [],
  OC2: [],
  OC3: [],
  AD1: [],
  PlacedAdoption: ['DATE_PLACED'],
  PrevPerm: [],
  Missing: ['MIS_START', 'MISSING'],
  SWEpisodes: ['SW_DECOM', 'SW_ID'],
  DoLo: ['DOLO_START'],
};

/** The key of a table with one row a child: a year's, or the only one. */
export const onlyKeyOf = (table: TableName, year: CollectionYear): string =>
  table === 'UASC' ? '1' : table === 'Header' ? 'header' : collectionYearEnd(year);

/**
 * What tells each row from the child's others of that table, by its place: the key under which the record keeps what the
 * row says, with days as the record writes them. Of two episodes that begin on one day the second is `2026-05-01+2`.
 */
export const rowKeys = (rows: TableRows, year: CollectionYear): readonly string[] => {
  const columns = KEY_COLUMNS[rows.table].map((column) => cellsOf(rows, column));
  const children = cellsOf(rows, 'CHILD');
  const met = new Map<string, number>();
  return Array.from({ length: rowCount(rows) }, (_, row) => {
    const parts = columns.map((cells) => dayFromReturn(cells.at(row)) ?? cells.at(row));
    const key = columns.length === 0 ? onlyKeyOf(rows.table, year) : parts.join(' ').trimEnd();
    const own = `${children.at(row)} ${key}`;
    const before = met.get(own) ?? 0;
    met.set(own, before + 1);
    return before === 0 ? key : `${key}+${before + 1}`;
  });
};
