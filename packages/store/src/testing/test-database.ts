import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrationsFingerprint } from '../connection/migrate.ts';
import { type DatabaseAddress, openDatabase, type Store } from '../connection/open-store.ts';
import { APP_ROLE, ensureRolesAndDatabase, OWNER } from '../embedded/first-run.ts';
import { isRunning } from '../embedded/processes.ts';
import { type Embedded, startEmbedded } from '../embedded/start-embedded.ts';
import { quickFolder } from './quick-folder.ts';

/** A migrated database of a test file's own. */
export interface TestDatabase extends Store {
  /** As a superuser, for saboteurs: whoever can do anything to the database. */
  readonly superuser: pg.ClientConfig;
  /** Breaks a table: it refuses every new row until this is undone. */
  readonly refuseNewRows: (table: string) => Promise<() => Promise<void>>;
}

interface Server {
  readonly superuser: pg.ClientConfig;
  readonly embedded?: Embedded;
}

const refuseNewRows = async (config: pg.ClientConfig, table: string): Promise<() => Promise<void>> => {
  const name = pg.escapeIdentifier(table);
  const run = (sql: string): Promise<void> =>
    withClient(config, async (client) => void (await client.query(sql)));
  await run(`
    create or replace function sabotaged() returns trigger language plpgsql as
      $$ begin raise exception 'sabotaged'; end $$;
    create trigger sabotaged before insert on ${name} execute function sabotaged()`);
  return () => run(`drop trigger sabotaged on ${name}`);
};

/** No safety from a power cut, in exchange for speed; and not much of the memory that it may be kept in. */
const HASTY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  max_wal_size: '256MB',
};

const startServer = async (): Promise<Server> => {
  const url = process.env['RIGHTPLACE_TEST_DATABASE_URL'];
  if (url !== undefined && url !== '') return { superuser: { connectionString: url } };
  // One server for all the test processes of this checkout; the last of them out stops it, and its files are kept.
  const checkout = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8);
  const dataDir = path.join(quickFolder(), `rightplace-tests-${process.getuid?.() ?? 0}-${checkout}`);
  const start = (): Promise<Embedded> => startEmbedded({ dataDir, part: 'command', settings: HASTY });
  const embedded = await start().catch((error: unknown) => {
    // Files that were not flushed before the machine stopped may be spoilt. They hold nothing: begin again.
    if (!/does not start/.test(String(error))) throw error;
    rmSync(dataDir, { recursive: true, force: true });
    return start();
  });
  return {
    superuser: { host: embedded.socketFolder, port: embedded.port, user: 'postgres', ssl: false },
    embedded,
  };
};

const withClient = async <T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(config);
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const inDatabase = (config: pg.ClientConfig, database: string): pg.ClientConfig => {
  if (config.connectionString === undefined) return { ...config, database };
  const url = new URL(config.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
};

/** Where an installed server asks for passwords, the test logins have this one. It guards nothing. */
const TEST_PASSWORD = 'invented-for-tests';

const asUser = (config: pg.ClientConfig, user: string): pg.ClientConfig => {
  if (config.connectionString === undefined) return { ...config, user };
  const url = new URL(config.connectionString);
  url.username = user;
  url.password = TEST_PASSWORD;
  return { connectionString: url.href };
};

const addressOf = ({ superuser }: Server, database: string): DatabaseAddress => {
  const at = inDatabase(superuser, database);
  return { owner: { connection: asUser(at, OWNER) }, app: { connection: asUser(at, APP_ROLE) } };
};

const TEMPLATE_LOCK = 7_460_020;

const dropAbandoned = async (admin: pg.Client): Promise<void> => {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname like 'rp\\_test\\_%'",
  );
  for (const { name } of rows) {
    const maker = Number(/^rp_test_(\d+)_/.exec(name)?.[1]);
    if (!isRunning(maker))
      await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  }
};

/** The migrated database that others are copies of, made once for a set of migrations. */
const ensureTemplate = (server: Server): Promise<string> =>
  withClient(inDatabase(server.superuser, 'postgres'), async (admin) => {
    const template = `rp_template_${migrationsFingerprint()}`;
    await admin.query(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
    await dropAbandoned(admin);
    const found = await admin.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount !== 0) return template;
    const making = `${template}_new`;
    await admin.query(`drop database if exists ${making} with (force)`);
    await ensureRolesAndDatabase(inDatabase(server.superuser, 'postgres'), making);
    for (const role of [OWNER, APP_ROLE])
      await admin.query(`alter role ${role} login password '${TEST_PASSWORD}'`);
    await (await openDatabase(addressOf(server, making))).close();
    await admin.query(`alter database ${making} rename to ${template}`);
    return template;
  });

let shared: Promise<{ readonly server: Server; readonly template: string }> | undefined;
let users = 0;
let made = 0;

const share = (): NonNullable<typeof shared> => {
  shared ??= startServer().then(async (server) => ({ server, template: await ensureTemplate(server) }));
  return shared;
};

/**
 * A database for one test file: a copy of the migrated template, dropped when closed. On the embedded server, or on
 * the one that RIGHTPLACE_TEST_DATABASE_URL names (as its superuser).
 *
 *     const db = await testDatabase();
 *     after(() => db.close());
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  users += 1;
  const { server, template } = await share();
  const name = `rp_test_${process.pid}_${made++}`;
  const postgres = inDatabase(server.superuser, 'postgres');
  await withClient(postgres, async (admin) => {
    await admin.query(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
    await admin.query(`create database ${name} template ${template} strategy file_copy owner ${OWNER}`);
  });
  const store = await openDatabase(addressOf(server, name));
  return {
    ...store,
    superuser: inDatabase(server.superuser, name),
    refuseNewRows: (table) => refuseNewRows(inDatabase(server.superuser, name), table),
    close: async () => {
      await store.close();
      await withClient(postgres, (admin) => admin.query(`drop database if exists ${name} with (force)`));
      users -= 1;
      if (users > 0) return;
      shared = undefined;
      await server.embedded?.stop();
    },
  };
};
