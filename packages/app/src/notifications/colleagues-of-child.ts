import {
  actingAssignments,
  type ChildAction,
  type ChildForAccess,
  type Colleague,
  type Delegation,
  londonDayOf,
  type Moment,
} from '@rightplace/domain';
import { partsFor } from '../cases/parts-for.ts';
import type { Staff } from '../child/scope.ts';
import { rolesIn } from '../delegation/acting.ts';

/** Everybody who works with a child at a moment by their own role or a colleague's, and all who must be told nothing. */
export const colleaguesOfChild = (
  child: ChildForAccess,
  {
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
  },
): readonly Colleague[] => {
  const rolesOf = rolesIn(staff);
  const today = londonDayOf(at);
  return [...staff.members.keys()].map((member): Colleague => {
    const id = String(member);
    if (child.conflictedIds.includes(id)) return { id, parts: [], hasConflict: true };
    const acting = actingAssignments(id, delegations, { rolesOf, at });
    const actor = { id, assignments: [...rolesOf(id), ...acting] };
    return { id, parts: partsFor({ actor }, action, child, today), hasConflict: false };
  });
};
