import type { Moment, PublishedRelease, ShownPack } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** What readers of a release get: the figures as told, and how they were told. */
export interface PrintedRelease {
  readonly pack: ShownPack;
  /** What readers are told of rounding and hiding. */
  readonly says: string;
}

export interface NewRelease {
  readonly kind: 'demography';
  readonly title: string;
  /** 1, and one more each time that what is published under the title is published with other figures. */
  readonly version: number;
  readonly at: Moment;
  readonly by: number;
  readonly why: string;
  readonly profile: string;
  readonly printed: PrintedRelease;
}

export interface ReleaseSummary extends Omit<NewRelease, 'printed'> {
  readonly id: number;
}

export interface HeldRelease extends ReleaseSummary {
  readonly printed: PrintedRelease;
}

/** Until the transaction ends nobody else publishes, so that no two releases are each made safe without the other. */
export const holdReleases = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' releases', 0))`.execute(
    tx,
  );
};

/** Keeps it for good, with the true counts in a table that is not read again except to prepare another. */
export const saveRelease = async (
  tx: Tx,
  { kind, title, version, at, by, why, profile, printed }: NewRelease,
  registered: PublishedRelease,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into published_release (kind, title, version, published_at, published_by, why, profile, printed)
    values (${kind}, ${title}, ${version}, ${at}::timestamptz, ${by}::bigint, ${why}, ${profile}, ${JSON.stringify(printed)}::jsonb)
    returning id`.execute(tx);
  const { id } = rows[0] as { id: number };
  await sql`insert into release_register (release_id, registered)
    values (${id}, ${JSON.stringify(registered)}::jsonb)`.execute(tx);
  return id;
};

const SUMMARY = sql`id, kind, title, version, published_at as at, published_by as by, why, profile`;

/** Newest first. */
export const listReleases = async (tx: Tx): Promise<readonly ReleaseSummary[]> => {
  const { rows } = await sql<ReleaseSummary>`
    select ${SUMMARY} from published_release
    where authority_id = (select current_authority()) order by id desc`.execute(tx);
  return rows;
};

export const findRelease = async (tx: Tx, id: number): Promise<HeldRelease | undefined> => {
  const { rows } = await sql<HeldRelease>`
    select ${SUMMARY}, printed from published_release
    where authority_id = (select current_authority()) and id = ${id}`.execute(tx);
  return rows[0];
};

/** The newest version of what was published under a title. */
export const newestVersion = async (
  tx: Tx,
  { kind, title }: Pick<NewRelease, 'kind' | 'title'>,
): Promise<HeldRelease | undefined> => {
  const { rows } = await sql<HeldRelease>`
    select ${SUMMARY}, printed from published_release
    where authority_id = (select current_authority()) and kind = ${kind} and title = ${title}
    order by version desc limit 1`.execute(tx);
  return rows[0];
};

/** Everything published before with the true counts, newest first. Only for preparing a release: it identifies children. */
export const releasesToAttack = async (tx: Tx): Promise<readonly PublishedRelease[]> => {
  const { rows } = await sql<{ registered: PublishedRelease }>`
    select registered from releases_to_attack()`.execute(tx);
  return rows.map(({ registered }) => registered);
};
