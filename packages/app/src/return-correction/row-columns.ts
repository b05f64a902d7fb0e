import type { CollectionYear, Day } from '@rightplace/domain';
import {
  type ColumnKind,
  codesIn,
  getTable,
  meaningOfCode,
  type SourceName,
  type TableName,
  wordsOfColumn,
} from '@rightplace/ssda903';
import { yearsToChoose } from '../return-readiness/reach.ts';
import type { RowCells } from './views.ts';

/** A code as people choose it. */
export interface CodeToChoose {
  readonly code: string;
  readonly meaning: string | undefined;
  /** False for one that the row has and the year's list lacks. */
  readonly isOfYear: boolean;
}

/** A column of a table with its words, and the codes of the year where it holds codes. */
export interface RowColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly title: string;
  readonly meaning: string;
  readonly codes: readonly CodeToChoose[];
}

/** All but CHILD, which says whose row it is. What the rows hold is among the codes, whatever it is. */
export const columnsOfRow = (
  table: TableName,
  year: CollectionYear,
  rows: readonly RowCells[] = [],
): readonly RowColumn[] =>
  getTable(table)
    .columns.filter(({ name }) => name !== 'CHILD')
    .map(({ name, kind }) => {
      const { name: title, meaning } = wordsOfColumn(table, name);
      const held = rows.map((row) => row[name] ?? '');
      return { name, kind, title, meaning, codes: kind === 'code' ? codesOf(name, year, held) : [] };
    });

const codesOf = (column: string, year: CollectionYear, held: readonly string[]): readonly CodeToChoose[] => {
  const listed = codesIn(column, year);
  const others = new Set(held.filter((code) => code !== '' && !Object.hasOwn(listed, code)));
  return [
    ...[...others].map((code) => ({ code, meaning: meaningOfCode(column, code), isOfYear: false })),
    ...Object.entries(listed).map(([code, meaning]) => ({ code, meaning, isOfYear: true })),
  ];
};

const baseOf = (table: SourceName): TableName => table.replace('_last', '') as TableName;

/** "Episodes", "Last year’s Episodes". */
export const titleOfTable = (table: SourceName): string => {
  const { title } = getTable(baseOf(table));
  return table.endsWith('_last') ? `Last year’s ${title}` : title;
};

/** Those of a rule's columns that the table has, as the table orders them. */
export const fieldsInOrder = (table: SourceName, fields: readonly string[]): readonly string[] =>
  getTable(baseOf(table))
    .columns.map(({ name }) => name)
    .filter((name) => name !== 'CHILD' && fields.includes(name));

/** The newest year whose return is worked on: until the rules of a year are held, the last whose are. */
export const newestReturnYear = (today: Day): CollectionYear => yearsToChoose(today)[0] ?? 0;
