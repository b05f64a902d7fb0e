import type { SearchCounts, SearchEntry } from '@rightplace/domain';
import { sql } from 'kysely';
import { CASES_AS_WRITTEN, WRITTEN_OF_CASE } from '../cases/case-versions.ts';
import { readCases, type StoredCase } from '../cases/cases.ts';
import type { Versioned } from '../connection/by-version.ts';
import type { Tx } from '../connection/database.ts';

/** Until the transaction ends, nobody else writes in the log of this search: they wait, and write after it. */
export const holdSearchLog = async (tx: Tx, caseId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' search ' || ${caseId}::text, 0))`.execute(
    tx,
  );
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
  { at, by, kind, about, said, key, register }: Omit<SearchEntry, 'number'> & { readonly key: string },
): Promise<number> => {
  const { rows } = await sql<{ number: number }>`
    insert into search_entry (case_id, number, at, kind, about, by_person, by_role, acting_for, said, key,
      provider_id, setting_id, profile_version)
    select ${caseId}, coalesce(max(number), 0) + 1, ${at}, ${kind}, ${about}::integer, ${Number(by.person)},
      ${by.part.role}, ${by.part.actingFor === undefined ? null : Number(by.part.actingFor)}::bigint,
      ${JSON.stringify(said)}::jsonb, ${key},
      ${register?.providerId ?? null}::bigint, ${register?.settingId ?? null}::bigint, ${register?.profileVersion ?? null}::integer
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
    with counted as (
      select case_id, kind, about, count(*) as entries from search_entry
      where authority_id = (select current_authority()) and case_id = any(${cases}::bigint[])
        and kind in ('approach', 'offer', 'declined')
      group by case_id, kind, about),
    decided as (
      select case_id, max(number) filter (where kind = 'shared') > coalesce(max(number) filter (where kind = 'unsuitable'), 0)
        and not bool_or(kind = 'withdrawn') as is_shared
      from search_entry
      where authority_id = (select current_authority()) and case_id = any(${cases}::bigint[])
        and kind in ('shared', 'unsuitable', 'withdrawn')
      group by case_id, about)
    select case_id as id,
      coalesce(sum(entries) filter (where kind = 'approach'), 0)::integer as approached,
      (count(distinct about) filter (where kind in ('offer', 'declined')))::integer as replied,
      coalesce(sum(entries) filter (where kind = 'offer'), 0)::integer as offered,
      (select count(*) from decided where decided.case_id = counted.case_id and is_shared)::integer as shared
    from counted
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

/** The cases of a process that are in one state now. */
export const listCasesInState = async (
  tx: Tx,
  workflow: string,
  state: string,
): Promise<readonly StoredCase[]> => listCasesOfProcess(tx, workflow, { ended: [state], isOver: true });

/**
 * The same cases as `listCasesOfProcess`, by what tells whether any has changed since it was read: none of what is counted or
 * numbered here is ever written over or taken away, but by hand, which is told besides.
 */
export const listVersionsOfCases = async (
  tx: Tx,
  workflow: string,
  { ended, isOver }: { readonly ended: readonly string[]; readonly isOver: boolean },
): Promise<readonly Versioned[]> => {
  const { rows } = await sql<Versioned>`
    select c.id, json_build_array(${WRITTEN_OF_CASE}, entry.number)::text as version
    from ${CASES_AS_WRITTEN}
    left join lateral (
      select max(number) as number from search_entry of
      where of.authority_id = c.authority_id and of.case_id = c.id) entry on true
    where standing.authority_id = (select current_authority()) and standing.workflow = ${workflow}
      and (standing.state = any(${ended}::text[])) = ${isOver}
    order by c.id`.execute(tx);
  return rows;
};
