import { type ChildId, type CollectionYear, collectionYearEnd, type Day } from '@rightplace/domain';
import type { HeldChild } from '../accept/held.ts';
import { FACT_KIND_OF } from '../accept/row-items.ts';
import type { TableName } from '../tables/table.ts';
import { type TableRows, tableRowsFrom } from '../tables/table-rows.ts';
import { isInYear, TABLES } from '../tables/tables.ts';

/** Of the year as a whole, and gathered at its end: until then an empty one is not collected yet, and nobody's is missing. */
const AT_YEAR_END: readonly TableName[] = ['OC2', 'OC3'];

/** The tables of which what is held has a row, of whatever year. Everybody's record has Headers and Episodes. */
const tablesHeld = (children: Iterable<HeldChild>): ReadonlySet<TableName> => {
  const kinds = new Set<string>();
  for (const { facts } of children) for (const { fact } of facts) kinds.add(fact.kind);
  const tables = Object.entries(FACT_KIND_OF).filter(([, kind]) => kinds.has(kind));
  return new Set(['Header', 'Episodes', ...tables.map(([table]) => table as TableName)]);
};

/**
 * A year's tables as rules on the record need them. A file that is missing may have been forgotten; a record that holds a
 * table knows that nobody has a row in it this year, so it is given, and empty. A table that the record has never had a row
 * of is not held: nothing is known of it, and the rules that need it are not run.
 */
export const withTablesHeld = (
  tables: readonly TableRows[],
  {
    collectionYear,
    today,
    held,
  }: {
    readonly collectionYear: CollectionYear;
    readonly today: Day;
    readonly held: ReadonlyMap<ChildId, HeldChild>;
  },
): readonly TableRows[] => {
  const known = tablesHeld(held.values());
  const given = new Set(tables.map(({ table }) => table));
  const isOver = collectionYearEnd(collectionYear) < today;
  const empty = TABLES.filter(
    (table) =>
      known.has(table.name) &&
      !given.has(table.name) &&
      isInYear(table, collectionYear) &&
      (isOver || !AT_YEAR_END.includes(table.name)),
  );
  return [...tables, ...empty.map(({ name, fileName }) => tableRowsFrom(name, fileName, []))];
};
