import type { TableName } from './table.ts';
import { TABLES } from './tables.ts';

/** Children and their episodes are what everything is counted of. */
const ALWAYS: readonly TableName[] = ['Header', 'Episodes'];

/** How many tables have each column: CHILD and DOB tell no table from the others. */
const tablesWith = new Map<string, number>();
for (const { columns } of TABLES)
  for (const { name } of columns) tablesWith.set(name, (tablesWith.get(name) ?? 0) + 1);

/** The tables that have to be read for these columns: those that alone have one of them, and always the children's own. */
export const tablesToldBy = (columns: Iterable<string>): ReadonlySet<TableName> => {
  const asked = new Set(columns);
  return new Set(
    TABLES.filter(
      (table) =>
        ALWAYS.includes(table.name) ||
        table.columns.some(({ name }) => asked.has(name) && tablesWith.get(name) === 1),
    ).map(({ name }) => name),
  );
};
