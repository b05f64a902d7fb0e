import type { ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { readCases, type StoredCase, writtenBy } from './cases.ts';

/** A state in which a case of a process is over. */
export interface OverIn {
  readonly workflow: string;
  readonly state: string;
}

/** The cases that are not over, and those in which somebody has a word to answer for, in the order they were begun. */
export const listOpenCases = async (tx: Tx, over: readonly OverIn[]): Promise<readonly StoredCase[]> =>
  readCases(tx, await openNumbers(tx, over));

/** That a case by its standing is not over, or somebody has a word to answer for in it. */
export const openCases = (standing: string, over: readonly OverIn[]) => {
  const [workflows, states] = [over.map(({ workflow }) => workflow), over.map(({ state }) => state)];
  const s = sql.ref(standing);
  return sql`(${s}.open_words > 0 or not exists (
        select from unnest(${workflows}::text[], ${states}::text[]) as o (workflow, state)
        where o.workflow = ${s}.workflow and o.state = ${s}.state))`;
};

const openNumbers = async (tx: Tx, over: readonly OverIn[]): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    select case_id as id from case_standing s where authority_id = (select current_authority())
      and ${openCases('s', over)}`.execute(tx);
  return rows.map(({ id }) => id);
};

/** The cases of these numbers, in the order they were begun. */
export const listCasesNumbered = (tx: Tx, ids: readonly number[]): Promise<readonly StoredCase[]> =>
  readCases(tx, ids);

/** Every case there ever was of a child, in the order they were begun. */
export const listCasesOf = async (tx: Tx, child: ChildId): Promise<readonly StoredCase[]> => {
  const { rows } = await sql<{ id: number }>`
    select c.id from workflow_case c join child on child.authority_id = c.authority_id and child.id = c.child_id
    where c.authority_id = (select current_authority()) and child.local_id = ${child}`.execute(tx);
  return readCases(
    tx,
    rows.map(({ id }) => id),
  );
};

/** Every case there ever was of some processes, in the order they were begun. */
export const listCasesIn = async (tx: Tx, workflows: readonly string[]): Promise<readonly StoredCase[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from workflow_case
    where authority_id = (select current_authority()) and workflow = any(${workflows}::text[])`.execute(tx);
  return readCases(
    tx,
    rows.map(({ id }) => id),
  );
};

/** The cases that are not over, and those to which something has happened since, in the order they were begun. */
export const listCasesSince = async (
  tx: Tx,
  { over, since }: { readonly over: readonly OverIn[]; readonly since: Moment },
): Promise<readonly StoredCase[]> => {
  const { rows } = await sql<{ id: number }>`
    select distinct case_id as id from case_event
    where authority_id = (select current_authority()) and at >= ${since}`.execute(tx);
  return readCases(tx, [...new Set([...(await openNumbers(tx, over)), ...rows.map(({ id }) => id)])]);
};

/** The cases in which something was done since, by whoever stood in for somebody. */
export const listCasesDoneFor = async (
  tx: Tx,
  { person, since }: { readonly person: number; readonly since: Moment },
): Promise<readonly StoredCase[]> => {
  const { rows } = await sql<{ id: number }>`
    select distinct case_id as id from case_event
    where authority_id = (select current_authority()) and acting_for = ${person} and at >= ${since}`.execute(
    tx,
  );
  return readCases(
    tx,
    rows.map(({ id }) => id),
  );
};

/** Whether there ever was a case of anybody. */
export const hasCases = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql`
    select from workflow_case where authority_id = (select current_authority()) limit 1`.execute(tx);
  return rows.length > 0;
};

/** As everybody who wrote each case, of some of them. */
export const listWritersOf = async (
  tx: Tx,
  cases: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> => {
  if (cases.length === 0) return new Map();
  const { rows } = await sql<{ id: number; people: readonly number[] }>`
    select id, array_agg(distinct saved_by) as people from (${writtenBy()}) as written
    where id = any(${cases}::bigint[]) group by id`.execute(tx);
  // Numbers in an array come from the database as text.
  return new Map(rows.map(({ id, people }) => [id, people.map(Number)]));
};
