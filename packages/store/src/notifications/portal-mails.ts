import type { Moment, PortalMailKind } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface NewPortalMail {
  /** Somebody of a provider. */
  readonly to: number;
  readonly kind: PortalMailKind;
  readonly urgent: boolean;
  /** Of what it tells, so that it is written once. */
  readonly key: string;
  readonly writtenAt: Moment;
  readonly dueAt: Moment;
}

/** Writes mails to people of providers that are not written yet. */
export const addPortalMails = async (tx: Tx, mails: readonly NewPortalMail[]): Promise<void> => {
  for (const { to, kind, urgent, key, writtenAt, dueAt } of mails)
    await sql`
      insert into mail (to_portal_person, portal_kind, urgent, key, written_at, due_at, next_at)
      values (${to}, ${kind}, ${urgent}, ${key}, ${writtenAt}, ${dueAt}, ${dueAt})
      on conflict on constraint written_once_to_portal do nothing`.execute(tx);
};

/** The hash of the link that an invitation's e-mail brings, and until which moment it lasts; undefined where there is no invitation. */
export const putMailedInvitation = async (
  tx: Tx,
  personId: number,
  secretHash: Uint8Array,
): Promise<Moment | undefined> => {
  const { rows } = await sql<{ endsAt: Moment }>`
    update portal_invitation set mailed_hash = ${secretHash}
    where authority_id = (select current_authority()) and person_id = ${personId}
    returning ends_at as "endsAt"`.execute(tx);
  return rows[0]?.endsAt;
};
