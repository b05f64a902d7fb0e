import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import pg from 'pg';
import { addWhatWaited, auditWaits } from '../audit/audit.ts';
import type { Connections, Tx } from './database.ts';
import { remembersWhatItRead } from './read-once.ts';
import { untilSettled } from './settled-moments.ts';

export interface Tenant {
  /** Code of the authority acted for: only its rows are seen, and only its rows can be written. */
  readonly authorityId: string;
  /** The signed-in person, for rules in the database that depend on who is looking. */
  readonly personId?: number;
  /**
   * The latest moment of knowledge that will be asked about, if any: the transaction begins when that is settled, so that
   * the answer will be the same for ever.
   */
  readonly knownAt?: Moment | undefined;
}

const setTenant = (tx: Tx, { authorityId, personId, knownAt }: Tenant): Promise<unknown> =>
  // Set for this transaction only: a connection that goes back to the pool carries nobody's authority with it. Without
  // places for values, so that it goes to the database together with the beginning of the transaction.
  sql
    .raw(
      `select set_config('rightplace.authority', ${pg.escapeLiteral(authorityId)}, true),
        set_config('rightplace.person', ${pg.escapeLiteral(personId?.toString() ?? '')}, true),
        set_config('rightplace.settled', ${pg.escapeLiteral(knownAt ?? '')}, true)`,
    )
    .execute(tx);

const whenSettled = async (db: Connections, { authorityId, knownAt }: Tenant): Promise<void> => {
  if (knownAt !== undefined) await untilSettled(db, authorityId, knownAt);
};

/** One transaction on behalf of an authority: all of it happens, or none. */
export const asTenant = async <T>(
  db: Connections,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  await whenSettled(db, tenant);
  return db.transaction().execute(async (tx) => {
    await setTenant(tx, tenant);
    return work(tx);
  });
};

/**
 * The same for looking at what the audit is told of: what was read once is not read again, and what the audit is told waits
 * until the end, so that nobody else who looks has to wait for this page. Writes nothing but the audit.
 */
export const asTenantLooking = <T>(
  db: Connections,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  asTenant(db, tenant, async (tx) => {
    remembersWhatItRead(tx, { db, authorityId: tenant.authorityId });
    auditWaits(tx);
    const found = await work(tx);
    await addWhatWaited(tx);
    return found;
  });

/** The same for reading: everything read is of one moment, and the database refuses any write. */
export const asTenantReading = async <T>(
  db: Connections,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  await whenSettled(db, tenant);
  return db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await setTenant(tx, tenant);
      remembersWhatItRead(tx, { db, authorityId: tenant.authorityId });
      return work(tx);
    });
};
