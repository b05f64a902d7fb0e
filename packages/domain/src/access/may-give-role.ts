import type { Day } from '../calendar/day.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { type Actor, type AssignmentRefusal, findAssignmentFault, type RoleAssignment } from './actor.ts';
import { type AttemptRefusal, type MayAttempt, mayAttempt } from './may-attempt.ts';

export type GiveRoleRefusal =
  | AttemptRefusal
  | AssignmentRefusal
  | Refusal<'own-role' | 'ends-before-it-starts'>;

export interface RoleToGive {
  readonly actor: Actor;
  /** Who would hold the role. */
  readonly personId: string;
  readonly assignment: RoleAssignment;
  /** Today. */
  readonly on: Day;
}

/**
 * May this person give that role? Nobody gives one to themselves: whoever looks after roles could otherwise open any
 * record by writing themselves a line. (The first administrator is made by command, not by a person signed in.)
 */
export const mayGiveRole = ({
  actor,
  personId,
  assignment,
  on,
}: RoleToGive): MayAttempt | GiveRoleRefusal => {
  const permission = mayAttempt({ actor, action: 'manage-people', on });
  if (permission.kind === 'refused') return permission;
  if (personId === actor.id)
    return refused('own-role', 'You cannot give a role to yourself. Ask another administrator.');
  if (assignment.ends !== null && assignment.ends < assignment.starts)
    return refused('ends-before-it-starts', 'The role would end before it starts. Check the two dates.');
  return findAssignmentFault(assignment) ?? permission;
};
