import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';

/** A table as a backup tells of it. */
export interface BackedUpTable {
  readonly name: string;
  /** Columns that are stored, in their order; generated ones follow from them. */
  readonly columns: readonly string[];
  /** False for published data, which belongs to no authority. */
  readonly ofAuthority: boolean;
  /** Holds files, so its rows are taken one by one. */
  readonly large: boolean;
}

interface FoundTable extends BackedUpTable {
  readonly needs: readonly string[];
}

/** Every table of ours, each after those it refers to, so that they can be filled in this order. */
export const tablesInOrder = async (db: Connections | Tx): Promise<readonly BackedUpTable[]> => {
  const { rows } = await sql<FoundTable>`
    select c.oid::regclass::text as name,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      exists (select from pg_attribute where attrelid = c.oid and attname = 'authority_id') as "ofAuthority",
      exists (select from pg_attribute where attrelid = c.oid and atttypid = 'bytea'::regtype and attname in ('gzipped', 'sealed')) as large,
      array(select distinct confrelid::regclass::text from pg_constraint
        where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as needs
    from pg_class c
    where relnamespace in ('public'::regnamespace, 'reference'::regnamespace) and relkind = 'r'
      and relname not like 'kysely%'
    order by 1`.execute(db);
  const ordered: FoundTable[] = [];
  const waiting = new Set(rows);
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ needs }) =>
      needs.every((name) => ordered.some((table) => table.name === name)),
    );
    if (ready.length === 0)
      throw new Error(
        `These tables refer to one another: ${[...waiting].map(({ name }) => name).join(', ')}`,
      );
    for (const table of ready) {
      waiting.delete(table);
      ordered.push(table);
    }
  }
  return ordered.map(({ name, columns, ofAuthority, large }) => ({ name, columns, ofAuthority, large }));
};

/** What identity columns count from next, by sequence. */
export const sequences = async (db: Connections | Tx): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ name: string; value: number }>`
    select format('%I.%I', schemaname, sequencename) as name, last_value as value from pg_sequences
    where schemaname = 'public' and last_value is not null`.execute(db);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
};

/** Lets this transaction see and write one authority's rows: backups, too, stay inside the walls. */
export const actFor = (tx: Tx, authority: string | undefined): Promise<unknown> =>
  sql`select set_config('rightplace.authority', ${authority ?? ''}, true)`.execute(tx);
