import { type ChildRecord, containsDay } from '@rightplace/domain';
import type { LoadedChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';

/**
 * Whether a child has a reviewing officer who can act: somebody who was said to be it, who is one still, and to whom the record is not
 * closed.
 */
export const hasOfficer = (
  child: ChildRecord,
  { access, today }: Pick<LoadedChildren, 'access' | 'today'>,
): boolean => {
  const { reviewingOfficerIds = [], conflictedIds } = childForAccess(child, access, today);
  return reviewingOfficerIds.some(
    (id) =>
      !conflictedIds.includes(id) &&
      access.staff.members
        .get(Number(id))
        ?.roles.some((held) => held.role === 'reviewing-officer' && containsDay(held, today)) === true,
  );
};
