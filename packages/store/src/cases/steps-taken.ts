import type { Answers, ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** That a step was taken, or something was said, of a case of a child. */
export interface StepTaken {
  readonly case: number;
  readonly child: ChildId;
  readonly step: string;
  readonly at: Moment;
  readonly said: Answers;
}

/** When these steps of a process were taken, up to a moment, in the order in which they were. */
export const listStepsTaken = async (
  tx: Tx,
  {
    workflow,
    steps,
    until,
  }: { readonly workflow: string; readonly steps: readonly string[]; readonly until: Moment | undefined },
): Promise<readonly StepTaken[]> => {
  const { rows } = await sql<StepTaken>`
    select c.id as case, child.local_id as child, e.step, e.at, e.said
    from workflow_case c
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    join case_event e on e.authority_id = c.authority_id and e.case_id = c.id
    where c.authority_id = (select current_authority()) and c.workflow = ${workflow} and e.step = any(${steps}::text[])
      and ${until === undefined ? sql`true` : sql`e.at <= ${until}::timestamptz`}
    order by e.at, c.id, e.number`.execute(tx);
  return rows;
};
