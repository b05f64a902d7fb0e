import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface AccountHolder {
  readonly personId: number;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  /** Null until a password has been set. */
  readonly passwordHash: string | null;
}

const HOLDER = sql`
  select p.id as "personId", p.name, p.email, p.active, l.password_hash as "passwordHash"
  from person p left join local_account l on l.authority_id = p.authority_id and l.person_id = p.id`;

export const findAccountByEmail = async (tx: Tx, email: string): Promise<AccountHolder | undefined> => {
  const { rows } = await sql<AccountHolder>`${HOLDER} where lower(p.email) = lower(${email})`.execute(tx);
  return rows[0];
};

export const findAccountOf = async (tx: Tx, personId: number): Promise<AccountHolder | undefined> => {
  const { rows } = await sql<AccountHolder>`${HOLDER} where p.id = ${personId}`.execute(tx);
  return rows[0];
};

export const putPassword = async (
  tx: Tx,
  { personId, hash, at }: { readonly personId: number; readonly hash: string; readonly at: Moment },
): Promise<void> => {
  await sql`
    insert into local_account (person_id, password_hash, password_set_at)
    values (${personId}, ${hash}, ${at})
    on conflict (authority_id, person_id)
    do update set password_hash = excluded.password_hash, password_set_at = excluded.password_set_at`.execute(
    tx,
  );
};

/** Makes the same password's hash anew, unless the password has been changed in the meantime. */
export const replaceHash = async (
  tx: Tx,
  { personId, from, to }: { readonly personId: number; readonly from: string; readonly to: string },
): Promise<void> => {
  await sql`
    update local_account set password_hash = ${to}
    where person_id = ${personId} and password_hash = ${from}`.execute(tx);
};

/** One link a person; a new one replaces the old. */
export const putPasswordLink = async (
  tx: Tx,
  link: {
    readonly personId: number;
    readonly secretHash: Uint8Array;
    readonly at: Moment;
    readonly endsAt: Moment;
  },
): Promise<void> => {
  await sql`
    insert into password_link (person_id, secret_hash, made_at, ends_at)
    values (${link.personId}, ${link.secretHash}, ${link.at}, ${link.endsAt})
    on conflict (authority_id, person_id)
    do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at, ends_at = excluded.ends_at`.execute(
    tx,
  );
};

/** Whose link it is, while it lasts. Locked, so that of two who follow it at once only one sets the password. */
export const findPasswordLink = async (
  tx: Tx,
  secretHash: Uint8Array,
  now: Moment,
): Promise<number | undefined> => {
  const { rows } = await sql<{ personId: number }>`
    select person_id as "personId" from password_link
    where secret_hash = ${secretHash} and ends_at > ${now} for update`.execute(tx);
  return rows[0]?.personId;
};

export const deletePasswordLink = async (tx: Tx, personId: number): Promise<void> => {
  await sql`delete from password_link where person_id = ${personId}`.execute(tx);
};

export const findSingleSignOn = async (
  tx: Tx,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<number | undefined> => {
  const { rows } = await sql<{ personId: number }>`
    select person_id as "personId" from single_sign_on
    where issuer = ${issuer} and subject = ${subject}`.execute(tx);
  return rows[0]?.personId;
};

/** False when the person is already bound to another subject of this issuer. */
export const bindSingleSignOn = async (
  tx: Tx,
  bound: {
    readonly issuer: string;
    readonly subject: string;
    readonly personId: number;
    readonly at: Moment;
  },
): Promise<boolean> => {
  const result = await sql`
    insert into single_sign_on (issuer, subject, person_id, bound_at)
    values (${bound.issuer}, ${bound.subject}, ${bound.personId}, ${bound.at})
    on conflict do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) === 1n;
};

/** Lets the person sign in through another account of the provider: theirs was replaced. */
export const unbindSingleSignOn = async (tx: Tx, personId: number): Promise<void> => {
  await sql`delete from single_sign_on where person_id = ${personId}`.execute(tx);
};
