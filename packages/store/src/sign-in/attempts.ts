import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface Attempt {
  readonly accountHash: Uint8Array;
  readonly address: string;
  /** Set when the account has signed in from this browser before. */
  readonly browserHash: Uint8Array | undefined;
}

export interface CountedFailures {
  readonly count: number;
  readonly latest: Moment | null;
}

export interface FailuresSoFar {
  readonly pair: CountedFailures;
  readonly account: CountedFailures;
  readonly address: CountedFailures;
}

/** So that guesses sent all at once are counted one after another. Held until the transaction ends. */
export const queueAttempts = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('sign-in ' || current_authority(), 0))`.execute(tx);
};

export const countFailures = async (tx: Tx, attempt: Attempt, since: Moment): Promise<FailuresSoFar> => {
  const browser = attempt.browserHash ?? null;
  const { rows } = await sql<{
    pair: number;
    pairLatest: Moment | null;
    account: number;
    accountLatest: Moment | null;
    address: number;
    addressLatest: Moment | null;
  }>`
    select count(*) filter (where pair) as pair, max(at) filter (where pair) as "pairLatest",
           count(*) filter (where account) as account, max(at) filter (where account) as "accountLatest",
           count(*) filter (where address) as address, max(at) filter (where address) as "addressLatest"
    from (
      select at,
             account_hash = ${attempt.accountHash} as account,
             address = ${attempt.address} and browser_hash is null as address,
             account_hash = ${attempt.accountHash} and case
               when ${browser}::bytea is null then address = ${attempt.address} and browser_hash is null
               else browser_hash = ${browser} end as pair
      from sign_in_attempt
      where at > ${since} and failed
    ) recent`.execute(tx);
  const row = rows[0];
  return {
    pair: { count: row?.pair ?? 0, latest: row?.pairLatest ?? null },
    account: { count: row?.account ?? 0, latest: row?.accountLatest ?? null },
    address: { count: row?.address ?? 0, latest: row?.addressLatest ?? null },
  };
};

/** Written as failed before the password is looked at: a guess counts even if the process dies while checking. */
export const addAttempt = async (tx: Tx, attempt: Attempt, at: Moment): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into sign_in_attempt (account_hash, address, browser_hash, at, failed)
    values (${attempt.accountHash}, ${attempt.address}, ${attempt.browserHash ?? null}, ${at}, true)
    returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('An attempt to sign in was not kept');
  return id;
};

export const markSucceeded = async (tx: Tx, attemptId: number): Promise<void> => {
  await sql`update sign_in_attempt set failed = false where id = ${attemptId}`.execute(tx);
};

export const deleteAttemptsBefore = async (tx: Tx, moment: Moment): Promise<void> => {
  await sql`delete from sign_in_attempt where at < ${moment}`.execute(tx);
};

/** Whether the account of that email has signed in from this browser before. */
export const isKnownBrowser = async (tx: Tx, email: string, browserHash: Uint8Array): Promise<boolean> => {
  const { rows } = await sql`
    select from known_browser b join person p on p.authority_id = b.authority_id and p.id = b.person_id
    where lower(p.email) = lower(${email}) and b.secret_hash = ${browserHash}`.execute(tx);
  return rows.length > 0;
};

export const putKnownBrowser = async (
  tx: Tx,
  known: { readonly personId: number; readonly browserHash: Uint8Array; readonly at: Moment },
): Promise<void> => {
  await sql`
    insert into known_browser (person_id, secret_hash, last_used_at)
    values (${known.personId}, ${known.browserHash}, ${known.at})
    on conflict (authority_id, person_id, secret_hash) do update set last_used_at = excluded.last_used_at`.execute(
    tx,
  );
};

export const forgetBrowsersOf = async (tx: Tx, personId: number): Promise<void> => {
  await sql`delete from known_browser where person_id = ${personId}`.execute(tx);
};
