import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';
import { appliedMigrations, knownMigrations, migrate } from '../connection/migrate.ts';
import { reachDatabase, type StoreOptions } from '../connection/open-store.ts';
import { openPool } from '../connection/pools.ts';
import type { BackupEnd, BackupHeading, BackupRows } from './backup.ts';
import { actFor, type BackedUpTable, tablesInOrder } from './tables.ts';

/** Why a backup cannot be restored here. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

type Line = BackupHeading | BackupRows | BackupEnd;

/**
 * Fills an empty database from a backup, all of it or nothing, and then brings it up to date if the backup is older
 * than this Rightplace.
 */
export const restore = async (options: StoreOptions, file: string): Promise<{ readonly rows: number }> => {
  const { address, leave } = await reachDatabase(options);
  const owner = openPool({ ...address.owner, most: 2, name: 'restore' });
  try {
    return await restoreInto(owner, file);
  } finally {
    await owner.destroy();
    await leave();
  }
};

/** The same, into the database behind these connections: new, or migrated and without any authority. */
export const restoreInto = async (owner: Connections, file: string): Promise<{ readonly rows: number }> => {
  const lines = linesOf(file);
  const heading = (await lines.next()).value as Line | undefined;
  if (heading === undefined || !('rightplace' in heading) || heading.version !== 1) {
    throw new RestoreError(`${file} is not a backup that this Rightplace can read.`);
  }
  await migrateAsItWas(owner, heading.migrations);
  const rows = await owner.transaction().execute((tx) => fill(tx, heading, lines));
  await migrate(owner);
  return { rows };
};

const migrateAsItWas = async (owner: Connections, migrations: readonly string[]): Promise<void> => {
  const known = knownMigrations();
  if (!migrations.every((name) => known.includes(name))) {
    throw new RestoreError(
      'This backup was made by a newer Rightplace than this one. Restore it with the newer one.',
    );
  }
  const applied = await appliedMigrations(owner);
  if (!applied.every((name) => migrations.includes(name))) {
    throw new RestoreError(
      'This database is of a newer Rightplace than the backup. Restore into a new, empty one.',
    );
  }
  await migrate(owner, migrations);
};

const fill = async (tx: Tx, heading: BackupHeading, lines: AsyncGenerator<Line>): Promise<number> => {
  const held = await sql`select from list_authorities()`.execute(tx);
  if (held.rows.length > 0) {
    throw new RestoreError(
      'This database already holds an authority. A backup is restored into an empty one.',
    );
  }
  const tables = new Map((await tablesInOrder(tx)).map((table) => [table.name, table]));
  for (const { name, columns } of heading.tables) {
    if (tables.get(name)?.columns.join() === columns.join()) continue;
    throw new RestoreError(
      `The backup's table ${name} is not as it is in this database, so it cannot be restored here.`,
    );
  }
  // Published data may have been loaded already; the backup's is what its figures rest on.
  for (const { name, ofAuthority } of tables.values())
    if (!ofAuthority) await sql.raw(`delete from ${name}`).execute(tx);

  const holdAgain = await letRowsComeInAnyOrder(tx);
  let total = 0;
  for await (const line of lines) {
    if ('end' in line) {
      if (line.rows !== total)
        throw new RestoreError(`The backup says it has ${line.rows} rows and has ${total}.`);
      for (const [name, value] of Object.entries(heading.sequences)) {
        await sql`select setval(${name}::regclass, ${value})`.execute(tx);
      }
      await holdAgain();
      return total;
    }
    if ('table' in line) {
      const table = tables.get(line.table);
      if (table === undefined)
        throw new RestoreError(`The backup has rows of an unknown table, ${line.table}.`);
      await actFor(tx, line.authority);
      await insert(tx, table, line.rows);
      total += line.rows.length;
    }
  }
  throw new RestoreError('The backup was cut short: its last line is missing. Nothing was restored.');
};

/**
 * A table that refers to itself comes as its rows lie on disk, so one may come before the row that it refers to: it is held
 * to what it refers to once all are there.
 */
const letRowsComeInAnyOrder = async (tx: Tx): Promise<() => Promise<void>> => {
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name from pg_constraint
    where contype = 'f' and conrelid = confrelid and not condeferrable order by 1, 2`.execute(tx);
  const alter = async (how: string): Promise<void> => {
    for (const { table, name } of rows)
      await sql.raw(`alter table ${table} alter constraint ${name} ${how}`).execute(tx);
  };
  await alter('deferrable initially deferred');
  return async () => {
    await sql`set constraints all immediate`.execute(tx);
    await alter('not deferrable');
  };
};

const insert = async (tx: Tx, { name, columns }: BackedUpTable, rows: readonly string[]): Promise<void> => {
  const taken = columns.map((column) => `(r).${column}`).join(', ');
  await sql`
    insert into ${sql.raw(`${name} (${columns.join(', ')})`)} overriding system value
    select ${sql.raw(taken)} from (select given::${sql.raw(name)} as r from unnest(${[...rows]}::text[]) given offset 0) s`.execute(
    tx,
  );
};

const linesOf = async function* (file: string): AsyncGenerator<Line> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on('error', (error) => text.destroy(error));
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield JSON.parse(line) as Line;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new RestoreError(`There is no file ${file}.`);
    // A file cut short ends in the middle of a gzip stream or of a line; any other file does not begin as one.
    if (code === 'Z_BUF_ERROR' || error instanceof SyntaxError || code?.startsWith('Z_')) {
      throw new RestoreError(`${file} is not a whole backup: ${message}.`, { cause: error });
    }
    throw error;
  }
};
