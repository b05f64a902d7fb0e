import { sql } from 'kysely';
import type pg from 'pg';
import { APP_ROLE, ensureRolesAndDatabase, OWNER } from '../embedded/first-run.ts';
import type { Part } from '../embedded/presence.ts';
import { adminOf } from '../embedded/server-process.ts';
import { startEmbedded } from '../embedded/start-embedded.ts';
import type { Connections } from './database.ts';
import { migrate } from './migrate.ts';
import { openPool } from './pools.ts';

export interface StoreOptions {
  /** An outside PostgreSQL 15 or later. Without it the embedded one is used, in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /**
   * The same database as a login that is `rightplace_app`: then not even a fault in our own code can become the owner.
   * Without it the application takes that role on after coming in as the owner.
   */
  readonly appDatabaseUrl?: string | undefined;
  readonly dataDir: string;
  /** A server is refused where another already serves the same data folder; a command works beside it. */
  readonly part: Part;
  readonly log?: (sentence: string) => void;
}

/** How to come in, and whom to become then. */
export interface Login {
  readonly connection: pg.ClientConfig;
  readonly role?: string;
}

/** How to reach one database, as its owner and as the application. */
export interface DatabaseAddress {
  readonly owner: Login;
  readonly app: Login;
}

/** The record, ready for use. */
export interface Store {
  /** As the application: never past row-level security. Everything that serves people uses this. */
  readonly app: Connections;
  /** As the owner of the tables: migrations and reference data, nothing else. */
  readonly owner: Connections;
  readonly address: DatabaseAddress;
  close(): Promise<void>;
}

const OLDEST_POSTGRESQL = 15;

const checkVersion = async (owner: Connections): Promise<void> => {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version_num') as version`.execute(owner);
  const version = Math.floor(Number(rows[0]?.version ?? 0) / 10_000);
  if (version >= OLDEST_POSTGRESQL) return;
  throw new Error(
    `Rightplace needs PostgreSQL ${OLDEST_POSTGRESQL} or later, and this is PostgreSQL ${version}. ` +
      'Point DATABASE_URL at a newer one, or leave it unset to use the one that comes with Rightplace.',
  );
};

/** Refuses to serve with connections that row-level security would not hold. */
const checkApplicationIsHeld = async (app: Connections): Promise<void> => {
  const { rows } = await sql<{ free: boolean; name: string }>`
    select rolname as name, rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`.execute(
    app,
  );
  if (rows[0]?.free === false && rows[0].name === APP_ROLE) return;
  throw new Error(
    `The application would connect as ${rows[0]?.name ?? 'nobody'}, whom the database does not hold to one authority's rows. ` +
      `Rightplace serves only as ${APP_ROLE}, without superuser or bypassrls.`,
  );
};

/** Opens a database that is there: checks it, migrates it and gives its two pools. */
export const openDatabase = async (address: DatabaseAddress): Promise<Store> => {
  const owner = openPool({ ...address.owner, most: 3, name: 'owner' });
  const app = openPool({ ...address.app, most: 12, name: 'app' });
  const close = async (): Promise<void> => void (await Promise.all([app.destroy(), owner.destroy()]));
  try {
    await checkVersion(owner);
    await migrate(owner);
    await checkApplicationIsHeld(app);
  } catch (error) {
    await close();
    throw error;
  }
  return { app, owner, address, close };
};

/** A database that can be reached, its own server running if it is ours. `leave` lets that server go. */
export interface Reached {
  readonly address: DatabaseAddress;
  readonly leave: () => Promise<void>;
}

const reachOutside = (databaseUrl: string, appDatabaseUrl = databaseUrl): Reached => ({
  address: {
    owner: { connection: { connectionString: databaseUrl } },
    app: { connection: { connectionString: appDatabaseUrl }, role: APP_ROLE },
  },
  leave: async () => {},
});

const reachEmbedded = async ({ dataDir, part, log }: StoreOptions): Promise<Reached> => {
  const embedded = await startEmbedded({ dataDir, part, ...(log === undefined ? {} : { log }) });
  const at = { host: embedded.socketFolder, port: embedded.port, database: 'rightplace', ssl: false };
  try {
    await ensureRolesAndDatabase(adminOf(embedded.socketFolder), at.database);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return {
    address: {
      owner: { connection: { ...at, user: OWNER } },
      app: { connection: { ...at, user: APP_ROLE } },
    },
    leave: () => embedded.stop(),
  };
};

/** Finds the database where the settings say it is, bringing it up when it is our own. Does not look into it yet. */
export const reachDatabase = async (options: StoreOptions): Promise<Reached> =>
  options.databaseUrl === undefined || options.databaseUrl === ''
    ? reachEmbedded(options)
    : reachOutside(options.databaseUrl, options.appDatabaseUrl);

const CANNOT_BE_OPENED = /^(ECONNREFUSED|ENOTFOUND|ENOENT|ETIMEDOUT|EAI_AGAIN|28P01|28000|3D000)$/;

/** Opens the record, ready for use: checked, migrated, and held to what the application may do. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { address, leave } = await reachDatabase(options);
  try {
    const store = await openDatabase(address);
    return {
      ...store,
      close: async () => {
        await store.close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!CANNOT_BE_OPENED.test(code)) throw error;
    throw new Error(`The database that DATABASE_URL names cannot be opened: ${message || code}`, {
      cause: error,
    });
  }
};
