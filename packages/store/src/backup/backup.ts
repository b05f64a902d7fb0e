import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { appliedMigrations } from '../connection/migrate.ts';
import type { Store } from '../connection/open-store.ts';
import { actFor, type BackedUpTable, sequences, tablesInOrder } from './tables.ts';

/** The first line of a backup. */
export interface BackupHeading {
  readonly rightplace: 'backup';
  readonly version: 1;
  readonly at: Moment;
  readonly migrations: readonly string[];
  readonly tables: readonly BackedUpTable[];
  readonly sequences: Readonly<Record<string, number>>;
}

/** Some rows of a table, as PostgreSQL writes a row in text. */
export interface BackupRows {
  readonly table: string;
  readonly authority?: string;
  readonly rows: readonly string[];
}

/** The last line: a backup without it was cut short. */
export interface BackupEnd {
  readonly end: true;
  readonly rows: number;
}

const ROWS_AT_A_TIME = 1_000;

/**
 * Writes all authorities' records to one file, as they are at one moment, while people go on working: JSON lines,
 * gzipped. The file appears under its name only when it is whole. It holds everything, so only its owner may read it.
 */
export const backUp = async (store: Store, file: string, at: Moment): Promise<{ readonly rows: number }> => {
  const making = `${file}.making`;
  try {
    const lines = new PassThrough();
    const written = pipeline(lines, createGzip(), createWriteStream(making, { mode: 0o600 }));
    const write = async (line: BackupHeading | BackupRows | BackupEnd): Promise<void> => {
      if (!lines.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(lines, 'drain'), written]);
    };
    const rows = await store.owner
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => writeAll(tx, at, write));
    lines.end();
    await written;
    const handle = await open(making);
    await handle.sync();
    await handle.close();
    await rename(making, file);
    return { rows };
  } catch (error) {
    await rm(making, { force: true });
    throw error;
  }
};

const writeAll = async (
  tx: Tx,
  at: Moment,
  write: (line: BackupHeading | BackupRows | BackupEnd) => Promise<void>,
): Promise<number> => {
  const tables = await tablesInOrder(tx);
  const migrations = await appliedMigrations(tx);
  await write({ rightplace: 'backup', version: 1, at, migrations, tables, sequences: await sequences(tx) });
  const authorities = await sql<{
    code: string;
  }>`select authority_id as code from list_authorities()`.execute(tx);
  let total = 0;
  for (const authority of [undefined, ...authorities.rows.map(({ code }) => code)]) {
    await actFor(tx, authority);
    for (const table of tables.filter(({ ofAuthority }) => ofAuthority === (authority !== undefined))) {
      for await (const rows of rowsOf(tx, table)) {
        await write({ table: table.name, ...(authority === undefined ? {} : { authority }), rows });
        total += rows.length;
      }
    }
  }
  await write({ end: true, rows: total });
  return total;
};

const rowsOf = async function* (tx: Tx, table: BackedUpTable): AsyncGenerator<readonly string[]> {
  const { name, large, ofAuthority } = table;
  const own = sql.raw(ofAuthority ? 'where authority_id = current_authority()' : '');
  await sql`declare backing_up no scroll cursor for select t::text as row from ${sql.raw(name)} t ${own}`.execute(
    tx,
  );
  for (;;) {
    const fetch = sql.raw(`fetch ${large ? 1 : ROWS_AT_A_TIME} from backing_up`);
    const { rows } = await sql<{ row: string }>`${fetch}`.execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close backing_up`.execute(tx);
};
