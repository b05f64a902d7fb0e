import type { Day, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { beginChange, holdRecord, type RecordChange } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { takeMoment } from '../connection/settled-moments.ts';

/** A row of what a source says of a child who need not be in care. What the words mean is said where files are read. */
export interface UpstreamRow {
  readonly kind: string;
  readonly child: string;
  readonly starts: Day | null;
  readonly ends: Day | null;
  readonly key: string;
  readonly detail: Readonly<Record<string, string>>;
}

export interface HeldUpstream extends UpstreamRow {
  readonly source: string;
  /** When this version of it came to be known. */
  readonly knownFrom: Moment;
}

/**
 * What is believed at a moment, or now; of one source or kind, or of all. Of one source in order, so that what a load would do is
 * the same each time it is worked out; else in none, as there may be hundreds of thousands.
 */
export const loadUpstreamFacts = async (
  tx: Tx,
  {
    source,
    kind,
    knownAt,
  }: {
    readonly source?: string;
    readonly kind?: string;
    readonly knownAt?: Moment | undefined;
  } = {},
): Promise<readonly HeldUpstream[]> => {
  const { rows } = await sql<HeldUpstream>`
    select source, kind, child, starts, ends, key, detail, lower(recorded) as "knownFrom" from upstream_fact
    where authority_id = (select current_authority())
      and ${knownAt === undefined ? sql`upper_inf(recorded)` : sql`recorded @> ${knownAt}::timestamptz`}
      ${source === undefined ? sql`` : sql`and source = ${source}`}
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
    ${source === undefined ? sql`` : sql`order by kind, child, starts, key`}`.execute(tx);
  return rows;
};

/** Closes rows that are believed no longer and adds those believed from now on, as one change of the record. */
export const saveUpstreamFacts = async (
  tx: Tx,
  {
    source,
    close,
    open,
    ...change
  }: RecordChange & {
    readonly source: string;
    readonly close: readonly UpstreamRow[];
    readonly open: readonly UpstreamRow[];
  },
): Promise<Moment> => {
  await holdRecord(tx);
  const { at } = await beginChange(tx, change, await takeMoment(tx, change.clock));
  const closed = await sql<{ n: number }>`
    with gone as (select * from unnest(${close.map(({ kind }) => kind)}::text[], ${close.map(({ child }) => child)}::text[],
      ${close.map(({ starts }) => starts)}::date[], ${close.map(({ key }) => key)}::text[]) as gone (kind, child, starts, key)),
    closed as (
      update upstream_fact f set recorded = tstzrange(lower(f.recorded), ${at}::timestamptz) from gone
      where f.authority_id = (select current_authority()) and f.source = ${source} and upper_inf(f.recorded)
        and f.kind = gone.kind and f.child = gone.child and f.key = gone.key
        and f.starts is not distinct from gone.starts
      returning 1)
    select count(*) as n from closed`.execute(tx);
  if (closed.rows[0]?.n !== close.length)
    throw new Error(`Of ${close.length} rows to be closed ${closed.rows[0]?.n} were believed`);
  for (let from = 0; from < open.length; from += ROWS_AT_A_TIME)
    await insertRows(tx, { source, at, rows: open.slice(from, from + ROWS_AT_A_TIME) });
  return at;
};

/** A large census has some hundred thousand rows, which are not all to be in one statement. */
const ROWS_AT_A_TIME = 20_000;

const insertRows = (
  tx: Tx,
  {
    source,
    at,
    rows,
  }: { readonly source: string; readonly at: Moment; readonly rows: readonly UpstreamRow[] },
): Promise<unknown> =>
  sql`
    insert into upstream_fact (source, kind, child, starts, ends, key, detail, recorded)
    select ${source}, kind, child, starts, ends, key, detail::jsonb, tstzrange(${at}::timestamptz, null)
    from unnest(${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ child }) => child)}::text[],
      ${rows.map(({ starts }) => starts)}::date[], ${rows.map(({ ends }) => ends)}::date[],
      ${rows.map(({ key }) => key)}::text[], ${rows.map(({ detail }) => JSON.stringify(detail))}::text[])
      as come (kind, child, starts, ends, key, detail)`.execute(tx);
