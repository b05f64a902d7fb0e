import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Somebody of a provider, as the authority’s staff see them. */
export interface PortalPerson {
  readonly id: number;
  readonly providerId: number;
  readonly name: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly invitedAt: Moment;
  /** Until when their invitation can be followed; null where there is none. */
  readonly invitationEnds: Moment | null;
  readonly signedInAt: Moment | null;
  readonly endedAt: Moment | null;
}

const PERSON = sql`
  select p.id, p.provider_id as "providerId", p.name, p.email, p.password_hash is not null as "hasPassword",
    p.invited_at as "invitedAt", i.ends_at as "invitationEnds", p.signed_in_at as "signedInAt", p.ended_at as "endedAt"
  from portal_person p
  left join portal_invitation i on i.authority_id = p.authority_id and i.person_id = p.id`;

/** A provider’s people, or everybody’s, by name; those whose access has ended last. */
export const listPortalPeople = async (
  tx: Tx,
  { providerId }: { readonly providerId?: number } = {},
): Promise<readonly PortalPerson[]> => {
  const { rows } = await sql<PortalPerson>`${PERSON}
    where p.authority_id = (select current_authority())
      and ${providerId === undefined ? sql`true` : sql`p.provider_id = ${providerId}`}
    order by p.ended_at is not null, lower(p.name), p.id`.execute(tx);
  return rows;
};

/** Held until the transaction ends, so that nobody’s access is ended while their password is being chosen. */
export const findPortalPerson = async (tx: Tx, id: number): Promise<PortalPerson | undefined> => {
  const { rows } =
    await sql<PortalPerson>`${PERSON} where p.authority_id = (select current_authority()) and p.id = ${id} for update of p`.execute(
      tx,
    );
  return rows[0];
};

/** Undefined when somebody with access has that e-mail address already, of this provider or of another. */
export const addPortalPerson = async (
  tx: Tx,
  person: {
    readonly providerId: number;
    readonly name: string;
    readonly email: string;
    readonly invitedBy: number;
    readonly at: Moment;
  },
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    insert into portal_person (provider_id, name, email, invited_by, invited_at)
    values (${person.providerId}, ${person.name}, ${person.email}, ${person.invitedBy}, ${person.at})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
};

/** One invitation for each; a new one replaces the old. */
export const putPortalInvitation = async (
  tx: Tx,
  invitation: {
    readonly personId: number;
    readonly secretHash: Uint8Array;
    readonly at: Moment;
    readonly endsAt: Moment;
  },
): Promise<void> => {
  await sql`
    insert into portal_invitation (person_id, secret_hash, made_at, ends_at)
    values (${invitation.personId}, ${invitation.secretHash}, ${invitation.at}, ${invitation.endsAt})
    on conflict (authority_id, person_id)
    do update set secret_hash = excluded.secret_hash, mailed_hash = null, made_at = excluded.made_at,
      ends_at = excluded.ends_at`.execute(tx);
};

/** Whose invitation it is, by the link that was shown or the one that was mailed, while it lasts. Locked, so that of two who follow it at once one chooses the password. */
export const findPortalInvitation = async (
  tx: Tx,
  secretHash: Uint8Array,
  now: Moment,
): Promise<number | undefined> => {
  const { rows } = await sql<{ personId: number }>`
    select person_id as "personId" from portal_invitation
    where authority_id = (select current_authority()) and (secret_hash = ${secretHash} or mailed_hash = ${secretHash})
      and ends_at > ${now}
    for update`.execute(tx);
  return rows[0]?.personId;
};

/** False when there was none. */
export const deletePortalInvitation = async (tx: Tx, personId: number): Promise<boolean> => {
  const { numAffectedRows } = await sql`delete from portal_invitation
    where authority_id = (select current_authority()) and person_id = ${personId}`.execute(tx);
  return numAffectedRows === 1n;
};

