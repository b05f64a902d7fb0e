import { sql } from 'kysely';
import type { Connections, Tx } from './database.ts';

export interface Tenant {
  /** Code of the authority acted for: only its rows are seen, and only its rows can be written. */
  readonly authorityId: string;
  /** The signed-in person, for rules in the database that depend on who is looking. */
  readonly personId?: number;
}

const setTenant = (tx: Tx, { authorityId, personId }: Tenant): Promise<unknown> =>
  // Set for this transaction only: a connection that goes back to the pool carries nobody's authority with it.
  sql`select set_config('rightplace.authority', ${authorityId}, true),
             set_config('rightplace.person', ${personId?.toString() ?? ''}, true)`.execute(tx);

/** One transaction on behalf of an authority: all of it happens, or none. */
export const asTenant = <T>(db: Connections, tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await setTenant(tx, tenant);
    return work(tx);
  });

/** The same for reading: everything read is of one moment, and the database refuses any write. */
export const asTenantReading = <T>(
  db: Connections,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await setTenant(tx, tenant);
      return work(tx);
    });
