import type { Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { readOnce } from '../connection/read-once.ts';

/** A case that was opened from another. */
export interface CaseLink {
  readonly case: number;
  readonly from: number;
}

/** Says that a case was opened from another, or is joined to it; said again it is so already. */
export const addCaseLink = async (
  tx: Tx,
  link: CaseLink & { readonly by: number; readonly at: Moment },
): Promise<void> => {
  await sql`
    insert into case_link (case_id, from_case, linked_by, linked_at)
    values (${link.case}, ${link.from}, ${link.by}, ${link.at}) on conflict do nothing`.execute(tx);
};

/** Every link of the authority, in the order in which they were made. */
export const listCaseLinks = (tx: Tx): Promise<readonly CaseLink[]> =>
  readOnce(tx, 'case links', () => readCaseLinks(tx));

const readCaseLinks = async (tx: Tx): Promise<readonly CaseLink[]> => {
  const { rows } = await sql<CaseLink>`
    select case_id as "case", from_case as "from" from case_link
    where authority_id = (select current_authority()) order by linked_at, case_id`.execute(tx);
  return rows;
};
