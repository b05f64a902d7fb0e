import type { Answers, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { readOnce } from '../connection/read-once.ts';

/** How much there is of cases: their events, and each saving of their forms. None is ever taken out: as much is the same. */
export const countCaseChanges = (tx: Tx): Promise<string> =>
  readOnce(tx, 'case changes', () => readCaseChanges(tx));

const readCaseChanges = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ events: number; saved: number }>`
    select
      (select count(*)::int from case_event where authority_id = (select current_authority())) as events,
      (select count(*)::int from case_evidence where authority_id = (select current_authority())) as saved`.execute(
    tx,
  );
  return `${rows[0]?.events ?? 0} ${rows[0]?.saved ?? 0}`;
};

/** A case's form as it was saved last, by whom and when. */
export interface LastForm {
  readonly answers: Answers;
  readonly by: string;
  readonly at: Moment;
}

/** The forms of the cases of these processes, each as it was saved last. */
export const listLastForms = async (
  tx: Tx,
  workflows: readonly string[],
): Promise<ReadonlyMap<number, LastForm>> => {
  const { rows } = await sql<LastForm & { id: number }>`
    select distinct on (e.case_id) e.case_id as id, answers, saved_by::text as by, saved_at as at
    from case_evidence e join workflow_case c on c.authority_id = e.authority_id and c.id = e.case_id
    where e.authority_id = (select current_authority()) and c.workflow = any(${workflows}::text[])
    order by e.case_id, revision desc`.execute(tx);
  return new Map(rows.map(({ id, ...form }) => [id, form]));
};
