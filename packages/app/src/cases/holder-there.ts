import { type CaseNow, type ChildForAccess, holderOf, type Workflow } from '@rightplace/domain';
import type { LoadedChildren } from '../child/load-children.ts';
import { rolesIn } from '../delegation/acting.ts';
import { partsFor } from './parts-for.ts';

/**
 * Whose case it is, while they are there for it: they reach the child today in one of its roles, and have no conflict of interest.
 * Otherwise it is nobody's, and waits for everybody of the roles.
 */
export const holderThere = (
  { workflow, now }: { readonly workflow: Workflow; readonly now: Pick<CaseNow, 'events'> },
  child: ChildForAccess,
  { access, today }: Pick<LoadedChildren, 'access' | 'today'>,
): string | undefined => {
  const holder = holderOf(workflow, now);
  if (holder === undefined || child.conflictedIds.includes(holder)) return undefined;
  const actor = { id: holder, assignments: rolesIn(access.staff)(holder) };
  const isThere = partsFor({ actor }, workflow.access.take, child, today).some(
    ({ role }) => workflow.givenTo?.roles.includes(role) === true,
  );
  return isThere ? holder : undefined;
};
