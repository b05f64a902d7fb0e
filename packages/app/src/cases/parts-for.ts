import {
  type Actor,
  type ChildAction,
  type ChildForAccess,
  type Day,
  type Grant,
  grantReaches,
  mayAttempt,
  type Part,
} from '@rightplace/domain';

/** The parts in which somebody reaches a child with an action today, their own before those they stand in for. */
export const partsFor = (
  { actor }: { readonly actor: Actor },
  action: ChildAction,
  child: ChildForAccess,
  on: Day,
): readonly Part[] => {
  const answer = mayAttempt({ actor, action, on });
  return answer.kind === 'refused' ? [] : partsOfGrants(answer.grants, actor, child);
};

/** The same of what they may, when that is known already. */
export const partsOfGrants = (
  grants: readonly Grant[],
  actor: Actor,
  child: ChildForAccess,
): readonly Part[] => {
  const parts = grants
    .filter((grant) => grantReaches(grant, actor, child))
    .map(
      ({ assignment: { role, actingFor } }): Part => ({
        role,
        ...(actingFor === undefined ? {} : { actingFor }),
      }),
    );
  return [
    ...parts.filter(({ actingFor }) => actingFor === undefined),
    ...parts.filter(({ actingFor }) => actingFor !== undefined),
  ];
};

/** The parts of somebody's own in which they take steps, whichever children they reach. */
const ownParts = (actor: Actor, action: ChildAction, on: Day): readonly Part[] => {
  const answer = mayAttempt({ actor, action, on });
  if (answer.kind === 'refused') return [];
  return answer.grants.flatMap(({ assignment: { role, actingFor } }) =>
    actingFor === undefined ? [{ role }] : [],
  );
};

/**
 * The parts of somebody's own in which they answer for a word: those in which they take steps first, and then any other, in which they
 * answer for what they said while they stood in for a colleague, or before that part ended.
 */
export const partsToAnswer = (actor: Actor, action: ChildAction, on: Day): readonly Part[] => {
  const own = ownParts(actor, action, on);
  const others = actor.assignments.filter(
    (one) => one.actingFor === undefined && one.starts <= on && !own.some(({ role }) => role === one.role),
  );
  return [...own, ...others.map(({ role }) => ({ role }))];
};
