import type { ChildId, Day, Moment, ReviewingAllocation } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Everything that was ever said of whose reviewing officer somebody is, in the order in which it was said. */
export const listReviewingAllocations = async (
  tx: Tx,
  of: { readonly child?: ChildId } = {},
): Promise<readonly ReviewingAllocation[]> => {
  const { rows } = await sql<ReviewingAllocation>`
    select c.local_id as child, a.starts, a.person_id::text as person, a.said_at as "saidAt", a.said_by as "saidBy"
    from reviewing_allocation a
    join child c on c.authority_id = a.authority_id and c.id = a.child_id
    where a.authority_id = (select current_authority())
      ${of.child === undefined ? sql`` : sql`and c.local_id = ${of.child}`}
    order by a.id`.execute(tx);
  return rows;
};

/** Says whose reviewing officer somebody is from a day on. What was said before stays. */
export const addReviewingAllocations = async (
  tx: Tx,
  said: readonly {
    readonly child: ChildId;
    readonly starts: Day;
    /** Nobody from then on. */
    readonly person: number | null;
  }[],
  { at, by }: { readonly at: Moment; readonly by: string },
): Promise<void> => {
  await sql`
    insert into reviewing_allocation (child_id, starts, person_id, said_at, said_by)
    select c.id, said.starts, said.person, ${at}::timestamptz, ${by}
    from unnest(${said.map(({ child }) => child)}::text[], ${said.map(({ starts }) => starts)}::date[],
      ${said.map(({ person }) => person)}::bigint[]) with ordinality as said (child, starts, person, place)
    join child c on c.authority_id = current_authority() and c.local_id = said.child
    order by said.place`.execute(tx);
};
