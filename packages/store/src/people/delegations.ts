import type { Delegation, DelegationReason, Moment, Role } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { readOnce } from '../connection/read-once.ts';

/** What is recorded: who stands in for whom, from when until when, and who said so. */
export type DelegationToAdd = Omit<Delegation, 'id' | 'ended'>;

/** Until the transaction ends, nobody else records that somebody stands in, or ends it. */
export const holdDelegations = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' delegations', 0))`.execute(
    tx,
  );
};

/** The database refuses two at one time for one role of one person, and whoever would appoint themselves. */
export const addDelegation = async (tx: Tx, given: DelegationToAdd): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into delegation (for_person, role, stands_in, reason, starts, ends, recorded_by, recorded_at)
    values (${Number(given.forPerson)}, ${given.role}, ${Number(given.standsIn)}, ${given.reason}, ${given.starts},
            ${given.ends}, ${Number(given.recordedBy)}, ${given.recordedAt})
    returning id`.execute(tx);
  return (rows[0] as { id: number }).id;
};

/** Ends one before its time, by a record of its own. False when it was ended already. */
export const addDelegationEnd = async (
  tx: Tx,
  { id, by, at }: { readonly id: number; readonly by: number; readonly at: Moment },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into delegation_end (delegation_id, ended_by, ended_at) values (${id}, ${by}, ${at})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};

interface DelegationRow {
  readonly id: number;
  readonly forPerson: number;
  readonly role: Role;
  readonly standsIn: number;
  readonly reason: DelegationReason;
  readonly starts: Moment;
  readonly ends: Moment;
  readonly recordedBy: number;
  readonly recordedAt: Moment;
  readonly endedBy: number | null;
  readonly endedAt: Moment | null;
}

const delegationOf = ({ endedBy, endedAt, ...row }: DelegationRow): Delegation => ({
  ...row,
  forPerson: String(row.forPerson),
  standsIn: String(row.standsIn),
  recordedBy: String(row.recordedBy),
  ended: endedBy === null || endedAt === null ? null : { by: String(endedBy), at: endedAt },
});

export interface DelegationsAsked {
  /** Those of one person, on either side. */
  readonly of?: number;
  /** Those that were not yet over then. */
  readonly since?: Moment;
}

/** Delegations past, present and to come, in the order in which they begin. */
export const listDelegations = async (
  tx: Tx,
  { of, since }: DelegationsAsked = {},
): Promise<readonly Delegation[]> => {
  if (of === undefined)
    return readOnce(tx, `delegations since ${since ?? ''}`, () =>
      readDelegations(tx, since === undefined ? {} : { since }),
    );
  // Each part of a page asks at a moment of its own for what one person has: few of them, and read once.
  const all = await readOnce(tx, `delegations of ${of}`, () => readDelegations(tx, { of }));
  return since === undefined ? all : all.filter(({ ends }) => ends > since);
};

const readDelegations = async (tx: Tx, { of, since }: DelegationsAsked): Promise<readonly Delegation[]> => {
  const { rows } = await sql<DelegationRow>`
    select d.id, d.for_person as "forPerson", d.role, d.stands_in as "standsIn", d.reason, d.starts, d.ends,
      d.recorded_by as "recordedBy", d.recorded_at as "recordedAt", e.ended_by as "endedBy", e.ended_at as "endedAt"
    from delegation d
    left join delegation_end e on e.authority_id = d.authority_id and e.delegation_id = d.id
    where d.authority_id = (select current_authority())
      and ${of === undefined ? sql`true` : sql`(d.stands_in = ${of} or d.for_person = ${of})`}
      and ${since === undefined ? sql`true` : sql`d.ends > ${since}`}
    order by d.starts, d.id`.execute(tx);
  return rows.map(delegationOf);
};
