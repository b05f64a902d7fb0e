import type { ChildId, Moment } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface Conflict {
  readonly child: ChildId;
  readonly personId: number;
}

export interface DeclaredConflict extends Conflict {
  readonly why: string;
  readonly at: Moment;
  /** A person's number, or the name of a command. */
  readonly by: string;
}

/** Closes a child's record to somebody from now on. Saying so again changes nothing. */
export const declareConflict = async (tx: Tx, conflict: DeclaredConflict): Promise<void> => {
  await sql`
    insert into conflict_of_interest (child_id, person_id, why, declared_at, declared_by)
    select id, ${conflict.personId}, ${conflict.why}, ${conflict.at}::timestamptz, ${conflict.by}
    from child where authority_id = current_authority() and local_id = ${conflict.child}
    on conflict do nothing`.execute(tx);
};

export const endConflict = async (tx: Tx, { child, personId }: Conflict, at: Moment): Promise<void> => {
  await sql`
    update conflict_of_interest conflict set ended_at = ${at}::timestamptz
    from child c
    where conflict.authority_id = current_authority() and c.authority_id = conflict.authority_id
      and c.id = conflict.child_id and c.local_id = ${child} and conflict.person_id = ${personId}
      and conflict.ended_at is null`.execute(tx);
};
