import {
  type ChildId,
  type ChildRecord,
  containsDay,
  type Day,
  type OfficerNamed,
  reviewingOfficersOf,
} from '@rightplace/domain';
import type { LoadedChildren } from '../child/load-children.ts';
import { type AccessFacts, childForAccess } from '../child/scope.ts';

/**
 * Whether a child has a reviewing officer who can act: somebody who was said to be it, who is one still, and to whom the record is not
 * closed.
 */
export const hasOfficer = (
  child: ChildRecord,
  { access, today }: Pick<LoadedChildren, 'access' | 'today'>,
): boolean => {
  const { reviewingOfficerIds = [], conflictedIds } = childForAccess(child, access, today);
  return reviewingOfficerIds.some((id) => !conflictedIds.includes(id) && isOfficer(id, { access, today }));
};

type Known = Pick<LoadedChildren, 'access' | 'today'>;

const isOfficer = (id: string, { access: { staff }, today }: Known): boolean =>
  staff.members
    .get(Number(id))
    ?.roles.some((held) => held.role === 'reviewing-officer' && containsDay(held, today)) === true;

interface NamedOn {
  readonly today: Day;
  readonly byChild: Map<ChildId, readonly OfficerNamed[]>;
}

/** Beside what is known of everybody's access, which is another object once anything is said of a child's officer or of roles. */
const namedKept = new WeakMap<AccessFacts, NamedOn>();

/** Who a child's reviewing officer has been, and that there is nobody now where whoever it was is one no longer. */
export const officersNamed = (child: ChildId, known: Known): readonly OfficerNamed[] => {
  const { access, today } = known;
  const before = namedKept.get(access);
  const { byChild } =
    before?.today === today ? before : { byChild: new Map<ChildId, readonly OfficerNamed[]>() };
  if (before?.today !== today) namedKept.set(access, { today, byChild });
  const found = byChild.get(child) ?? findNamed(child, known);
  byChild.set(child, found);
  return found;
};

const findNamed = (child: ChildId, known: Known): readonly OfficerNamed[] => {
  const named = reviewingOfficersOf(known.access.reviewing.get(child) ?? []).map(
    ({ starts, person }): OfficerNamed => ({ officer: person, on: starts }),
  );
  const current = named.find(({ on }) => on <= known.today)?.officer ?? null;
  return current === null || isOfficer(current, known)
    ? named
    : [...named, { officer: null, on: known.today }];
};
