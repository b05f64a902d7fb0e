import type { ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** That a case of a child came to be in a state. */
export interface CaseEventInto {
  readonly workflow: string;
  readonly case: number;
  /** The case it was opened from or joined to, as far as it was by then; null where there is none. */
  readonly openedFrom: number | null;
  readonly child: ChildId;
  readonly at: Moment;
  readonly kind: string;
  readonly from: string | null;
  readonly to: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** States of a process. */
export interface StatesOfCases {
  readonly workflow: string;
  readonly states: readonly string[];
  /** Also what was said while a case stayed in one of them, such as that it is listed for another meeting. */
  readonly andSaidThere?: true;
}

/** When cases came to be in some states of their processes, up to a moment, in the order in which they did. */
export const listEventsInto = async (
  tx: Tx,
  asked: readonly StatesOfCases[],
  { until, said }: { readonly until: Moment | undefined; readonly said: readonly string[] },
): Promise<readonly CaseEventInto[]> => {
  const upTo = (at: 'e.at' | 'l.linked_at') =>
    until === undefined ? sql`true` : sql`${sql.ref(at)} <= ${until}::timestamptz`;
  const states = asked.flatMap(({ workflow, states: into }) => into.map((state) => `${workflow} ${state}`));
  const stays = asked.flatMap(({ workflow, andSaidThere }) => (andSaidThere ? [workflow] : []));
  const { rows } = await sql<CaseEventInto>`
    select c.workflow, c.id as case, l.from_case as "openedFrom", child.local_id as child, e.at, e.kind, e.from_state as "from",
      e.to_state as "to",
      coalesce((select jsonb_object_agg(key, e.said -> key) from unnest(${said}::text[]) key where e.said ? key), '{}') as said
    from workflow_case c
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    join case_event e on e.authority_id = c.authority_id and e.case_id = c.id
    left join case_link l on l.authority_id = c.authority_id and l.case_id = c.id and ${upTo('l.linked_at')}
    where c.authority_id = (select current_authority()) and c.workflow = any(${asked.map(({ workflow }) => workflow)}::text[])
      and c.workflow || ' ' || e.to_state = any(${states}::text[])
      and (e.from_state is distinct from e.to_state or c.workflow = any(${stays}::text[]))
      and ${upTo('e.at')}
    order by e.at, c.id, e.number`.execute(tx);
  return rows;
};
