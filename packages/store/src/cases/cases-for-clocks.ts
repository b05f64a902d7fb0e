import type { Answers, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A case's form as it was saved last, by whom and when. */
export interface LastForm {
  readonly answers: Answers;
  readonly by: string;
  readonly at: Moment;
}

/** The forms of these cases, each as it was saved last. */
export const listLastForms = async (
  tx: Tx,
  cases: readonly number[],
): Promise<ReadonlyMap<number, LastForm>> => {
  if (cases.length === 0) return new Map();
  const { rows } = await sql<LastForm & { id: number }>`
    select distinct on (case_id) case_id as id, answers, saved_by::text as by, saved_at as at
    from case_evidence
    where authority_id = (select current_authority()) and case_id = any(${cases}::bigint[])
    order by case_id, revision desc`.execute(tx);
  return new Map(rows.map(({ id, ...form }) => [id, form]));
};
