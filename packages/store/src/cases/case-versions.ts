import { sql } from 'kysely';
import type { Versioned } from '../connection/by-version.ts';
import type { Tx } from '../connection/database.ts';
import { type OverIn, openCases } from './open-cases.ts';

/**
 * Where cases stand, with the last of everything that is added to one and never written over or taken away, and how often the forms of
 * those it was opened from were saved: whoever saves one of them has written what was brought over.
 */
export const CASES_AS_WRITTEN = sql`case_standing standing
    join workflow_case c on c.authority_id = standing.authority_id and c.id = standing.case_id
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    left join case_link link on link.authority_id = c.authority_id and link.case_id = c.id
    left join lateral (
      select number, key from case_event of
      where of.authority_id = c.authority_id and of.case_id = c.id order by number desc limit 1) event on true
    left join lateral (
      select max(revision) as revision from case_evidence of
      where of.authority_id = c.authority_id and of.case_id = c.id) evidence on true
    left join lateral (
      select max(id) as last from attachment of
      where of.authority_id = c.authority_id and of.case_id = c.id and of.as_writer) attached on true
    left join lateral (
      with recursive before as (
        select link.from_case as id where link.from_case is not null
        union
        select up.from_case from before join case_link up on up.authority_id = c.authority_id and up.case_id = before.id)
      select count(*) as saved from before
        join case_evidence of on of.authority_id = c.authority_id and of.case_id = before.id) brought on true`;

/** Another after every transaction that changed or took away anything to which otherwise only more is added: somebody put it right by hand. */
export const REWRITTEN = sql`(select rewritten from cases_known where authority_id = (select current_authority()))`;

/** What of them tells whether the case and who wrote in it are as they were. */
export const WRITTEN_OF_CASE = sql`${REWRITTEN}, child.local_id, event.number, event.key, evidence.revision, attached.last, link.from_case, brought.saved`;

/** The same cases as `listOpenCases`, by what tells whether any has changed since it was read. */
export const listVersionsOfOpenCases = async (
  tx: Tx,
  over: readonly OverIn[],
): Promise<readonly Versioned[]> => {
  const { rows } = await sql<Versioned>`
    select c.id, json_build_array(${WRITTEN_OF_CASE})::text as version
    from ${CASES_AS_WRITTEN}
    where standing.authority_id = (select current_authority()) and ${openCases('standing', over)}
    order by c.id`.execute(tx);
  return rows;
};

/**
 * Of all that lists read of an authority's cases and the logs of its searches: another after every transaction that added to any of
 * it, changed it or took it away. Undefined where there never was a case.
 */
export const versionOfCases = async (tx: Tx): Promise<string | undefined> => {
  const { rows } = await sql<{ version: string }>`
    select version from cases_known where authority_id = (select current_authority())`.execute(tx);
  return rows[0]?.version;
};
