import type { CollectionYear } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** One row's cells by column; a blank is left out. */
export type RowCells = Readonly<Record<string, string>>;

/** Rows of one table that are at fault. */
export interface RowsAtFault {
  /** As the rules name it: `Episodes`, or `Episodes_last` for last year's. */
  readonly source: string;
  readonly rowKeys: readonly string[];
  /** The columns at fault. */
  readonly fields: readonly string[];
  /** What each of the rows holds. */
  readonly cells: readonly RowCells[];
}

/** What a rule found in rows of one child's table, and in rows of other tables that it holds against those. */
export interface FoundInRows extends RowsAtFault {
  readonly rule: string;
  readonly child: string;
  readonly also: readonly RowsAtFault[];
}

/** All the rows that a finding is about, table by table. */
export const rowsAtFault = ({
  source,
  rowKeys,
  fields,
  cells,
  also,
}: FoundInRows): readonly RowsAtFault[] => [{ source, rowKeys, fields, cells }, ...also];

/** What all of them hold: an answer is given to that. */
export const cellsOfAll = (found: FoundInRows): readonly RowCells[] =>
  rowsAtFault(found).flatMap(({ cells }) => cells);

export interface HeldFinding extends FoundInRows {
  readonly id: number;
  readonly collectionYear: CollectionYear;
  readonly firstCheck: number;
  readonly clearedCheck: number | undefined;
}

type Row = Omit<HeldFinding, 'clearedCheck'> & { clearedCheck: number | null };

const COLUMNS = sql`id, collection_year as "collectionYear", rule, source, child, row_keys as "rowKeys", fields, cells, also,
  first_check as "firstCheck", cleared_check as "clearedCheck"`;

const asFinding = (row: Row): HeldFinding => ({ ...row, clearedCheck: row.clearedCheck ?? undefined });

/** A year's findings that are open, and with `clearedAfter` those cleared by a later check than that. In order of id. */
export const listFindings = async (
  tx: Tx,
  year: CollectionYear,
  { clearedAfter }: { readonly clearedAfter?: number | undefined } = {},
): Promise<readonly HeldFinding[]> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from return_finding
    where authority_id = (select current_authority()) and collection_year = ${year}
      and (cleared_check is null ${clearedAfter === undefined ? sql`` : sql`or cleared_check > ${clearedAfter}`})
    order by id`.execute(tx);
  return rows.map(asFinding);
};

export const findFinding = async (tx: Tx, id: number): Promise<HeldFinding | undefined> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from return_finding where authority_id = (select current_authority()) and id = ${id}`.execute(
    tx,
  );
  return rows.map(asFinding)[0];
};

/** From when to when a finding was open, and from when an answer to it was agreed: what a trend is counted from. */
export interface FindingLife {
  readonly rule: string;
  readonly child: string;
  readonly firstCheck: number;
  readonly clearedCheck: number | undefined;
  /** When an answer was agreed, the check by which it lapsed, and when it was withdrawn. */
  readonly answeredAt: string | undefined;
  readonly lapsedCheck: number | undefined;
  readonly withdrawnAt: string | undefined;
}

/** The lives of a year's findings, each with the last answer that was agreed. */
export const listFindingLives = async (tx: Tx, year: CollectionYear): Promise<readonly FindingLife[]> => {
  const { rows } = await sql<{ [K in keyof FindingLife]: FindingLife[K] | null }>`
    select rule, child, first_check as "firstCheck", cleared_check as "clearedCheck",
      a.decided_at as "answeredAt", a.lapsed_check as "lapsedCheck", a.withdrawn_at as "withdrawnAt"
    from return_finding f
    left join lateral (
      select decided_at, lapsed_check, withdrawn_at from finding_answer
      where authority_id = f.authority_id and finding_id = f.id and decision = 'agreed'
      order by id desc limit 1) a on true
    where f.authority_id = (select current_authority()) and collection_year = ${year}`.execute(tx);
  return rows.map((row) => ({
    rule: row.rule ?? '',
    child: row.child ?? '',
    firstCheck: row.firstCheck ?? 0,
    clearedCheck: row.clearedCheck ?? undefined,
    answeredAt: row.answeredAt ?? undefined,
    lapsedCheck: row.lapsedCheck ?? undefined,
    withdrawnAt: row.withdrawnAt ?? undefined,
  }));
};

