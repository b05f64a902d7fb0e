import type { ChildId, Day, Moment } from '@rightplace/domain';
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

/** A conflict of interest that somebody declared, in force or over. */
export interface StoredConflict extends Conflict {
  readonly id: number;
  readonly why: string;
  readonly declaredAt: Moment;
  readonly declaredBy: string;
  /** Who has the person's cases of this child while it lasts. */
  readonly coveredBy: number | null;
  readonly endedAt: Moment | null;
  readonly endedBy: string | null;
  readonly endedWhy: string | null;
}

/** Closes a child's record to somebody from now on. Saying so again changes nothing, and then there is no number. */
export const declareConflict = async (tx: Tx, conflict: DeclaredConflict): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    insert into conflict_of_interest (child_id, person_id, why, declared_at, declared_by)
    select id, ${conflict.personId}, ${conflict.why}, ${conflict.at}::timestamptz, ${conflict.by}
    from child where authority_id = current_authority() and local_id = ${conflict.child}
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
};

/** Opens the record again to whoever reaches it. One that is over stays as it was. */
export const endConflict = async (
  tx: Tx,
  { child, personId }: Conflict,
  { at, by, why }: { readonly at: Moment; readonly by: string; readonly why: string },
): Promise<boolean> => {
  const { rows } = await sql`
    update conflict_of_interest conflict set ended_at = ${at}::timestamptz, ended_by = ${by}, ended_why = ${why}
    from child c
    where conflict.authority_id = current_authority() and c.authority_id = conflict.authority_id
      and c.id = conflict.child_id and c.local_id = ${child} and conflict.person_id = ${personId}
      and conflict.ended_at is null
    returning conflict.id`.execute(tx);
  return rows.length > 0;
};

/**
 * Says who has the person's cases of the child while the conflict lasts, instead of whoever had them; null is nobody. False where
 * somebody else has them by now: of two who choose at once the second changes nothing.
 */
export const coverConflict = async (
  tx: Tx,
  id: number,
  {
    coveredBy,
    instead,
    on,
  }: { readonly coveredBy: number | null; readonly instead: number | null; readonly on: Day },
): Promise<boolean> => {
  const { rows } = await sql`
    update conflict_of_interest set covered_by = ${coveredBy}, covered_on = ${coveredBy === null ? null : on}::date
    where authority_id = current_authority() and id = ${id} and ended_at is null
      and covered_by is not distinct from ${instead}::bigint
    returning id`.execute(tx);
  return rows.length > 0;
};

interface ConflictsAsked {
  readonly id?: number;
  readonly child?: ChildId;
  readonly personId?: number;
}

/** Conflicts of interest, those in force first and the latest first among them. */
export const listConflicts = async (
  tx: Tx,
  { id, child, personId }: ConflictsAsked = {},
): Promise<readonly StoredConflict[]> => {
  const { rows } = await sql<StoredConflict>`
    select conflict.id, c.local_id as child, person_id as "personId", why, declared_at as "declaredAt",
      declared_by as "declaredBy", covered_by as "coveredBy", ended_at as "endedAt", ended_by as "endedBy",
      ended_why as "endedWhy"
    from conflict_of_interest conflict
    join child c on c.authority_id = conflict.authority_id and c.id = conflict.child_id
    where conflict.authority_id = (select current_authority())
      and ${id === undefined ? sql`true` : sql`conflict.id = ${id}`}
      and ${child === undefined ? sql`true` : sql`c.local_id = ${child}`}
      and ${personId === undefined ? sql`true` : sql`person_id = ${personId}`}
    order by (ended_at is null) desc, declared_at desc, conflict.id desc`.execute(tx);
  return rows;
};
