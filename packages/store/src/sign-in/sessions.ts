import type { Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export type SignInMethod = 'demonstration' | 'password' | 'single-sign-on';

export interface FoundSession {
  readonly personId: number;
  readonly personName: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly authorityId: string;
  readonly authorityName: string;
  readonly demonstration: boolean;
  readonly colour: string | null;
  readonly method: SignInMethod;
  readonly startedAt: Moment;
  readonly seenAt: Moment;
  readonly endsAt: Moment;
  /** All they have held, hold or will hold. */
  readonly roles: readonly FoundRole[];
  /** Whether there is a time not over yet for which it was said that they stand in for a colleague. */
  readonly mayStandIn: boolean;
}

export interface FoundRole {
  readonly role: string;
  readonly teamId: number | null;
  readonly service: string | null;
  readonly starts: Day;
  readonly ends: Day | null;
}

/** The session of that secret, whether or not it has run out, with the person and their roles. */
export const findSession = async (
  tx: Tx,
  secretHash: Uint8Array,
  now: Moment,
): Promise<FoundSession | undefined> => {
  const { rows } = await sql<FoundSession>`
    select s.person_id as "personId", p.name as "personName", p.email, p.active,
           a.authority_id as "authorityId", a.name as "authorityName", a.demonstration, a.colour,
           s.method, s.started_at as "startedAt", s.seen_at as "seenAt", s.ends_at as "endsAt",
           coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'teamId', r.team_id, 'service', r.service,
                                                         'starts', r.starts, 'ends', r.ends)
                                      order by r.starts, r.id)
                     from role_assignment r
                     where r.authority_id = p.authority_id and r.person_id = p.id), '[]') as roles,
           exists (select from delegation d
                   where d.authority_id = p.authority_id and d.stands_in = p.id and d.ends > ${now}) as "mayStandIn"
    from session s
    join person p on p.authority_id = s.authority_id and p.id = s.person_id
    join authority a on a.authority_id = s.authority_id
    where s.secret_hash = ${secretHash}`.execute(tx);
  return rows[0];
};

export const addSession = async (
  tx: Tx,
  session: {
    readonly secretHash: Uint8Array;
    readonly personId: number;
    readonly method: SignInMethod;
    readonly at: Moment;
    readonly endsAt: Moment;
  },
): Promise<void> => {
  await sql`
    insert into session (secret_hash, person_id, method, started_at, seen_at, ends_at)
    values (${session.secretHash}, ${session.personId}, ${session.method}, ${session.at}, ${session.at},
            ${session.endsAt})`.execute(tx);
};

/** Only forwards: of two requests at once, the later one counts. */
export const touchSession = async (tx: Tx, secretHash: Uint8Array, at: Moment): Promise<void> => {
  await sql`update session set seen_at = ${at} where secret_hash = ${secretHash} and seen_at < ${at}`.execute(
    tx,
  );
};

/** Ends a session for good. Whose it was is remembered for a while, in a table that lets nobody in. */
export const endSession = async (tx: Tx, secretHash: Uint8Array, at: Moment): Promise<void> => {
  await sql`
    with ended as (delete from session where secret_hash = ${secretHash} returning secret_hash, person_id)
    insert into ended_session (secret_hash, person_id, ended_at)
    select secret_hash, person_id, ${at}::timestamptz from ended`.execute(tx);
};

/** Whose session it is or was, if they may still sign in. Never to be taken for being signed in. */
export const findSessionOwner = async (tx: Tx, secretHash: Uint8Array): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    select p.id from person p
    where p.active and p.id in (
      select person_id from session where secret_hash = ${secretHash}
      union all select person_id from ended_session where secret_hash = ${secretHash})`.execute(tx);
  return rows[0]?.id;
};

/**
 * Every session of a person, except one if it is named, because somebody else might hold one: so those that were over
 * already are forgotten too, and none of them is good for anything any more. Returns how many there were.
 */
export const deleteSessionsOf = async (tx: Tx, personId: number, except?: Uint8Array): Promise<number> => {
  await sql`delete from ended_session where person_id = ${personId}`.execute(tx);
  const result = await sql`
    delete from session
    where person_id = ${personId} and secret_hash is distinct from ${except ?? null}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
};

/** Sessions nobody can use any more, and forms nobody came back for. */
export const deleteForgotten = async (
  tx: Tx,
  before: { readonly sessionsSeen: Moment; readonly formsKept: Moment },
): Promise<void> => {
  await sql`delete from session where seen_at < ${before.sessionsSeen}`.execute(tx);
  await sql`delete from ended_session where ended_at < ${before.sessionsSeen}`.execute(tx);
  await sql`delete from pending_form where kept_at < ${before.formsKept}`.execute(tx);
};
