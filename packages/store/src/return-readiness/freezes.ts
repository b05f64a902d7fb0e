import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { CollectionYear, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** `submission`: what the Department was given. `rehearsal`: how far the year was on a day; it counts for nothing else. */
export type FreezeKind = 'submission' | 'rehearsal';

/** A return as it is submitted, or as it would be. */
export interface NewFreeze {
  readonly kind: FreezeKind;
  readonly collectionYear: CollectionYear;
  readonly at: Moment;
  readonly by: number;
  readonly knownAt: Moment | undefined;
  readonly check: number;
  readonly note: string;
  readonly children: readonly string[];
  readonly open: number;
  readonly answered: number;
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
}

export interface Freeze extends Omit<NewFreeze, 'files'> {
  readonly id: number;
  /** From 1, of its kind and year. */
  readonly version: number;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * Keeps it: the database lets nobody change it or add to it, nor take a submission away. Whoever listens for changes hears
 * of a submission, as next year's return is compared with it from now on.
 */
export const saveFreeze = async (tx: Tx, freeze: NewFreeze): Promise<number> => {
  const { kind, collectionYear, at, by, knownAt, check, note, children, open, answered, files } = freeze;
  const { rows } = await sql<{ id: number }>`
    insert into return_freeze (kind, collection_year, version, frozen_at, frozen_by, known_at, check_id, note, children, open,
      answered, files)
    select ${kind}, ${collectionYear}, coalesce(max(version), 0) + 1, ${at}::timestamptz, ${by}::bigint, ${knownAt ?? null}::timestamptz,
      ${check}::bigint, ${note}, ${[...children]}::text[], ${open}::integer, ${answered}::integer, ${files.length}::smallint
    from return_freeze
    where authority_id = (select current_authority()) and collection_year = ${collectionYear} and kind = ${kind}
    returning id`.execute(tx);
  const { id } = rows[0] as { id: number };
  for (const [i, { name, content }] of files.entries())
    await sql`insert into return_freeze_file (freeze_id, ordinal, name, size, sha256, gzipped)
      values (${id}, ${i + 1}, ${name}, ${content.byteLength}, ${sha256Of(content)}, ${await pack(content)})`.execute(
      tx,
    );
  if (kind === 'submission')
    await sql`select pg_notify('rightplace_changed', current_authority())`.execute(tx);
  return id;
};

type Row = Omit<Freeze, 'knownAt'> & { knownAt: Moment | null };

const found = async (tx: Tx, where: ReturnType<typeof sql>): Promise<readonly Freeze[]> => {
  const { rows } = await sql<Row>`
    select id, kind, collection_year as "collectionYear", version, frozen_at as at, frozen_by as by, known_at as "knownAt",
      check_id as "check", note, children, open, answered,
      (select json_agg(json_build_object('name', name, 'size', size, 'sha256', sha256) order by ordinal)
       from return_freeze_file k where k.authority_id = f.authority_id and k.freeze_id = f.id) as files
    from return_freeze f where authority_id = (select current_authority()) and ${where}
    order by collection_year desc, id desc`.execute(tx);
  return rows.map((row) => ({ ...row, knownAt: row.knownAt ?? undefined }));
};

/** What was submitted of a year, newest first; or its rehearsals. */
export const listFreezes = (
  tx: Tx,
  year: CollectionYear,
  kind: FreezeKind = 'submission',
): Promise<readonly Freeze[]> => found(tx, sql`collection_year = ${year} and kind = ${kind}`);

/** Which submission of a year is its latest: what the next year is compared with. */
export const findLatestFreeze = async (tx: Tx, year: CollectionYear): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    select id from return_freeze where authority_id = (select current_authority()) and collection_year = ${year}
      and kind = 'submission'
    order by version desc limit 1`.execute(tx);
  return rows[0]?.id;
};

export const findFreeze = async (tx: Tx, id: number): Promise<Freeze | undefined> =>
  (await found(tx, sql`id = ${id}`))[0];

/** Takes a rehearsal away with its files. A submission is refused by the database. */
export const removeRehearsal = async (tx: Tx, id: number): Promise<void> => {
  await sql`delete from return_freeze_file
    where authority_id = (select current_authority()) and freeze_id = ${id}`.execute(tx);
  await sql`delete from return_freeze where authority_id = (select current_authority()) and id = ${id}`.execute(
    tx,
  );
};

/** The files as they were submitted, byte for byte. Throws when one is not what it was. */
export const loadFreezeFiles = async (tx: Tx, id: number): Promise<NewFreeze['files']> => {
  const { rows } = await sql<{ name: string; sha256: string; gzipped: Buffer }>`
    select name, sha256, gzipped from return_freeze_file
    where authority_id = (select current_authority()) and freeze_id = ${id} order by ordinal`.execute(tx);
  return Promise.all(
    rows.map(async ({ name, sha256, gzipped }) => {
      const content = await unpack(gzipped);
      if (sha256Of(content) !== sha256)
        throw new Error(`${name} of submitted return ${id} is not what it was when it was frozen`);
      return { name, content };
    }),
  );
};
