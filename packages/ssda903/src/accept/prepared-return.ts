import type { ChildFact, CollectionYear, Episode, FactKind } from '@rightplace/domain';
import type { SetAside } from '../set-aside.ts';
import type { Table, TableName } from '../tables/table.ts';
import type { TableRows } from '../tables/table-rows.ts';
import { TABLES } from '../tables/tables.ts';
import { type RowCheck, rowCheck } from './check-row.ts';
import type { Days } from './days.ts';
import { type HeaderDetails, headersIn } from './header-details.ts';
import { episodesIn, FACT_KIND_OF, factsIn } from './row-items.ts';
import { type RowsByChild, rowsByChild } from './rows-by-child.ts';

/** One file of a table with what is needed to read any child's rows in it. */
export interface FileOf<Item> {
  readonly rows: TableRows;
  readonly byChild: RowsByChild;
  readonly check: RowCheck;
  readonly read: (row: number) => Item;
}

/** Whether a child has rows in any of a table's files. */
export const hasRows = (files: readonly FileOf<unknown>[], child: number): boolean =>
  files.some(({ byChild: { starts } }) => (starts[child + 1] ?? 0) > (starts[child] ?? 0));

export interface FactTable {
  readonly table: Table;
  readonly kind: FactKind;
  readonly files: readonly FileOf<ChildFact>[];
}

/** A return ready to be read child by child. */
export interface PreparedReturn {
  readonly year: CollectionYear;
  readonly isLabelled: boolean;
  /** Of whom a row of the table could not even be read: "Episodes A1". */
  readonly unreadRows: ReadonlySet<string>;
  readonly headers: readonly FileOf<HeaderDetails>[];
  readonly episodes: readonly FileOf<Episode>[];
  /** By the table's name; every table that is neither Header nor Episodes. */
  readonly facts: ReadonlyMap<TableName, FactTable>;
}

export interface ReturnToPrepare {
  readonly tables: readonly TableRows[];
  readonly setAside: readonly SetAside[];
  readonly year: CollectionYear;
  readonly isLabelled: boolean;
}

export const prepareReturn = (
  { tables, setAside, year, isLabelled }: ReturnToPrepare,
  numbers: ReadonlyMap<string, number>,
  days: Days,
): PreparedReturn => {
  const files = <Item>(name: TableName, reader: (rows: TableRows) => (row: number) => Item): FileOf<Item>[] =>
    tables
      .filter(({ table }) => table === name)
      .map((rows) => ({
        rows,
        byChild: rowsByChild(rows, numbers),
        check: rowCheck(rows, days),
        read: reader(rows),
      }));
  const facts = FACT_TABLES.map(({ table, kind }): FactTable => {
    return { table, kind, files: files(table.name, (rows) => factsIn(rows, kind, year, days)) };
  });
  return {
    year,
    isLabelled,
    unreadRows: new Set(setAside.map(({ table, child }) => `${table} ${child}`)),
    headers: files('Header', (rows) => headersIn(rows, days)),
    episodes: files('Episodes', (rows) => episodesIn(rows, days)),
    facts: new Map(facts.map((fact) => [fact.table.name, fact])),
  };
};

/** The tables whose rows are kept as facts, in the order of the return. */
export const FACT_TABLES: readonly { readonly table: Table; readonly kind: FactKind }[] = TABLES.flatMap(
  (table) =>
    table.name === 'Header' || table.name === 'Episodes' ? [] : [{ table, kind: FACT_KIND_OF[table.name] }],
);
