import { isNoticeKind, type Moment, type Notice, type NoticeKind } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** What a notice is about: one of these, or what is due for children. */
export interface NoticeAbout {
  readonly case?: number;
  readonly delegation?: number;
  readonly conflict?: number;
}

export interface NewNotice extends Notice, NoticeAbout {
  readonly at: Moment;
  /** Of what happened, the same however often it is told. */
  readonly key: string;
}

export interface StoredNotice {
  readonly id: number;
  readonly to: number;
  readonly kind: NoticeKind;
  readonly urgent: boolean;
  readonly at: Moment;
  readonly case: number | undefined;
  readonly delegation: number | undefined;
  readonly conflict: number | undefined;
  /** Undefined while it is not read. */
  readonly readAt: Moment | undefined;
  /** Not read by them: it is about what has been done meanwhile. */
  readonly movedOn: boolean;
}

/** Notices older than this are kept and no longer counted or listed. */
export const NOTICES_SHOWN_FOR_DAYS = 90;

/** Saves notices, and gives those that nobody had been told of before, in their order. */
export const addNotices = async (
  tx: Tx,
  notices: readonly NewNotice[],
): Promise<readonly (NewNotice & { readonly id: number })[]> => {
  if (notices.length === 0) return [];
  const given = notices.map(({ to, kind, urgent, at, key, case: of, delegation, conflict }) => ({
    to_person: Number(to),
    kind,
    urgent,
    at,
    key,
    case_id: of ?? null,
    delegation_id: delegation ?? null,
    conflict_id: conflict ?? null,
  }));
  const { rows } = await sql<{ id: number; to: number; key: string }>`
    insert into notice (to_person, kind, urgent, at, key, case_id, delegation_id, conflict_id)
    select n.to_person, n.kind, n.urgent, n.at, n.key, n.case_id, n.delegation_id, n.conflict_id
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n(to_person bigint, kind text, urgent boolean,
      at timestamptz, key text, case_id bigint, delegation_id bigint, conflict_id bigint)
    on conflict on constraint told_once do nothing
    returning id, to_person as to, key`.execute(tx);
  const ids = new Map(rows.map(({ id, to, key }) => [`${to} ${key}`, id]));
  return notices.flatMap((notice) => {
    const id = ids.get(`${notice.to} ${notice.key}`);
    return id === undefined ? [] : [{ ...notice, id }];
  });
};

/** Notices of these kinds about a case are about nothing any more, those of one person or of everybody. */
export const moveOnFrom = async (
  tx: Tx,
  {
    case: of,
    kinds,
    to,
    at,
  }: {
    readonly case: number;
    readonly kinds: readonly NoticeKind[];
    readonly to?: string;
    readonly at: Moment;
  },
): Promise<void> => {
  await sql`
    insert into notice_read (notice_id, to_person, told_at, at, moved_on)
    select n.id, n.to_person, n.at, ${at}::timestamptz, true from notice n
    where n.authority_id = (select current_authority()) and n.case_id = ${of} and n.kind = any(${kinds}::text[])
      and ${to === undefined ? sql`true` : sql`n.to_person = ${Number(to)}`}
      and not exists (select from notice_read r where r.authority_id = n.authority_id and r.notice_id = n.id)
    order by n.id on conflict do nothing`.execute(tx);
};

/** How many notices of a person of the last weeks are not read: asked for every page they open. */
export const countUnread = async (
  tx: Tx,
  { to, now }: { readonly to: number; readonly now: Moment },
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    with since as (select ${now}::timestamptz - make_interval(days => ${NOTICES_SHOWN_FOR_DAYS}) as at)
    select (select count(*) from notice, since
            where authority_id = (select current_authority()) and to_person = ${to} and notice.at > since.at)
         - (select count(*) from notice_read, since
            where authority_id = (select current_authority()) and to_person = ${to} and told_at > since.at) as count`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

interface NoticeRow {
  readonly id: number;
  readonly to: number;
  readonly kind: string;
  readonly urgent: boolean;
  readonly at: Moment;
  readonly case: number | null;
  readonly delegation: number | null;
  readonly conflict: number | null;
  readonly readAt: Moment | null;
  readonly movedOn: boolean | null;
}

const noticesOf = (rows: readonly NoticeRow[]): readonly StoredNotice[] =>
  rows.flatMap(({ kind, case: of, delegation, conflict, readAt, movedOn, ...row }) =>
    // One of a kind that this version does not know tells nothing.
    isNoticeKind(kind)
      ? [
          {
            ...row,
            kind,
            case: of ?? undefined,
            delegation: delegation ?? undefined,
            conflict: conflict ?? undefined,
            readAt: readAt ?? undefined,
            movedOn: movedOn ?? false,
          },
        ]
      : [],
  );

const selectNotices = async (tx: Tx, where: ReturnType<typeof sql>): Promise<readonly StoredNotice[]> => {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.to_person as to, n.kind, n.urgent, n.at, n.case_id as "case",
      n.delegation_id as delegation, n.conflict_id as conflict, r.at as "readAt", r.moved_on as "movedOn"
    from notice n
    left join notice_read r on r.authority_id = n.authority_id and r.notice_id = n.id
    where n.authority_id = (select current_authority()) and ${where}`.execute(tx);
  return noticesOf(rows);
};

/** A person's notices of the last weeks, the newest first; those that somebody has done meanwhile are left out. */
export const listNotices = (
  tx: Tx,
  { to, now, most }: { readonly to: number; readonly now: Moment; readonly most: number },
): Promise<readonly StoredNotice[]> =>
  selectNotices(
    tx,
    sql`n.to_person = ${to} and n.at > ${now}::timestamptz - make_interval(days => ${NOTICES_SHOWN_FOR_DAYS})
      and r.moved_on is not true order by (r.at is null) desc, n.at desc, n.id desc limit ${most}`,
  );

/** A notice, if it is that person's. */
export const findNotice = async (
  tx: Tx,
  { id, to }: { readonly id: number; readonly to: number },
): Promise<StoredNotice | undefined> =>
  (await selectNotices(tx, sql`n.id = ${id} and n.to_person = ${to}`))[0];

/** Marks a person's notices as read, one or all of them; those of somebody else stay as they are. */
export const markRead = async (
  tx: Tx,
  { to, id, at }: { readonly to: number; readonly id?: number; readonly at: Moment },
): Promise<void> => {
  await sql`
    insert into notice_read (notice_id, to_person, told_at, at, moved_on)
    select n.id, n.to_person, n.at, ${at}::timestamptz, false from notice n
    where n.authority_id = (select current_authority()) and n.to_person = ${to}
      and ${id === undefined ? sql`true` : sql`n.id = ${id}`}
      and not exists (select from notice_read r where r.authority_id = n.authority_id and r.notice_id = n.id)
    order by n.id on conflict do nothing`.execute(tx);
};
