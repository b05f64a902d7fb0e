import type { CollectionYear, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** The rules of a collection year run on the record at a moment. */
export interface NewCheck {
  readonly collectionYear: CollectionYear;
  readonly at: Moment;
  readonly cause: 'night' | 'import' | 'correction' | 'freeze' | 'asked';
  /** The last change of the record that it saw. */
  readonly recordAt: Moment | undefined;
  /** Tells one state of the published data that is looked up from another. */
  readonly lookedUpIn: string;
  readonly lastYear: 'frozen' | 'record' | 'nothing';
  /** Which freeze of last year's, when it is that. */
  readonly lastYearFreeze: number | undefined;
  /** CHILD of everyone of whom the year's return tells. */
  readonly children: readonly string[];
  readonly rulesRun: number;
  readonly skipped: readonly { readonly rule: string; readonly why: string }[];
  /** Codes of the rules that broke on some child. */
  readonly failed: readonly string[];
  readonly counts: object;
}

export interface ReturnCheck extends NewCheck {
  readonly id: number;
}

/** Lets nobody else check the authority's return until this transaction ends: whoever comes meanwhile waits. */
export const holdReturnChecks = (tx: Tx): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext(current_authority() || ' checks its return'), 0)`.execute(tx);

export const saveCheck = async (tx: Tx, check: NewCheck): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into return_check (collection_year, checked_at, cause, record_at, looked_up_in, last_year,
      last_year_freeze, children, rules_run,
      skipped, failed, counts)
    values (${check.collectionYear}, ${check.at}, ${check.cause}, ${check.recordAt ?? null}, ${check.lookedUpIn},
      ${check.lastYear}, ${check.lastYearFreeze ?? null}, ${[...check.children]}::text[], ${check.rulesRun}, ${JSON.stringify(check.skipped)}::jsonb,
      ${JSON.stringify(check.failed)}::jsonb, ${JSON.stringify(check.counts)}::jsonb)
    returning id`.execute(tx);
  return (rows[0] as { id: number }).id;
};

const COLUMNS = sql`id, collection_year as "collectionYear", checked_at as at, cause, record_at as "recordAt",
  looked_up_in as "lookedUpIn", last_year as "lastYear",
  last_year_freeze as "lastYearFreeze", children, rules_run as "rulesRun", skipped, failed, counts`;

type CheckRow = Omit<ReturnCheck, 'recordAt' | 'lastYearFreeze'> & {
  recordAt: Moment | null;
  lastYearFreeze: number | null;
};

const asCheck = (row: CheckRow): ReturnCheck => ({
  ...row,
  recordAt: row.recordAt ?? undefined,
  lastYearFreeze: row.lastYearFreeze ?? undefined,
});

/** The latest check of a year; of one cause, when it is given. */
export const findLastCheck = async (
  tx: Tx,
  year: CollectionYear,
  cause?: NewCheck['cause'],
): Promise<ReturnCheck | undefined> => {
  const { rows } = await sql<CheckRow>`
    select ${COLUMNS} from return_check
    where authority_id = (select current_authority()) and collection_year = ${year}
      ${cause === undefined ? sql`` : sql`and cause = ${cause}`}
    order by id desc limit 1`.execute(tx);
  return rows.map(asCheck)[0];
};

/** Which check of a year was the last: what earlier ones found and left does not change without another. */
export const lastCheckId = async (tx: Tx, year: CollectionYear): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number | null }>`
    select max(id) as id from return_check
    where authority_id = (select current_authority()) and collection_year = ${year}`.execute(tx);
  return rows[0]?.id ?? undefined;
};

export interface CheckMoment {
  readonly id: number;
  readonly at: Moment;
  readonly cause: NewCheck['cause'];
}

/** When a year was checked, oldest first. */
export const listCheckMoments = async (tx: Tx, year: CollectionYear): Promise<readonly CheckMoment[]> => {
  const { rows } = await sql<CheckMoment>`
    select id, checked_at as at, cause from return_check
    where authority_id = (select current_authority()) and collection_year = ${year} order by id`.execute(tx);
  return rows;
};

/** Whether an import was among the changes after a moment. */
export const wasImportedSince = async (tx: Tx, since: Moment | undefined): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from record_change where authority_id = (select current_authority())
      and import_id is not null and at > ${since ?? '-infinity'}::timestamptz) as found`.execute(tx);
  return rows[0]?.found === true;
};
