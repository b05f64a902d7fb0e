import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { Connections, Database } from './database.ts';
import { KeepingClient } from './keeping-client.ts';

export interface PoolSettings {
  readonly connection: pg.ClientConfig;
  /** Taken on by every connection before anything else is asked of it. */
  readonly role?: string;
  readonly most: number;
  readonly name: string;
}

const SESSION =
  "set timezone = 'UTC'; set datestyle = 'ISO'; set idle_in_transaction_session_timeout = '10min';";

/** What every session says first. Said in SQL, not in the connection's options, which poolers in between may drop. */
const greet = (client: pg.ClientBase, role: string | undefined): Promise<unknown> =>
  client.query(SESSION + (role === undefined ? '' : ` set role ${pg.escapeIdentifier(role)};`));

/**
 * A pool of connections behind Kysely. A connection that breaks while idle is dropped, never thrown at us; one that breaks
 * while lent says so with the next thing asked of it, and does not end the process in between.
 */
export const openPool = ({ connection, role, most, name }: PoolSettings): Connections => {
  const pool = new pg.Pool({
    ...connection,
    Client: KeepingClient,
    application_name: `rightplace ${name} ${process.pid}`,
    types: columnTypes,
    max: most,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 20_000,
    // The pool waits for it before lending the connection, though its types do not say so.
    // oxlint-disable-next-line no-misused-promises
    onConnect: async (client) => void (await greet(client, role)),
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
};

/** One connection of its own, for listening. */
export const openClient = async ({
  connection,
  role,
  name,
}: Omit<PoolSettings, 'most'>): Promise<pg.Client> => {
  const client = new pg.Client({ ...connection, application_name: `rightplace ${name} ${process.pid}` });
  client.on('error', () => {});
  await client.connect();
  await greet(client, role);
  return client;
};
