import { codesInAnyYear } from '../codes/codes.ts';
import { isPartialDate, troubleWithDate } from '../dates.ts';
import { listed, type SetAsideRule } from '../set-aside.ts';
import { KEY_COLUMNS } from '../tables/row-keys.ts';
import type { Column, Table, TableName } from '../tables/table.ts';
import { type Cells, cellsOf, type TableRows } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import type { Days } from './days.ts';

export interface RowTrouble {
  readonly rule: SetAsideRule;
  readonly reason: string;
  readonly todo: string;
}

/** What is wrong with one row of the rows it was made for; undefined when nothing is. */
export type RowCheck = (row: number) => RowTrouble | undefined;

/**
 * Columns without which a row has no place in the record. Others may be blank even where the return wants them: the
 * record keeps what is known, and the rules of the return say what is missing.
 */
const NEEDED: Readonly<Record<TableName, readonly string[]>> = {
  Header: [],
  Episodes: ['DECOM', 'RNE', 'LS', 'PLACE'],
  Reviews: ['REVIEW'],
  UASC: [],
  OC2: [],
  OC3: [],
  AD1: [],
  PlacedAdoption: ['DATE_PLACED'],
  PrevPerm: [],
  Missing: ['MIS_START'],
  SWEpisodes: ['SW_DECOM'],
  DoLo: ['DOLO_START'],
};

/** Finds the first trouble of a row, in the order of its columns. */
export const rowCheck = (rows: TableRows, days: Days): RowCheck => {
  const table = getTable(rows.table);
  const checks = table.columns
    .map((column) => cellCheck(table, column, cellsOf(rows, column.name), days))
    .filter((check) => check !== undefined);
  const endCheck = endsBeforeStart(table, rows, days);
  return (row) => {
    for (const check of checks) {
      const trouble = check(row);
      if (trouble !== undefined) return trouble;
    }
    return endCheck?.(row);
  };
};

/** A trouble of a row, with the columns in which it would be put right. */
export interface TroubleInColumns extends RowTrouble {
  readonly columns: readonly string[];
}

/** Every trouble of one row, for somebody who can put all of them right at once. */
export const troublesOfRow = (rows: TableRows, row: number, days: Days): readonly TroubleInColumns[] => {
  const table = getTable(rows.table);
  const inCells = table.columns.flatMap((column): TroubleInColumns[] => {
    const trouble = cellCheck(table, column, cellsOf(rows, column.name), days)?.(row);
    return trouble === undefined ? [] : [{ ...trouble, columns: [column.name] }];
  });
  const trouble = endsBeforeStart(table, rows, days)?.(row);
  const columns = [STARTS[table.name], table.endColumn].filter((column) => column !== undefined);
  return trouble === undefined ? inCells : [...inCells, { ...trouble, columns }];
};

const cellCheck = (table: Table, { name, kind }: Column, cells: Cells, days: Days): RowCheck | undefined => {
  const needed = NEEDED[table.name].includes(name);
  const blank = needed ? blankNeeded(table, name) : undefined;
  const isGood = cellTest(table.name, { name, kind }, days);
  if (isGood === undefined && !needed) return undefined;
  // Each different text is looked at once, however many cells hold it.
  const troubles: (RowTrouble | null | undefined)[] = [];
  troubles[0] = blank ?? null;
  return (row) => {
    const number = cells.numberAt(row);
    const known = troubles[number];
    if (known !== undefined) return known ?? undefined;
    const cell = cells.at(row);
    const isFine = cell === '' || isGood === undefined || isGood(cell);
    const trouble = cell === '' ? blank : isFine ? undefined : troubleWith(name, kind, cell);
    troubles[number] = trouble ?? null;
    return trouble;
  };
};

/** What tells a row from others is part of its page's address and of indexes, neither of which takes any length. */
const LONGEST_IN_KEY = 60;

const cellTest = (
  table: TableName,
  { name, kind }: Pick<Column, 'name' | 'kind'>,
  days: Days,
): ((cell: string) => boolean) | undefined => {
  if (kind === 'text' && KEY_COLUMNS[table].includes(name)) return (cell) => cell.length <= LONGEST_IN_KEY;
  if (kind === 'date') return (cell) => days.find(cell) !== null;
  if (kind === 'partial-date') return (cell) => days.find(cell) !== null || isPartialDate(cell);
  if (kind !== 'code') return undefined;
  const codes = new Set(Object.keys(codesInAnyYear(name)));
  return (cell) => codes.has(cell);
};

const blankNeeded = (table: Table, column: string): RowTrouble => ({
  rule: 'blank-required',
  reason: `${column} is blank, and without it there is no telling what this ${table.rowFor} is.`,
  todo: `Give ${column}, or remove the row.`,
});

/** Sets longer than this are not spelled out. */
const FEW_CODES = 14;

const troubleWith = (column: string, kind: Column['kind'], cell: string): RowTrouble => {
  const shown = cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
  if (kind === 'text')
    return {
      rule: 'too-long-to-keep',
      reason: `${column} is ${cell.length} characters long, and can have up to ${LONGEST_IN_KEY}.`,
      todo: `Give ${column} as it is registered.`,
    };
  if (kind !== 'code') {
    const { reason, todo } = troubleWithDate(shown);
    return { rule: 'bad-date', reason: `${column}: ${reason}`, todo };
  }
  const codes = Object.keys(codesInAnyYear(column));
  const choices =
    codes.length > FEW_CODES
      ? `a code of the ${column} list`
      : listed(codes).replace(/ and (\S+)$/, ' or $1');
  return {
    rule: 'unknown-code',
    reason: `${shown} is not a code that ${column} has had in any year.`,
    todo: `Put ${choices} in its place.`,
  };
};

const STARTS: Partial<Record<TableName, string>> = {
  Episodes: 'DECOM',
  PlacedAdoption: 'DATE_PLACED',
  Missing: 'MIS_START',
  SWEpisodes: 'SW_DECOM',
  DoLo: 'DOLO_START',
};

const endsBeforeStart = (table: Table, rows: TableRows, days: Days): RowCheck | undefined => {
  const start = STARTS[table.name];
  const end = table.endColumn;
  if (start === undefined || end === undefined) return undefined;
  const starts = cellsOf(rows, start);
  const ends = cellsOf(rows, end);
  return (row) => {
    const starting = days.find(starts.at(row));
    const ending = days.find(ends.at(row));
    if (starting === null || ending === null || ending >= starting) return undefined;
    return {
      rule: 'ends-before-start',
      reason: `It ends (${end} ${ends.at(row)}) before it starts (${start} ${starts.at(row)}).`,
      todo: 'Correct one of the two dates.',
    };
  };
};
