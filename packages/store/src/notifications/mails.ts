import type { Moment, PortalMailKind } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface NewMail {
  readonly to: number;
  readonly urgent: boolean;
  /** Of what it tells, so that it is written once. */
  readonly key: string;
  /** The notice it tells of, or how many of each kind it gathers. */
  readonly of: { readonly notice: number } | { readonly gathered: Readonly<Record<string, number>> };
  readonly writtenAt: Moment;
  readonly dueAt: Moment;
}

export type MailEnd = 'sent' | 'given-up' | 'not-needed';

export interface StoredMail extends Omit<NewMail, 'of'> {
  readonly id: number;
  /** The last is to somebody of a provider: then `to` is their number, and no colleague's. */
  readonly of: NewMail['of'] | { readonly toProvider: PortalMailKind };
  readonly tries: number;
  readonly nextAt: Moment;
  readonly fault: string | undefined;
  readonly endedAt: Moment | undefined;
  readonly ended: MailEnd | undefined;
  /** To which it was sent, or would be now. */
  readonly address: string | undefined;
  readonly name: string;
  /** Whether whoever it is for still works or answers here, and has not read it or followed it meanwhile. */
  readonly isNeeded: boolean;
}

/** Writes mails that are not written yet. */
export const addMails = async (tx: Tx, mails: readonly NewMail[]): Promise<void> => {
  if (mails.length === 0) return;
  const given = mails.map(({ to, urgent, key, of, writtenAt, dueAt }) => ({
    to_person: to,
    urgent,
    key,
    notice_id: 'notice' in of ? of.notice : null,
    gathered: 'gathered' in of ? of.gathered : null,
    written_at: writtenAt,
    due_at: dueAt,
  }));
  await sql`
    insert into mail (to_person, urgent, key, notice_id, gathered, written_at, due_at, next_at)
    select to_person, urgent, key, notice_id, gathered, written_at, due_at, due_at
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as m(to_person bigint, urgent boolean, key text,
      notice_id bigint, gathered jsonb, written_at timestamptz, due_at timestamptz)
    on conflict on constraint written_once do nothing`.execute(tx);
};

type Nullable<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> | null };
interface MailRow extends Nullable<Pick<StoredMail, 'fault' | 'endedAt' | 'ended' | 'address'>> {
  readonly id: number;
  readonly to: number;
  readonly urgent: boolean;
  readonly key: string;
  readonly notice: number | null;
  readonly gathered: Readonly<Record<string, number>> | null;
  readonly toProvider: PortalMailKind | null;
  readonly writtenAt: Moment;
  readonly dueAt: Moment;
  readonly tries: number;
  readonly nextAt: Moment;
  readonly name: string;
  readonly isNeeded: boolean;
}

const ofRow = ({ notice, gathered, toProvider }: MailRow): StoredMail['of'] => {
  if (toProvider !== null) return { toProvider };
  return notice === null ? { gathered: gathered ?? {} } : { notice };
};

const mailOf = (mail: MailRow): StoredMail => {
  const { notice: _, gathered: __, toProvider: ___, fault, endedAt, ended, address, ...row } = mail;
  return {
    ...row,
    of: ofRow(mail),
    fault: fault ?? undefined,
    endedAt: endedAt ?? undefined,
    ended: ended ?? undefined,
    address: address ?? undefined,
  };
};

const selectMails = async (tx: Tx, where: ReturnType<typeof sql>): Promise<readonly StoredMail[]> => {
  const { rows } = await sql<MailRow>`
    select m.id, coalesce(m.to_person, m.to_portal_person) as to, m.urgent, m.key, m.notice_id as notice, m.gathered,
      m.portal_kind as "toProvider", m.written_at as "writtenAt",
      m.due_at as "dueAt", m.tries, m.next_at as "nextAt", m.fault, m.ended_at as "endedAt", m.ended,
      coalesce(m.address, p.email, q.email) as address, coalesce(p.name, q.name) as name,
      case when q.id is null
        then p.active and not exists (select from notice_read r
          where r.authority_id = m.authority_id and r.notice_id = m.notice_id)
        else q.ended_at is null and (m.portal_kind <> 'invitation' or exists (select from portal_invitation i
          where i.authority_id = m.authority_id and i.person_id = q.id and i.made_at = m.written_at))
      end as "isNeeded"
    from mail m
    left join person p on p.authority_id = m.authority_id and p.id = m.to_person
    left join portal_person q on q.authority_id = m.authority_id and q.id = m.to_portal_person
    where m.authority_id = (select current_authority()) and ${where}`.execute(tx);
  return rows.map(mailOf);
};

/**
 * The mail that has been due the longest, held until the transaction ends: no other sender sees it meanwhile, and if this
 * one is killed the next takes it up. Undefined when none is due that nobody holds.
 */
export const claimMail = async (tx: Tx, now: Moment): Promise<StoredMail | undefined> =>
  (
    await selectMails(
      tx,
      sql`m.ended_at is null and m.next_at <= ${now}::timestamptz
        order by m.urgent desc, m.next_at, m.id limit 1 for update of m skip locked`,
    )
  )[0];

/** A mail is over: it was sent to an address, or it will not be, and why. */
export const endMail = async (
  tx: Tx,
  id: number,
  end: {
    readonly ended: MailEnd;
    readonly at: Moment;
    readonly tries: number;
    readonly address?: string | undefined;
    readonly fault?: string | undefined;
  },
): Promise<void> => {
  await sql`update mail set ended = ${end.ended}, ended_at = ${end.at}::timestamptz, tries = ${end.tries},
      address = ${end.address ?? null}, fault = ${end.fault ?? null}
    where authority_id = (select current_authority()) and id = ${id} and ended_at is null`.execute(tx);
};

/** A mail could not be sent, and is tried again. */
export const putOffMail = async (
  tx: Tx,
  id: number,
  { fault, tries, nextAt }: { readonly fault: string; readonly tries: number; readonly nextAt: Moment },
): Promise<void> => {
  await sql`update mail set fault = ${fault}, tries = ${tries}, next_at = ${nextAt}::timestamptz
    where authority_id = (select current_authority()) and id = ${id} and ended_at is null`.execute(tx);
};

/** The latest mails, of everybody or to one person; those that still wait first. */
export const listMails = (
  tx: Tx,
  { to, most }: { readonly to?: number; readonly most: number },
): Promise<readonly StoredMail[]> =>
  selectMails(
    tx,
    sql`${to === undefined ? sql`true` : sql`m.to_person = ${to}`}
      order by (m.ended_at is null) desc, m.id desc limit ${most}`,
  );

/** How many mails wait, and how the others of the last weeks ended. */
export const countMails = async (
  tx: Tx,
  since: Moment,
): Promise<Readonly<Record<MailEnd | 'waiting', number>>> => {
  const { rows } = await sql<{ ended: MailEnd | null; count: number }>`
    select ended, count(*) as count from mail
    where authority_id = (select current_authority()) and (ended_at is null or written_at > ${since}::timestamptz)
    group by ended`.execute(tx);
  const of = (ended: MailEnd | null): number => rows.find((row) => row.ended === ended)?.count ?? 0;
  return {
    waiting: of(null),
    sent: of('sent'),
    'given-up': of('given-up'),
    'not-needed': of('not-needed'),
  };
};
