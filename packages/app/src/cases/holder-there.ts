import { type CaseNow, type ChildId, holderOf, type Workflow } from '@rightplace/domain';
import type { LoadedChildren } from '../child/load-children.ts';

/**
 * Whose case it is, while they are there for it: they have the role today, and no conflict of interest with the child. Otherwise it
 * is nobody's, and waits for everybody of the role.
 */
export const holderThere = (
  { workflow, now }: { readonly workflow: Workflow; readonly now: Pick<CaseNow, 'events'> },
  child: ChildId,
  { access, today }: Pick<LoadedChildren, 'access' | 'today'>,
): string | undefined => {
  const holder = holderOf(workflow, now);
  if (holder === undefined || access.conflicts.get(child)?.includes(Number(holder)) === true)
    return undefined;
  const isThere = access.staff.members
    .get(Number(holder))
    ?.roles.some(
      ({ role, starts, ends }) =>
        workflow.givenTo?.roles.some((one) => one === role) === true &&
        starts <= today &&
        (ends === null || ends > today),
    );
  return isThere === true ? holder : undefined;
};
