import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import type { GivenFile } from '../imports/imports.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export interface UpstreamLoad {
  readonly id: number;
  readonly at: Moment;
  readonly actor: string;
  readonly status: 'previewed' | 'applied' | 'discarded';
  readonly source: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly kinds: readonly string[];
  readonly report: unknown;
  readonly decidedAt: Moment | null;
  readonly decidedBy: string | null;
  readonly files: readonly string[];
}

export type NewUpstreamLoad = Pick<
  UpstreamLoad,
  'at' | 'actor' | 'source' | 'firstDay' | 'lastDay' | 'kinds'
> & {
  readonly report: object;
  readonly files: readonly GivenFile[];
};

/** Keeps a preview with its files, so that any process can load it later. */
export const saveUpstreamLoad = async (tx: Tx, load: NewUpstreamLoad): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into upstream_load (at, actor, status, source, first_day, last_day, kinds, report)
    values (${load.at}, ${load.actor}, 'previewed', ${load.source}, ${load.firstDay}, ${load.lastDay},
      ${[...load.kinds]}::text[], ${JSON.stringify(load.report)}::jsonb)
    returning id`.execute(tx);
  const id = rows[0]?.id as number;
  for (const [ordinal, { name, content }] of load.files.entries()) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await sql`insert into upstream_file (load_id, ordinal, name, sha256, gzipped)
      values (${id}, ${ordinal}, ${name}, ${sha256}, ${await pack(content)})`.execute(tx);
  }
  return id;
};

/** The newest first. */
export const listUpstreamLoads = async (tx: Tx, only?: number): Promise<readonly UpstreamLoad[]> => {
  const { rows } = await sql<UpstreamLoad>`
    select id, at, actor, status, source, first_day as "firstDay", last_day as "lastDay", kinds, report,
      decided_at as "decidedAt", decided_by as "decidedBy",
      array(select name from upstream_file f where f.authority_id = l.authority_id and f.load_id = l.id order by ordinal) as files
    from upstream_load l
    where authority_id = (select current_authority()) ${only === undefined ? sql`` : sql`and id = ${only}`}
    order by id desc limit 100`.execute(tx);
  return rows;
};

/** Their files while they wait for a decision; none after it. */
export const loadUpstreamFiles = async (tx: Tx, loadId: number): Promise<readonly GivenFile[]> => {
  const { rows } = await sql<{ name: string; gzipped: Buffer }>`
    select name, gzipped from upstream_file
    where authority_id = (select current_authority()) and load_id = ${loadId} and gzipped is not null
    order by ordinal`.execute(tx);
  return Promise.all(rows.map(async ({ name, gzipped }) => ({ name, content: await unpack(gzipped) })));
};

/** Takes a preview to load or discard. False when it was decided already: whoever comes second does nothing. */
export const decideUpstreamLoad = async (
  tx: Tx,
  loadId: number,
  decision: {
    readonly status: 'applied' | 'discarded';
    readonly at: Moment;
    readonly actor: string;
    readonly knownFrom?: Moment;
  },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update upstream_load set status = ${decision.status}, decided_at = ${decision.at}, decided_by = ${decision.actor},
      known_from = ${decision.knownFrom ?? null}
    where authority_id = (select current_authority()) and id = ${loadId} and status = 'previewed'`.execute(
    tx,
  );
  if (numAffectedRows !== 1n) return false;
  await sql`update upstream_file set gzipped = null
    where authority_id = (select current_authority()) and load_id = ${loadId}`.execute(tx);
  return true;
};

/** Which times and kinds loads have told of, as known at a moment or now. */
export interface UpstreamTold {
  readonly id: number;
  readonly source: string;
  readonly kinds: readonly string[];
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export const upstreamTold = async (tx: Tx, knownAt?: Moment): Promise<readonly UpstreamTold[]> => {
  const { rows } = await sql<UpstreamTold>`
    select id, source, kinds, first_day as "firstDay", last_day as "lastDay" from upstream_load
    where authority_id = (select current_authority()) and status = 'applied'
      ${knownAt === undefined ? sql`` : sql`and known_from <= ${knownAt}::timestamptz`}
    order by id`.execute(tx);
  return rows;
};
