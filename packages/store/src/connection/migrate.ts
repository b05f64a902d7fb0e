import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Connections, Tx } from './database.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'migrations');
const LOCK = 7_460_010;

const migrationFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort();

const migrations = (only?: readonly string[]): Record<string, Migration> =>
  Object.fromEntries(
    migrationFiles()
      .map((file) => ({ name: path.basename(file, '.sql'), file: path.join(FOLDER, file) }))
      .filter(({ name }) => only?.includes(name) !== false)
      .map(({ name, file }) => [
        name,
        { up: async (db) => void (await sql.raw(readFileSync(file, 'utf8')).execute(db)) },
      ]),
  );

/** Names of the migrations this code knows. */
export const knownMigrations = (): readonly string[] =>
  migrationFiles().map((file) => path.basename(file, '.sql'));

/** Names of the migrations that made this database what it is; none when it is new. */
export const appliedMigrations = async (db: Connections | Tx): Promise<readonly string[]> => {
  const found = await sql`select where to_regclass('public.kysely_migration') is not null`.execute(db);
  if (found.rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
};

/** Tells one set of migrations from another: the template of test databases is known by it. */
export const migrationsFingerprint = (): string => {
  const hash = createHash('sha256');
  for (const file of migrationFiles()) hash.update(file).update(readFileSync(path.join(FOLDER, file)));
  return hash.digest('hex').slice(0, 12);
};

/**
 * Brings the database to what this code expects: all of the missing migrations, or none of them. Forward only. Several
 * processes may start at once; one migrates and the others wait and find it done. Returns the names of those applied.
 * With `only`, no further than these: a backup is restored as what it was, and brought up to date then.
 */
export const migrate = (owner: Connections, only?: readonly string[]): Promise<readonly string[]> =>
  owner.connection().execute(async (db) => {
    // Our own lock, because Kysely's is taken only after it has made its tables, which two at once cannot both do.
    await sql`select pg_advisory_lock(${sql.lit(LOCK)})`.execute(db);
    try {
      const migrator = new Migrator({
        db,
        provider: { getMigrations: async () => migrations(only) },
        // Numbers are given out in blocks by subject, so a later one may arrive first.
        allowUnorderedMigrations: true,
      });
      const { error, results = [] } = await migrator.migrateToLatest();
      if (error !== undefined)
        throw explain(error, results.find((result) => result.status === 'Error')?.migrationName);
      return results.map((result) => result.migrationName);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(LOCK)})`.execute(db);
    }
  });

const explain = (error: unknown, migration: string | undefined): Error => {
  const message = error instanceof Error ? error.message : String(error);
  if (/corrupted migrations/.test(message)) {
    return new Error(
      'This database was made by a newer Rightplace than this one. Start the newer one, or use another database.',
      { cause: error },
    );
  }
  return new Error(
    `The database could not be brought up to date (${migration ?? 'before the first step'}): ${message}`,
    {
      cause: error,
    },
  );
};
