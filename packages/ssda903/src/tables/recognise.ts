import { listed } from '../set-aside.ts';
import type { Table } from './table.ts';
import { columnNames, TABLES } from './tables.ts';

/** What a file's column names say it is. */
export type Recognised =
  | {
      readonly kind: 'table';
      readonly table: Table;
      /** For each column of the file, its place among the table's columns and then `derived`; -1 for a nameless one. */
      readonly positions: readonly number[];
      /** Columns there that are worked out from others: read for the rules, and not taken in. */
      readonly derived: readonly string[];
    }
  | { readonly kind: 'not-recognised'; readonly reason: string; readonly todo: string };

/** Column names are compared without regard to case, spaces or hyphens. */
export const columnKey = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');

interface Difference {
  readonly table: Table;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

const differenceFrom = (table: Table, given: readonly string[]): Difference => {
  const wanted = columnNames(table);
  const derived = (table.derived ?? []).map(({ name }) => name);
  return {
    table,
    missing: wanted.filter((name) => !given.includes(name)),
    extra: given.filter((name) => !wanted.includes(name) && !derived.includes(name)),
  };
};

const sizeOf = ({ missing, extra }: Difference): number => missing.length + extra.length;

/** Tells a table by its columns alone, in any order. Blank names, as of columns emptied in a spreadsheet, are ignored. */
export const recognise = (names: readonly string[]): Recognised => {
  const keys = names.map(columnKey);
  const given = keys.filter((key) => key !== '');
  const repeated = given.find((key, i) => given.indexOf(key) !== i);
  if (repeated !== undefined) {
    return {
      kind: 'not-recognised',
      reason: `The column ${repeated} is there twice, so it cannot be told which of the two to read.`,
      todo: 'Remove or rename one of them.',
    };
  }
  const differences = TABLES.map((table) => differenceFrom(table, given)).sort(
    (a, b) => sizeOf(a) - sizeOf(b),
  );
  const nearest = differences[0];
  if (nearest === undefined || sizeOf(nearest) > 0) return notRecognised(given, nearest);
  const wanted = columnNames(nearest.table);
  const derived = given.filter((key) => !wanted.includes(key));
  const read = [...wanted, ...derived];
  return { kind: 'table', table: nearest.table, positions: keys.map((key) => read.indexOf(key)), derived };
};

/** Off by a column or two, with more than half of the table's own columns there. */
const isNear = ({ table, missing, extra }: Difference): boolean =>
  missing.length <= 2 && extra.length <= 2 && missing.length * 2 < table.columns.length;

const notRecognised = (given: readonly string[], nearest: Difference | undefined): Recognised => {
  if (nearest === undefined || !isNear(nearest)) {
    const some = given.slice(0, 6).join(', ');
    return {
      kind: 'not-recognised',
      reason: `Its first line (${some}${given.length > 6 ? ', …' : ''}) is not the columns of any file of the return.`,
      todo: 'If it is one of the return’s files, check that its first line is the column names of that file.',
    };
  }
  const { table, missing, extra } = nearest;
  const are = (names: readonly string[]): string => (names.length === 1 ? 'is' : 'are');
  const lacks = missing.length === 0 ? [] : [`${listed(missing)} ${are(missing)} missing`];
  const notOfIt = extra.length === 1 ? 'is not a column of it' : 'are not columns of it';
  const has = extra.length === 0 ? [] : [`${listed(extra)} ${notOfIt}`];
  return {
    kind: 'not-recognised',
    reason: `This looks like ${table.title}, but ${[...lacks, ...has].join(' and ')}.`,
    todo: whatToRename(missing, extra),
  };
};

const whatToRename = (missing: readonly string[], extra: readonly string[]): string => {
  if (missing.length === 1 && extra.length === 1)
    return `Rename ${extra[0]} to ${missing[0]}, or add ${missing[0]}.`;
  if (extra.length === 0) return `Add ${listed(missing)}; the cells may be blank.`;
  if (missing.length === 0) return `Remove ${listed(extra)}.`;
  return `Rename ${listed(extra)}, or remove them and add ${listed(missing)}.`;
};