export const putPortalPassword = async (tx: Tx, personId: number, hash: string): Promise<void> => {
  await sql`update portal_person set password_hash = ${hash}
    where authority_id = (select current_authority()) and id = ${personId}`.execute(tx);
};

/** Ends somebody’s access at once: their sessions and their invitation with it. */
export const endPortalPerson = async (
  tx: Tx,
  personId: number,
  { at, by }: { readonly at: Moment; readonly by: number },
): Promise<void> => {
  await sql`update portal_person set ended_at = ${at}, ended_by = ${by}
    where authority_id = (select current_authority()) and id = ${personId} and ended_at is null`.execute(tx);
  await deletePortalInvitation(tx, personId);
  await deletePortalSessionsOf(tx, personId);
};

export interface PortalAccount {
  readonly personId: number;
  readonly passwordHash: string | null;
}

/** Of somebody who has access. */
export const findPortalAccount = async (tx: Tx, email: string): Promise<PortalAccount | undefined> => {
  const { rows } = await sql<PortalAccount>`
    select id as "personId", password_hash as "passwordHash" from portal_person
    where authority_id = (select current_authority()) and lower(email) = lower(${email}) and ended_at is null`.execute(
    tx,
  );
  return rows[0];
};

export interface PortalSession {
  readonly personId: number;
  readonly name: string;
  readonly providerId: number;
  readonly providerName: string;
  readonly authorityId: string;
  readonly authorityName: string;
  readonly demonstration: boolean;
  readonly colour: string | null;
  readonly startedAt: Moment;
  readonly seenAt: Moment;
  readonly endsAt: Moment;
}

/** The session of that secret, whether or not it has run out; of somebody whose access has ended there is none. */
export const findPortalSession = async (
  tx: Tx,
  secretHash: Uint8Array,
): Promise<PortalSession | undefined> => {
  const { rows } = await sql<PortalSession>`
    select p.id as "personId", p.name, p.provider_id as "providerId", o.name as "providerName",
      a.authority_id as "authorityId", a.name as "authorityName", a.demonstration, a.colour,
      s.started_at as "startedAt", s.seen_at as "seenAt", s.ends_at as "endsAt"
    from portal_session s
    join portal_person p on p.authority_id = s.authority_id and p.id = s.person_id and p.ended_at is null
    join provider o on o.authority_id = p.authority_id and o.id = p.provider_id
    join authority a on a.authority_id = s.authority_id
    where s.authority_id = (select current_authority()) and s.secret_hash = ${secretHash}`.execute(tx);
  return rows[0];
};

/** Begins a session, and clears away those that are long over. */
export const addPortalSession = async (
  tx: Tx,
  session: {
    readonly secretHash: Uint8Array;
    readonly personId: number;
    readonly at: Moment;
    readonly endsAt: Moment;
  },
): Promise<void> => {
  await sql`delete from portal_session
    where authority_id = (select current_authority()) and ends_at < ${session.at}`.execute(tx);
  await sql`insert into portal_session (secret_hash, person_id, started_at, seen_at, ends_at)
    values (${session.secretHash}, ${session.personId}, ${session.at}, ${session.at}, ${session.endsAt})`.execute(
    tx,
  );
  await sql`update portal_person set signed_in_at = ${session.at}
    where authority_id = (select current_authority()) and id = ${session.personId}`.execute(tx);
};

export const touchPortalSession = async (tx: Tx, secretHash: Uint8Array, at: Moment): Promise<void> => {
  await sql`update portal_session set seen_at = ${at}
    where authority_id = (select current_authority()) and secret_hash = ${secretHash}`.execute(tx);
};

export const deletePortalSession = async (tx: Tx, secretHash: Uint8Array): Promise<void> => {
  await sql`delete from portal_session
    where authority_id = (select current_authority()) and secret_hash = ${secretHash}`.execute(tx);
};

export const deletePortalSessionsOf = async (tx: Tx, personId: number): Promise<void> => {
  await sql`delete from portal_session
    where authority_id = (select current_authority()) and person_id = ${personId}`.execute(tx);
};
