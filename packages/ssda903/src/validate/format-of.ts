import type { TableRows } from '../tables/table-rows.ts';

/** A return is in XML when its Header is: tables that the XML has no place for come as CSV beside it. */
export const formatOf = (tables: readonly Pick<TableRows, 'table' | 'file'>[]): 'csv' | 'xml' =>
  tables.some(({ table, file }) => table === 'Header' && /\.xml$/i.test(file)) ? 'xml' : 'csv';
