import type { Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Another system that may read figures, as it was made and what became of it. */
export interface ApiClientRow {
  readonly id: number;
  readonly name: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly scope: string;
  readonly lastDay: Day;
  readonly madeBy: number;
  readonly madeByName: string;
  readonly madeAt: Moment;
  readonly agreedByName: string | null;
  readonly agreedAt: Moment | null;
  readonly revokedByName: string | null;
  readonly revokedAt: Moment | null;
  readonly lastUsedAt: Moment | null;
}

const CLIENT = sql`
  c.id, c.name, c.organisation, c.purpose, c.scope, c.last_day as "lastDay", c.made_by as "madeBy",
  m.name as "madeByName", c.made_at as "madeAt", a.name as "agreedByName", c.agreed_at as "agreedAt",
  r.name as "revokedByName", c.revoked_at as "revokedAt", c.last_used_at as "lastUsedAt"`;

const PEOPLE = sql`
  from api_client c
  join person m on m.authority_id = c.authority_id and m.id = c.made_by
  left join person a on a.authority_id = c.authority_id and a.id = c.agreed_by
  left join person r on r.authority_id = c.authority_id and r.id = c.revoked_by`;

/** All there ever were, newest first. */
export const listApiClients = async (tx: Tx): Promise<readonly ApiClientRow[]> => {
  const { rows } = await sql<ApiClientRow>`select ${CLIENT} ${PEOPLE} order by c.id desc`.execute(tx);
  return rows;
};

/** With the hash of its secret, for telling whether a token is the one. Locked, when it is to be changed. */
export const findApiClient = async (
  tx: Tx,
  id: number,
  { toChange = false } = {},
): Promise<(ApiClientRow & { readonly secretHash: Uint8Array }) | undefined> => {
  const { rows } = await sql<ApiClientRow & { readonly secretHash: Uint8Array }>`
    select ${CLIENT}, c.secret_hash as "secretHash" ${PEOPLE} where c.id = ${id}
    ${toChange ? sql`for update of c` : sql``}`.execute(tx);
  return rows[0];
};

export interface NewApiClient {
  readonly name: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly scope: string;
  readonly secretHash: Uint8Array;
  readonly madeBy: number;
  readonly madeAt: Moment;
  readonly lastDay: Day;
}

export const addApiClient = async (tx: Tx, made: NewApiClient): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into api_client (name, organisation, purpose, scope, secret_hash, made_by, made_at, last_day)
    values (${made.name}, ${made.organisation}, ${made.purpose}, ${made.scope}, ${made.secretHash},
            ${made.madeBy}, ${made.madeAt}, ${made.lastDay})
    returning id`.execute(tx);
  return (rows[0] as { id: number }).id;
};

interface Decided {
  readonly id: number;
  readonly by: number;
  readonly at: Moment;
}

export const markApiClientAgreed = async (tx: Tx, { id, by, at }: Decided): Promise<void> => {
  await sql`update api_client set agreed_by = ${by}, agreed_at = ${at} where id = ${id}`.execute(tx);
};

export const markApiClientRevoked = async (tx: Tx, { id, by, at }: Decided): Promise<void> => {
  await sql`update api_client set revoked_by = ${by}, revoked_at = ${at} where id = ${id}`.execute(tx);
};

/**
 * Counts a request of a client and says how many there have been in the minute that the moment is in, this one included.
 * Kept in the database, so that several processes hold a client to one limit between them.
 */
export const countApiRequest = async (tx: Tx, id: number, at: Moment): Promise<number> => {
  const { rows } = await sql<{ counted: number }>`
    update api_client set
      last_used_at = greatest(last_used_at, ${at}::timestamptz),
      counted = case when counted_from = date_trunc('minute', ${at}::timestamptz) then counted + 1 else 1 end,
      counted_from = date_trunc('minute', ${at}::timestamptz)
    where id = ${id}
    returning counted`.execute(tx);
  return rows[0]?.counted ?? 0;
};