/** What tells one finding from another for as long as it is open. */
const identityOf = ({ rule, source, child, rowKeys }: FoundInRows): string =>
  JSON.stringify([rule, source, child, rowKeys]);

/** The same for the same cells, in whatever order their columns came. */
export const cellsText = (cells: readonly RowCells[]): string =>
  JSON.stringify(cells.map((row) => Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))));

/** The same while it is about the same rows of every table, and they hold the same. */
const textOfRows = (found: FoundInRows): string =>
  JSON.stringify(rowsAtFault(found).map(({ source, rowKeys, cells }) => [source, rowKeys, cellsText(cells)]));

/** How what a check found differs from a year's findings that are open. */
export interface FindingChanges {
  readonly found: readonly FoundInRows[];
  readonly cleared: readonly number[];
  /** Still found, in rows that hold something else now. */
  readonly changed: readonly (Pick<FoundInRows, 'cells' | 'also'> & { readonly id: number })[];
  /** Found again as they were: nothing is written. */
  readonly same: readonly number[];
}

export const compareFindings = async (
  tx: Tx,
  year: CollectionYear,
  found: readonly FoundInRows[],
): Promise<FindingChanges> => {
  const open = new Map((await listFindings(tx, year)).map((held) => [identityOf(held), held]));
  const now = new Map(found.map((each) => [identityOf(each), each]));
  const changed: FindingChanges['changed'][number][] = [];
  const same: number[] = [];
  for (const [key, found] of now) {
    const held = open.get(key);
    if (held === undefined) continue;
    if (textOfRows(held) === textOfRows(found)) same.push(held.id);
    else changed.push({ id: held.id, cells: found.cells, also: found.also });
  }
  return {
    found: [...now].flatMap(([key, each]) => (open.has(key) ? [] : [each])),
    cleared: [...open].flatMap(([key, { id }]) => (now.has(key) ? [] : [id])),
    changed,
    same,
  };
};

/**
 * Makes what a check found the year's open findings. Where rows hold something else than they did, that is noted and the
 * answers about them lapse.
 */
export const saveFindings = async (
  tx: Tx,
  { collectionYear, check }: { readonly collectionYear: CollectionYear; readonly check: number },
  { found, cleared, changed }: FindingChanges,
): Promise<void> => {
  if (found.length > 0)
    await sql`
      insert into return_finding (collection_year, rule, source, child, row_keys, fields, cells, also, first_check)
      select ${collectionYear}, t.rule, t.source, t.child, t."rowKeys", t.fields, t.cells, t.also, ${check}
      from json_to_recordset(${JSON.stringify(found)}::json)
        as t (rule text, source text, child text, "rowKeys" text[], fields text[], cells jsonb, also jsonb)`.execute(
      tx,
    );
  if (cleared.length > 0)
    await sql`update return_finding set cleared_check = ${check}
      where authority_id = (select current_authority()) and id = any(${[...cleared]}::bigint[])`.execute(tx);
  if (changed.length === 0) return;
  await sql`update return_finding f set cells = t.cells, also = t.also
    from json_to_recordset(${JSON.stringify(changed)}::json) as t (id bigint, cells jsonb, also jsonb)
    where f.authority_id = (select current_authority()) and f.id = t.id`.execute(tx);
  await sql`update finding_answer set lapsed_check = ${check}
    where authority_id = (select current_authority()) and lapsed_check is null and withdrawn_at is null
      and finding_id = any(${changed.map(({ id }) => id)}::bigint[])`.execute(tx);
};
