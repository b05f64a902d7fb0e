import type { Actor, RoleAssignment } from '../src/access/actor.ts';
import type { ChildForAccess } from '../src/access/may-do-to.ts';
import type { Role } from '../src/access/role.ts';
import { day } from '../src/calendar/day.ts';

/** Invented people and children for the tests of access. */
export const TODAY = day('2026-11-20');

/** Someone with a role that is complete: a team, a service, a provider and dates. */
export const assignmentOf = (role: Role, changes: Partial<RoleAssignment> = {}): RoleAssignment => ({
  role,
  starts: day('2026-01-01'),
  ends: day('2027-01-01'),
  ...changes,
});

const WHERE: Readonly<Partial<Record<Role, Partial<RoleAssignment>>>> = {
  'social-worker': { teamId: 'north-team' },
  'team-manager': { teamId: 'north-team' },
  'group-manager': { serviceId: 'looked-after-service' },
  'fostering-adoption': { serviceId: 'looked-after-service' },
};

export const someone = (...roles: readonly Role[]): Actor => ({
  id: 'person-1',
  assignments: roles.map((role) => assignmentOf(role, WHERE[role])),
});

export const aChild = (changes: Partial<ChildForAccess> = {}): ChildForAccess => ({
  workerIds: ['person-1'],
  reviewingOfficerIds: ['person-1'],
  teamId: 'north-team',
  serviceId: 'looked-after-service',
  restricted: false,
  conflictedIds: [],
  ...changes,
});

/** A child of another team and service, with another worker. */
export const aChildElsewhere = (changes: Partial<ChildForAccess> = {}): ChildForAccess =>
  aChild({
    workerIds: ['person-9'],
    reviewingOfficerIds: ['person-9'],
    teamId: 'south-team',
    serviceId: 'disability-service',
    ...changes,
  });
