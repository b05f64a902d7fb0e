import type { CareBelieved, ChildId } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** Every time in care that the record ever had of these children, with when it had it so. */
export const listCareBelieved = async (
  tx: Tx,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, readonly CareBelieved[]>> => {
  if (children.length === 0) return new Map();
  const { rows } = await sql<
    { local_id: ChildId; end_reason: string | null; until: CareBelieved['from'] | null } & Pick<
      CareBelieved,
      'starts' | 'ends' | 'from'
    >
  >`
    select local_id, starts, ends, end_reason, lower(recorded) as "from", upper(recorded) as until
    from period_of_care t
    join child on child.authority_id = t.authority_id and child.id = t.child_id
    where t.authority_id = (select current_authority()) and child.local_id = any(${[...children]}::text[])
    order by lower(recorded)`.execute(tx);
  return Map.groupBy(
    rows.map(({ local_id: child, end_reason: endReason, until, ...care }) => ({
      child,
      ...care,
      endReason,
      until: until ?? undefined,
    })),
    ({ child }) => child,
  );
};
