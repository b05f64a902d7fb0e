import type { RoleAssignment } from '../access/actor.ts';
import { ROLES, type Role } from '../access/role.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { containsDay } from '../calendar/period.ts';
import { type Delegation, isInForce } from './delegation.ts';

/** Those who ask and those who decide, the most junior first. */
const RANKS: readonly Role[] = ['social-worker', 'team-manager', 'group-manager', 'director'];

const RANKS_STOOD_IN_FOR: readonly Role[] = RANKS.slice(1);

/** Reviewing officers stand outside the line of management: only one of them stands in for another. */
const BY_THEIR_OWN: readonly Role[] = ['reviewing-officer'];

/** Roles that are stood in for: those that decide. A child is given another social worker in the record itself. */
export const STOOD_IN_FOR: readonly Role[] = [...RANKS_STOOD_IN_FOR, ...BY_THEIR_OWN];

/**
 * Who may stand in for a role: whoever is of that rank or above, or one step below; for a reviewing officer, another. Nobody
 * for a role that decides nothing.
 */
export const whoMayStandInFor = (role: Role): readonly Role[] => {
  if (BY_THEIR_OWN.includes(role)) return [role];
  return RANKS_STOOD_IN_FOR.includes(role) ? RANKS.slice(RANKS.indexOf(role) - 1) : [];
};

const IN_WORDS: Readonly<Partial<Record<Role, string>>> = {
  director: 'a director',
  'reviewing-officer': 'another independent reviewing officer',
};

/** "a team manager, a group manager or a director". */
export const whoMayStandInInWords = (role: Role): string => {
  const titles = whoMayStandInFor(role).map((one) => IN_WORDS[one] ?? `a ${ROLES[one].title.toLowerCase()}`);
  return titles.length > 1
    ? `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`
    : (titles[0] ?? 'nobody');
};

/** Whether somebody is senior enough to stand in for a role at a moment, by roles of their own. */
export const isSeniorEnough = (own: readonly RoleAssignment[], role: Role, at: Moment): boolean => {
  const [ranks, today] = [whoMayStandInFor(role), londonDayOf(at)];
  return own.some(
    (held) => held.actingFor === undefined && ranks.includes(held.role) && containsDay(held, today),
  );
};

/**
 * The roles in which a person stands in for colleagues at a moment, each reaching as far as the colleague’s own does then and
 * no further. It gives nothing once the colleague no longer holds the role, nor while the person is not senior enough by a
 * role of their own: standing in is not handed on.
 */
export const actingAssignments = (
  person: string,
  delegations: readonly Delegation[],
  { rolesOf, at }: { readonly rolesOf: (person: string) => readonly RoleAssignment[]; readonly at: Moment },
): readonly RoleAssignment[] =>
  delegations
    .filter(
      (one) => one.standsIn === person && isInForce(one, at) && isSeniorEnough(rolesOf(person), one.role, at),
    )
    .flatMap(({ forPerson, role }) =>
      rolesOf(forPerson)
        .filter((held) => held.role === role && containsDay(held, londonDayOf(at)))
        .map((held) => ({ ...held, actingFor: forPerson })),
    );
