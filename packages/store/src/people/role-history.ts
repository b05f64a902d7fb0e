import type { Day } from '@rightplace/domain';
import type { Tx } from '../connection/database.ts';

/** A role somebody holds, held or will hold, and where it reaches. */
export interface HeldRoleRow {
  readonly personId: number;
  readonly role: string;
  readonly teamId: number | null;
  readonly service: string | null;
  readonly starts: Day;
  readonly ends: Day | null;
}

/** Every role of everybody, past ones too, oldest first: who was in which team on any day. */
export const listRoleHistory = async (tx: Tx): Promise<readonly HeldRoleRow[]> => {
  const rows = await tx
    .selectFrom('role_assignment')
    .select(['person_id', 'role', 'team_id', 'service', 'starts', 'ends'])
    .orderBy('starts')
    .orderBy('id')
    .execute();
  return rows.map(({ person_id, team_id, ...row }) => ({ ...row, personId: person_id, teamId: team_id }));
};
