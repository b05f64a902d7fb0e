import type { ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** That a case of a child came to be in a state. */
export interface CaseEventInto {
  readonly case: number;
  readonly child: ChildId;
  readonly at: Moment;
  readonly to: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** States of a process. */
export interface StatesOfCases {
  readonly workflow: string;
  readonly states: readonly string[];
}

/** When cases of a process came to be in some states, up to a moment, in the order in which they did. */
export const listEventsInto = async (
  tx: Tx,
  { workflow, states, until }: StatesOfCases & { readonly until: Moment | undefined },
): Promise<readonly CaseEventInto[]> => {
  const { rows } = await sql<CaseEventInto>`
    select c.id as case, child.local_id as child, e.at, e.to_state as to, e.said
    from workflow_case c
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    join case_event e on e.authority_id = c.authority_id and e.case_id = c.id
    where c.authority_id = (select current_authority()) and c.workflow = ${workflow}
      and e.to_state = any(${states}) and e.from_state is distinct from e.to_state
      and ${until === undefined ? sql`true` : sql`e.at <= ${until}`}
    order by e.at, c.id, e.number`.execute(tx);
  return rows;
};
