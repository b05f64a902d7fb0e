import type { Day } from '../calendar/day.ts';
import { containsDay, isZeroLength, type Period } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { POLICY, TIME_LIMITED_ROLES } from './policy.ts';
import { type Role, roleTitle } from './role.ts';
import type { Scope } from './scope.ts';

/**
 * A role that someone holds for a period. A team, service or provider named in it is where it reaches, and narrows a
 * role that would reach further; none named is as far as the role itself goes.
 */
export interface RoleAssignment extends Period {
  readonly role: Role;
  readonly teamId?: string | null;
  readonly serviceId?: string | null;
  readonly providerId?: string | null;
  /** The colleague whose role it is, while the person stands in for them. */
  readonly actingFor?: string;
}

/** Someone signed in, and the roles they have held, hold or will hold in this authority. */
export interface Actor {
  readonly id: string;
  readonly assignments: readonly RoleAssignment[];
}

export type AssignmentRefusal = Refusal<
  'team-needed' | 'service-needed' | 'provider-needed' | 'end-needed' | 'access-ended' | 'access-not-begun'
>;

/** What an assignment has to name before it reaches as far as a scope. */
const findScopeFault = (scope: Scope, assignment: RoleAssignment): AssignmentRefusal | undefined => {
  const title = roleTitle(assignment.role);
  if (scope === 'team' && !assignment.teamId)
    return refused('team-needed', `${title}: your team is not recorded. Ask an administrator to add it.`);
  if (scope === 'service' && !assignment.serviceId)
    return refused(
      'service-needed',
      `${title}: your service is not recorded. Ask an administrator to add it.`,
    );
  if (scope === 'own-provider' && !assignment.providerId)
    return refused(
      'provider-needed',
      `${title}: your provider is not recorded. Ask an administrator to add it.`,
    );
  return undefined;
};

const findTimeFault = (assignment: RoleAssignment): AssignmentRefusal | undefined =>
  TIME_LIMITED_ROLES.has(assignment.role) && assignment.ends === null
    ? refused(
        'end-needed',
        `${roleTitle(assignment.role)}: this access has no end date. Ask an administrator to add it.`,
      )
    : undefined;

/** What is wanting in an assignment for its role to work in full, for whoever gives it; undefined when nothing is. */
export const findAssignmentFault = (assignment: RoleAssignment): AssignmentRefusal | undefined =>
  findTimeFault(assignment) ??
  Object.values(POLICY[assignment.role])
    .map((scope) => findScopeFault(scope, assignment))
    .find((fault) => fault !== undefined);

/** Why an assignment does not give a scope on a day, or undefined when it does. */
export const findAssignmentRefusal = (
  assignment: RoleAssignment,
  scope: Scope,
  on: Day,
): AssignmentRefusal | undefined => {
  const title = roleTitle(assignment.role);
  const fault = findTimeFault(assignment) ?? findScopeFault(scope, assignment);
  if (fault !== undefined || containsDay(assignment, on)) return fault;
  // One ended before it began has no length and never will begin.
  return on < assignment.starts && !isZeroLength(assignment)
    ? refused('access-not-begun', `${title}: your access begins on ${dayInWords(assignment.starts)}.`)
    : refused('access-ended', `${title}: your access has ended. Ask an administrator if you still need it.`);
};
