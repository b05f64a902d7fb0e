import type { ChildDetails, ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { beliefTables, type FoundRow } from './belief-tables.ts';

/**
 * Who a child was said to be when they were added to the record, whatever was corrected since; undefined where they were in the
 * record before that moment, or are not in it.
 */
export const detailsFirstRecorded = async (
  tx: Tx,
  { child, since }: { readonly child: ChildId; readonly since: Moment },
): Promise<ChildDetails | undefined> => {
  const { details } = beliefTables;
  const { rows } = await sql<FoundRow>`
    select * from (
      select believed.* from ${sql.table(details.name)} believed
      join child on child.authority_id = believed.authority_id and child.id = believed.child_id
      where child.authority_id = (select current_authority()) and child.local_id = ${child}
      order by lower(believed.recorded) limit 1
    ) as first
    where lower(recorded) >= ${since}::timestamptz`.execute(tx);
  return rows[0] === undefined ? undefined : details.partOf(rows[0]);
};
