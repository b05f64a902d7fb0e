import type { Day } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Conflict } from '../children/conflicts.ts';
import type { Tx } from '../connection/database.ts';
import { readOnce } from '../connection/read-once.ts';
import type { Team } from './people.ts';

/** A role somebody holds, held or will hold, and where it reaches. */
export interface HeldRoleRow {
  readonly personId: number;
  readonly role: string;
  readonly teamId: number | null;
  readonly service: string | null;
  readonly starts: Day;
  readonly ends: Day | null;
}

/** Everyone who works or worked here, and who must not see whom: what access is decided on. */
export interface StaffRead {
  readonly people: readonly {
    readonly id: number;
    readonly name: string;
    readonly socialWorkNumber: string | null;
  }[];
  /** Every role of everybody, past ones too, oldest first: who was in which team on any day. */
  readonly history: readonly HeldRoleRow[];
  /** Every conflict of interest that holds now. */
  readonly conflicts: readonly (Conflict & {
    readonly coveredBy: number | null;
    /** When they were chosen; of what was chosen before that was kept, the day of the declaration. */
    readonly coveredOn: Day;
  })[];
  readonly teams: readonly Team[];
  /** Which version of what was said of reviewing officers holds: whoever keeps that reads it again under another. None: nothing was. */
  readonly reviewingKnown: string | null;
}

/**
 * As one text, which is the same for as long as nothing of it changes: every page asks, and whoever kept what was made of
 * it the last time need not even read it. It holds `StaffRead`, as JSON.
 */
export const readStaffText = (tx: Tx): Promise<string> =>
  readOnce(tx, 'staff', async () => {
    const { rows } = await sql<{ staff: string }>`
      with ours as (select current_authority() as code)
      select json_build_object(
        'authority', (select code from ours),
        'reviewingKnown', (select version from reviewing_known, ours where authority_id = code),
        'people', (select coalesce(json_agg(json_build_object('id', id, 'name', name,
            'socialWorkNumber', social_work_number) order by name, id), '[]')
          from person, ours where authority_id = code),
        'history', (select coalesce(json_agg(json_build_object('personId', person_id, 'role', role, 'teamId', team_id,
            'service', service, 'starts', starts, 'ends', ends) order by starts, id), '[]')
          from role_assignment, ours where authority_id = code),
        'conflicts', (select coalesce(json_agg(json_build_object('child', local_id, 'personId', person_id,
            'coveredBy', covered_by,
            'coveredOn', coalesce(covered_on, (declared_at at time zone 'Europe/London')::date))
            order by local_id, person_id), '[]')
          from ours join conflict_of_interest conflict on conflict.authority_id = code
          join child on child.authority_id = code and child.id = conflict.child_id
          where conflict.ended_at is null),
        'teams', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'service', service)
            order by name), '[]')
          from team, ours where authority_id = code)
      )::text as staff`.execute(tx);
    return (rows[0] as { staff: string }).staff;
  });

/** What the text says. */
export const staffFrom = (text: string): StaffRead => JSON.parse(text) as StaffRead;
