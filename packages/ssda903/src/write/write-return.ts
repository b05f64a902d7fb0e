import { type ChildId, type CollectionYear, collectionYearLabel } from '@rightplace/domain';
import type { HeldChild } from '../accept/held.ts';
import { counted } from '../set-aside.ts';
import type { TableName } from '../tables/table.ts';
import { getTable, isInYear, TABLES } from '../tables/tables.ts';
import { HEADER_PLACES, NOT_IN_XML } from '../xml/elements.ts';
import { type Row, rowsByTable } from './cells.ts';
import { type Choice, childrenOfYear } from './rows-of-year.ts';
import { writeCsv } from './write-csv.ts';
import { writeXml } from './write-xml.ts';

export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

export interface WrittenReturn {
  readonly files: readonly WrittenFile[];
  readonly notes: readonly string[];
  /** Who is in the files. */
  readonly children: readonly ChildId[];
}

export interface WriteOptions {
  readonly collectionYear: CollectionYear;
  /** CSV unless said otherwise. */
  readonly format?: 'csv' | 'xml';
  /**
   * Which rows are of the year, when only some of the children are given: that is a matter of all of them. `as-reported`
   * when a return of that year was taken in, else `unlabelled` when one that did not say its year was, else `by-dates`.
   */
  readonly choice?: Choice;
}

const ALWAYS_WRITTEN: readonly TableName[] = ['Header', 'Episodes'];

/** Writes a collection year's return from what is held: the opposite of reading and accepting it. */
export const writeReturn = (
  children: ReadonlyMap<ChildId, HeldChild>,
  { collectionYear, format = 'csv', choice }: WriteOptions,
): WrittenReturn => {
  const ofYear = childrenOfYear(children, collectionYear, choice);
  const rows = rowsByTable(ofYear, collectionYear);
  const ids = ofYear.map(({ id }) => id);
  const notes = tablesOutOfYear(rows, collectionYear);
  if (format === 'csv') return { files: csvFiles(rows, ALWAYS_WRITTEN, () => true), notes, children: ids };
  const beside = csvFiles(rows, [], (table) => NOT_IN_XML.includes(table));
  const xml = { name: 'ssda903.xml', text: writeXml(rowsByChild(rows)) };
  return { files: [xml, ...beside], notes: [...notes, ...lostInXml(rows, beside)], children: ids };
};

const csvFiles = (
  rows: ReadonlyMap<TableName, readonly Row[]>,
  evenIfEmpty: readonly TableName[],
  isWanted: (table: TableName) => boolean,
): readonly WrittenFile[] =>
  TABLES.filter(({ name }) => isWanted(name)).flatMap((table) => {
    const ofTable = rows.get(table.name) ?? [];
    if (ofTable.length === 0 && !evenIfEmpty.includes(table.name)) return [];
    return [{ name: table.fileName, text: writeCsv(table, ofTable) }];
  });

/** A table that the year's return does not have is written if there is something in it, and said. */
const tablesOutOfYear = (
  rows: ReadonlyMap<TableName, readonly Row[]>,
  year: CollectionYear,
): readonly string[] =>
  TABLES.filter((table) => !isInYear(table, year) && (rows.get(table.name)?.length ?? 0) > 0).map(
    ({ title, fileName }) =>
      `The return for ${collectionYearLabel(year)} has no ${title} file; ${fileName} was written because there are rows for it.`,
  );

const rowsByChild = function* (
  rows: ReadonlyMap<TableName, readonly Row[]>,
): Generator<readonly [string, ReadonlyMap<TableName, readonly Row[]>]> {
  const children = new Map<string, Map<TableName, Row[]>>();
  for (const [table, all] of rows) {
    if (NOT_IN_XML.includes(table)) continue;
    for (const row of all) {
      const id = row['CHILD'] ?? '';
      const tables = children.get(id) ?? new Map<TableName, Row[]>();
      children.set(id, tables);
      const ofTable = tables.get(table) ?? [];
      tables.set(table, ofTable);
      ofTable.push(row);
    }
  }
  yield* children;
};

/** The XML has one day of birth and sex a child, and one row a child in the tables that are part of its HEADER. */
const lostInXml = (
  rows: ReadonlyMap<TableName, readonly Row[]>,
  beside: readonly WrittenFile[],
): readonly string[] => {
  const notes = beside.map(({ name }) => `The XML has no place for ${name}, so it is a file of its own.`);
  const births = new Map((rows.get('Header') ?? []).map((row) => [row['CHILD'], row['DOB']]));
  let otherBirths = 0;
  for (const [table, all] of rows) {
    if (table === 'Header' || table === 'Episodes' || NOT_IN_XML.includes(table)) continue;
    for (const row of all) {
      const birth = births.get(row['CHILD']);
      if (birth !== undefined && birth !== (row['DOB'] ?? '')) otherBirths++;
    }
  }
  if (otherBirths > 0) {
    notes.push(
      `${counted(otherBirths, 'row')} gave another DOB than the child's Header; the XML has only the Header's.`,
    );
  }
  for (const table of [...HEADER_PLACES.map((place) => place.table), 'UASC' as const]) {
    const all = rows.get(table) ?? [];
    const extra = all.length - new Set(all.map((row) => row['CHILD'])).size;
    if (extra > 0)
      notes.push(
        `${counted(extra, 'row')} of ${getTable(table).title} beyond one a child cannot be in the XML.`,
      );
  }
  return notes;
};
