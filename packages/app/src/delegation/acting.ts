import {
  type Actor,
  actingAssignments,
  addMinutes,
  type Delegation,
  isRole,
  type Moment,
  momentInWords,
  overFrom,
  type Refusal,
  type Role,
  type RoleAssignment,
  refused,
  roleInSentence,
} from '@rightplace/domain';
import { findPerson, listDelegations, type Tx } from '@rightplace/store';
import type { Staff, StaffMember } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

const assignmentsOf = (member: StaffMember | undefined): readonly RoleAssignment[] =>
  (member?.roles ?? []).flatMap(({ role, teamId, service, starts, ends }) =>
    isRole(role)
      ? [{ role, teamId: teamId === null ? null : String(teamId), serviceId: service, starts, ends }]
      : [],
  );

/** The roles that people hold, held or will hold. */
export const rolesIn =
  ({ members }: Staff) =>
  (person: string): readonly RoleAssignment[] =>
    assignmentsOf(members.get(Number(person)));

/**
 * Somebody as the access rules see them at a moment: in their own roles, and in those in which they stand in for colleagues
 * then. Read with the very thing that is decided, so that a second after it has ended it is over.
 */
export const actorAt = async (
  tx: Tx,
  { actor, person }: Pick<SignedIn, 'actor'> & { readonly person: Pick<SignedIn['person'], 'id'> },
  { staff, at }: { readonly staff: Staff; readonly at: Moment },
): Promise<Actor> => {
  const delegations = await listDelegations(tx, { of: person.id, since: at });
  const acting = actingAssignments(actor.id, delegations, { rolesOf: rolesIn(staff), at });
  return acting.length === 0 ? actor : { ...actor, assignments: [...actor.assignments, ...acting] };
};

/** So long after standing in has ended, somebody is told so who sends what they began before. */
const TOLD_FOR_MINUTES = 24 * 60;

export type ActingOver = Refusal<'acting-over'>;

/**
 * Why something sent now is not done that would have been while the person stood in for a colleague; undefined when they did
 * not lately. It says nothing of what it was about, which is no longer theirs to know.
 */
export const findActingOver = async (
  tx: Tx,
  { actor, person }: Pick<SignedIn, 'actor' | 'person'>,
  { at, roles }: { readonly at: Moment; readonly roles?: readonly Role[] },
): Promise<ActingOver | undefined> => {
  const since = addMinutes(at, -TOLD_FOR_MINUTES);
  const ended = (one: Delegation): boolean =>
    one.standsIn === actor.id &&
    one.starts < overFrom(one) &&
    overFrom(one) > since &&
    overFrom(one) <= at &&
    (roles === undefined || roles.includes(one.role));
  const last = (await listDelegations(tx, { of: person.id, since }))
    .filter(ended)
    .toSorted((a, b) => (overFrom(a) < overFrom(b) ? -1 : 1))
    .at(-1);
  if (last === undefined) return undefined;
  const name = (await findPerson(tx, Number(last.forPerson)))?.name ?? 'your colleague';
  return refused(
    'acting-over',
    `You no longer act for ${name} as ${roleInSentence(last.role)}: that ended on ${momentInWords(overFrom(last))}. Nothing of what you sent was recorded.`,
  );
};
