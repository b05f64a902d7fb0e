import type { TableName } from '../tables/table.ts';
import { columnNames, getTable } from '../tables/tables.ts';

/** Where a table is in the XML return. */
export interface XmlPlace {
  readonly table: TableName;
  /** `block`: an element of its own for each row. `header`: items among those of the child's HEADER. */
  readonly kind: 'block' | 'header';
  /** The name of the block; under HEADER, except EPISODE, which is beside it. */
  readonly element: string;
  /** Columns that the row has of its own, in the order written; the others are the child's (CHILD, DOB, SEX). */
  readonly columns: readonly string[];
}

/** Items that differ in name from the columns of the files. */
const ELEMENT_OF_COLUMN: Readonly<Record<string, string>> = { CHILD: 'CHILDID', PLACE: 'PL' };

export const elementOf = (column: string): string => ELEMENT_OF_COLUMN[column] ?? column;

const OF_THE_CHILD = ['CHILD', 'DOB', 'SEX'];

const place = (
  table: TableName,
  kind: XmlPlace['kind'],
  element: string,
  columns?: readonly string[],
): XmlPlace => ({
  table,
  kind,
  element,
  columns: columns ?? columnNames(getTable(table)).filter((name) => !OF_THE_CHILD.includes(name)),
});

export const HEADER_COLUMNS = columnNames(getTable('Header'));

/** Items of the HEADER that make rows of other tables, and the order in which they are written. */
export const HEADER_PLACES: readonly XmlPlace[] = [
  place('OC3', 'header', 'HEADER'),
  place('AD1', 'header', 'HEADER'),
];

export const BLOCK_PLACES: readonly XmlPlace[] = [
  place('Reviews', 'block', 'AREVIEW'),
  place('Missing', 'block', 'AMISSING'),
  place('PrevPerm', 'block', 'PERMANENCE'),
  place('PlacedAdoption', 'block', 'AD_PLACED'),
  place('OC2', 'block', 'OC2'),
];

export const EPISODE_PLACE: XmlPlace = place('Episodes', 'block', 'EPISODE', [
  'DECOM',
  'RNE',
  'LS',
  'CIN',
  'PLACE',
  'PL_POST',
  'HOME_POST',
  'URN',
  'PLACE_PROVIDER',
  'DEC',
  'REC',
  'REASON_PLACE_CHANGE',
]);

/** Tables for which the return's XML has no element: the department takes them another way. */
export const NOT_IN_XML: readonly TableName[] = ['SWEpisodes', 'DoLo'];
