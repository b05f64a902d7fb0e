import {
  actingAssignments,
  type ChildAction,
  type ChildForAccess,
  type Colleague,
  type Delegation,
  londonDayOf,
  type Moment,
  mayAttempt,
} from '@rightplace/domain';
import { partsOfGrants } from '../cases/parts-for.ts';
import type { Staff } from '../child/scope.ts';
import { rolesIn } from '../delegation/acting.ts';

/**
 * Of a child: everybody there is, with the parts in which they reach the child at a moment, in roles of their own and in
 * those of colleagues they stand in for, and whether they must be told nothing.
 */
export const colleaguesBy = ({
  action,
  staff,
  delegations,
  at,
}: {
  /** By which something is done with the child. */
  readonly action: ChildAction;
  readonly staff: Staff;
  readonly delegations: readonly Delegation[];
  readonly at: Moment;
}): ((child: ChildForAccess) => readonly Colleague[]) => {
  const rolesOf = rolesIn(staff);
  const on = londonDayOf(at);
  const people = [...staff.members.keys()].map((member) => {
    const id = String(member);
    const acting = actingAssignments(id, delegations, { rolesOf, at });
    const actor = { id, assignments: [...rolesOf(id), ...acting] };
    const answer = mayAttempt({ actor, action, on });
    return { actor, grants: answer.kind === 'refused' ? [] : answer.grants };
  });
  return (child) =>
    people.map(({ actor, grants }): Colleague => {
      const hasConflict = child.conflictedIds.includes(actor.id);
      return { id: actor.id, parts: hasConflict ? [] : partsOfGrants(grants, actor, child), hasConflict };
    });
};
