import { sql } from 'kysely';
import type { Connections, Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { APP_ROLE, PORTAL_ROLE } from '../embedded/first-run.ts';

const become = (tx: Tx, role: string, providerId: string): Promise<unknown> =>
  // For this transaction only, as the authority is.
  sql`select set_config('rightplace.provider', ${providerId}, true), set_config('role', ${role}, true)`.execute(
    tx,
  );

/** Does something as the service in the midst of a provider’s transaction: what staff are told of, or the record of it. */
export type Serve = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * One transaction on behalf of a provider. What `work` asks the database is asked as a role of its own: it has no right to any table
 * but the portal’s, and row-level security shows it this provider’s rows alone, whatever is asked. What has to be done as the service
 * is handed to `serve`, and happens in the same transaction or not at all.
 */
export const asProvider = <T>(
  db: Connections,
  { authorityId, providerId }: { readonly authorityId: string; readonly providerId: number },
  work: (tx: Tx, serve: Serve) => Promise<T>,
): Promise<T> =>
  asTenant(db, { authorityId }, async (tx) => {
    const provider = String(providerId);
    await become(tx, PORTAL_ROLE, provider);
    const answer = await work(tx, async (served) => {
      await become(tx, APP_ROLE, '');
      const result = await served(tx);
      await become(tx, PORTAL_ROLE, provider);
      return result;
    });
    return answer;
  });
