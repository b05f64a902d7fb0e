import type { Answers, Moment, Role, SearchCounts, SearchEntry } from '@rightplace/domain';
import { sql } from 'kysely';
import { readCases, type StoredCase } from '../cases/cases.ts';
import type { Tx } from '../connection/database.ts';

/** Until the transaction ends, nobody else writes in the log of this search: they wait, and write after it. */
export const holdSearchLog = async (tx: Tx, caseId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' search ' || ${caseId}::text, 0))`.execute(
    tx,
  );
};

interface EntryRow {
  readonly number: number;
  readonly at: Moment;
  readonly kind: SearchEntry['kind'];
  readonly about: number | null;
  readonly byPerson: number;
  readonly byRole: Role;
  readonly actingFor: number | null;
  readonly said: Answers;
}

const entryOf = ({ byPerson, byRole, actingFor, ...entry }: EntryRow): SearchEntry => ({
  ...entry,
  by: {
    person: String(byPerson),
    part: { role: byRole, ...(actingFor === null ? {} : { actingFor: String(actingFor) }) },
  },
});

/** Everything that was written in a search, oldest first. */
export const listSearchEntries = async (tx: Tx, caseId: number): Promise<readonly SearchEntry[]> => {
  const { rows } = await sql<EntryRow>`
    select number, at, kind, about, by_person as "byPerson", by_role as "byRole", acting_for as "actingFor", said
    from search_entry where authority_id = (select current_authority()) and case_id = ${caseId}
    order by number`.execute(tx);
  return rows.map(entryOf);
};

/** The number of the entry that somebody wrote by a form; undefined while they have not. */
export const findSearchEntryBy = async (
  tx: Tx,
  { caseId, person, key }: { readonly caseId: number; readonly person: number; readonly key: string },
): Promise<number | undefined> => {
  const { rows } = await sql<{ number: number }>`
    select number from search_entry where authority_id = (select current_authority())
      and case_id = ${caseId} and by_person = ${person} and key = ${key}`.execute(tx);
  return rows[0]?.number;
};

/** Adds an entry, and gives its number. Whoever calls holds the log, so that the next number is nobody else’s. */
export const addSearchEntry = async (
  tx: Tx,
  caseId: number,
  { at, by, kind, about, said, key }: Omit<SearchEntry, 'number'> & { readonly key: string },
): Promise<number> => {
  const { rows } = await sql<{ number: number }>`
    insert into search_entry (case_id, number, at, kind, about, by_person, by_role, acting_for, said, key)
    select ${caseId}, coalesce(max(number), 0) + 1, ${at}, ${kind}, ${about}::integer, ${Number(by.person)},
      ${by.part.role}, ${by.part.actingFor === undefined ? null : Number(by.part.actingFor)}::bigint,
      ${JSON.stringify(said)}::jsonb, ${key}
    from search_entry where authority_id = (select current_authority()) and case_id = ${caseId}
    returning number`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`Nothing was written in search ${caseId}`);
  return row.number;
};

/** How many approaches, replies and offers each search has, as its log folds them, without reading what they say. */
export const countSearches = async (
  tx: Tx,
  cases: readonly number[],
): Promise<ReadonlyMap<number, SearchCounts>> => {
  if (cases.length === 0) return new Map();
  const { rows } = await sql<SearchCounts & { readonly id: number }>`
    select case_id as id,
      (count(*) filter (where kind = 'approach'))::integer as approached,
      (count(distinct about) filter (where kind in ('offer', 'declined')))::integer as replied,
      (count(*) filter (where kind = 'offer'))::integer as offered,
      (count(distinct about) filter (where kind = 'shared'))::integer as shared
    from search_entry
    where authority_id = (select current_authority()) and case_id = any(${cases}::bigint[])
    group by case_id`.execute(tx);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
};

/** The cases of one process that are over, in one of the states in which it ends, or those that are not. */
export const listCasesOfProcess = async (
  tx: Tx,
  workflow: string,
  { ended, isOver }: { readonly ended: readonly string[]; readonly isOver: boolean },
): Promise<readonly StoredCase[]> => {
  const { rows } = await sql<{ id: number }>`
    select case_id as id from case_standing where authority_id = (select current_authority())
      and workflow = ${workflow} and (state = any(${ended}::text[])) = ${isOver}`.execute(tx);
  return readCases(
    tx,
    rows.map(({ id }) => id),
  );
};
