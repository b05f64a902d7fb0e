import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { adminOf } from './server-process.ts';

/**
 * Who is using an embedded database. Every Rightplace process holds one connection for as long as it works, and on it
 * locks that the database itself releases when the process ends, however it ends. No file to go stale, and no
 * process number to be mistaken for another's.
 */
export interface Presence {
  /** Resolves when the connection is lost without our having left. */
  readonly lost: Promise<void>;
  /**
   * Leaves. `last` when nobody else is here, and the database may be stopped; `cut-off` when the connection was lost
   * already, which says nothing of the others.
   */
  leave(): Promise<'last' | 'others-remain' | 'cut-off'>;
}

export type Part = 'server' | 'command';

const SERVER = 7_460_001;
const PRESENT = 7_460_002;

/** A second Rightplace server on the same data folder. */
export class AnotherServerError extends Error {
  override readonly name = 'AnotherServerError';
}

const nameOf = (part: Part): string => `rightplace ${part} ${process.pid}`;

const lock = async (client: pg.Client, call: string): Promise<boolean> => {
  const { rows } = await client.query<{ got: boolean }>(`select ${call} as got`);
  return rows[0]?.got === true;
};

/** The database takes a moment to notice that the server before this one was killed. */
const OLD_ONE_MAY_LINGER_MS = 1_500;

const lockWithin = async (client: pg.Client, call: string, ms: number): Promise<boolean> => {
  for (const until = Date.now() + ms; Date.now() < until; await wait(50)) {
    if (await lock(client, call)) return true;
  }
  return false;
};

const holderOfServerLock = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and objid = ${SERVER} and granted`,
  );
  return /\d+$/.exec(rows[0]?.name ?? '')?.[0] ?? 'unknown';
};

export const enter = async (socketFolder: string, part: Part, dataDir: string): Promise<Presence> => {
  const client = new pg.Client({ ...adminOf(socketFolder), application_name: nameOf(part), keepAlive: true });
  let leaving = false;
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => {});
    client.on('end', () => {
      if (!leaving) resolve();
    });
  });
  try {
    await client.connect();
    // Refused only while the last one out is stopping the database; it then drops us, and the caller starts again.
    while (!(await lock(client, `pg_try_advisory_lock_shared(${PRESENT})`))) await wait(50);
    if (
      part === 'server' &&
      !(await lockWithin(client, `pg_try_advisory_lock(${SERVER})`, OLD_ONE_MAY_LINGER_MS))
    ) {
      const holder = await holderOfServerLock(client);
      throw new AnotherServerError(
        `Another Rightplace (process ${holder}) is already serving the data folder ${dataDir}. ` +
          'Stop it first, or give this one a folder of its own with RIGHTPLACE_DATA or --data.',
      );
    }
  } catch (error) {
    leaving = true;
    await client.end().catch(() => {});
    throw error;
  }
  return {
    lost,
    leave: async () => {
      leaving = true;
      try {
        await lock(client, `pg_advisory_unlock_shared(${PRESENT})`);
        const last = await lock(client, `pg_try_advisory_lock(${PRESENT})`);
        // The last one keeps its lock until the database stops, so that nobody comes in meanwhile.
        if (!last) await client.end();
        return last ? 'last' : 'others-remain';
      } catch {
        return 'cut-off';
      }
    },
  };
};
