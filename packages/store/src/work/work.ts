import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Work that a person asked for and need not wait for. */
export interface NewWork {
  readonly by: number;
  readonly at: Moment;
  /** As the access policy calls it. */
  readonly action: string;
  readonly title: string;
  /** Tells work that is the same from other work of the same person. */
  readonly sameness: string;
  /** What they wrote with it, which is nowhere else until it is done. */
  readonly typed?: string | undefined;
}

export interface HeldWork extends NewWork {
  readonly id: number;
  readonly step: string;
  /** How much of it is done, from 0 to 1. */
  readonly share: number;
  readonly heardAt: Moment;
  readonly endedAt: Moment | undefined;
  /** How it ended, as whoever did it told; undefined while it goes on. */
  readonly outcome: unknown;
  /** Its file is still there. */
  readonly hasFile: boolean;
}

/** Work older than a day is forgotten, and files that were made are kept for an hour. */
const forget = async (tx: Tx, at: Moment): Promise<void> => {
  await sql`delete from work where authority_id = (select current_authority())
    and asked_at < ${at}::timestamptz - interval '1 day'`.execute(tx);
  await sql`update work set file = null where authority_id = (select current_authority())
    and file is not null and ended_at < ${at}::timestamptz - interval '1 hour'`.execute(tx);
};

/** Undefined when the same work of the same person goes on already: `findSameWork` tells which. */
export const startWork = async (tx: Tx, work: NewWork): Promise<number | undefined> => {
  await forget(tx, work.at);
  const { rows } = await sql<{ id: number }>`
    insert into work (asked_by, asked_at, action, title, sameness, heard_at, typed)
    values (${work.by}, ${work.at}, ${work.action}, ${work.title}, ${work.sameness}, ${work.at},
      ${work.typed === '' ? null : (work.typed ?? null)})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
};

export const tellOfWork = async (
  tx: Tx,
  id: number,
  { step, share, at }: { readonly step: string; readonly share: number; readonly at: Moment },
): Promise<void> => {
  await sql`update work set step = ${step}, share = ${share}, heard_at = ${at}::timestamptz
    where authority_id = (select current_authority()) and id = ${id} and ended_at is null`.execute(tx);
};

/** Ends it once: what came to its end is not ended otherwise later. */
export const endWork = async (
  tx: Tx,
  id: number,
  { at, outcome, file }: { readonly at: Moment; readonly outcome: object; readonly file?: Uint8Array },
): Promise<void> => {
  await sql`update work set ended_at = ${at}::timestamptz, share = 1, outcome = ${JSON.stringify(outcome)}::jsonb,
      file = ${file === undefined ? null : Buffer.from(file)}
    where authority_id = (select current_authority()) and id = ${id} and ended_at is null`.execute(tx);
};

type Row = Omit<HeldWork, 'endedAt' | 'typed'> & { endedAt: Moment | null; typed: string | null };

const found = async (tx: Tx, where: ReturnType<typeof sql>): Promise<readonly HeldWork[]> => {
  const { rows } = await sql<Row>`
    select id, asked_by as by, asked_at as at, action, title, sameness, typed, step, share, heard_at as "heardAt",
      ended_at as "endedAt", outcome, file is not null as "hasFile"
    from work where authority_id = (select current_authority()) and ${where} order by id desc`.execute(tx);
  return rows.map((row) => ({
    ...row,
    endedAt: row.endedAt ?? undefined,
    typed: row.typed ?? undefined,
    outcome: row.outcome ?? undefined,
  }));
};

export const findWork = async (tx: Tx, id: number): Promise<HeldWork | undefined> =>
  (await found(tx, sql`id = ${id}`))[0];

/** The same work of the same person that goes on. */
export const findSameWork = async (
  tx: Tx,
  { by, sameness }: Pick<NewWork, 'by' | 'sameness'>,
): Promise<HeldWork | undefined> =>
  (await found(tx, sql`asked_by = ${by} and sameness = ${sameness} and ended_at is null`))[0];

/** A person's own work, newest first. */
export const listWorkOf = (tx: Tx, by: number): Promise<readonly HeldWork[]> =>
  found(tx, sql`asked_by = ${by}`);

export const loadWorkFile = async (tx: Tx, id: number): Promise<Uint8Array | undefined> => {
  const { rows } = await sql<{ file: Buffer | null }>`
    select file from work where authority_id = (select current_authority()) and id = ${id}`.execute(tx);
  return rows[0]?.file ?? undefined;
};
