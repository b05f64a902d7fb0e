import {
  type AttemptRefusal,
  type ChildRecord,
  type CollectionYear,
  collectionYearOf,
  type Day,
  type Grant,
  mayAttempt,
  mayDoTo,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { FIRST_YEAR, LAST_YEAR } from '@rightplace/ssda903';
import type { Tx } from '@rightplace/store';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { type CaseHolding, caseHoldingOn, childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** Years whose rules are held and that have begun, newest first. */
export const yearsToChoose = (today: Day): readonly CollectionYear[] => {
  const newest = Math.min(LAST_YEAR, collectionYearOf(today));
  return Array.from({ length: Math.max(0, newest - FIRST_YEAR + 1) }, (_, i) => newest - i);
};

export const findYearRefusal = (year: CollectionYear, today: Day): Refusal<'no-such-year'> | undefined =>
  yearsToChoose(today).includes(year)
    ? undefined
    : refused('no-such-year', 'There are no rules to check a return for that year against.');

/**
 * `open`: shown. `closed`: within reach, but restricted or closed by a conflict of interest, so counted and never listed.
 * `out`: as if it were not there.
 */
export type Standing = 'open' | 'closed' | 'out';

/** Whose findings somebody sees. CHILD as the return has it, which is in capitals. */
export interface FindingReach {
  readonly grants: readonly [Grant, ...Grant[]];
  readonly loaded: LoadedChildren;
  readonly standing: (child: string) => Standing;
  readonly childOf: (child: string) => ChildRecord | undefined;
  readonly holdingOf: (child: string) => CaseHolding | undefined;
}

/** Worked out once for each child that is asked about. */
const once = <T>(make: (child: string) => T): ((child: string) => T) => {
  const made = new Map<string, T>();
  return (child) => {
    const known = made.get(child);
    if (known !== undefined || made.has(child)) return known as T;
    const fresh = make(child);
    made.set(child, fresh);
    return fresh;
  };
};

export const loadFindingReach = async (
  tx: Tx,
  world: Pick<World, 'ledgers' | 'now'>,
  { actor, authority }: SignedIn,
): Promise<FindingReach | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, authority.id, undefined);
  const { access, present, today } = loaded;
  const action = 'see-return-readiness';
  const permission = mayAttempt({ actor, action, on: today });
  if (permission.kind === 'refused') return permission;
  const byName = new Map(present.ledger.children.map((child) => [child.id.toUpperCase(), child]));
  // Last year's return may tell of a child of whom the record knows nothing any more: that is the whole authority's.
  const seesAll = permission.grants.some(({ scope }) => scope === 'authority');
  const standing = (name: string): Standing => {
    const child = byName.get(name);
    if (child === undefined) return seesAll ? 'open' : 'out';
    const answer = mayDoTo({ actor, action, on: today, child: childForAccess(child, access, today) });
    if (answer.kind === 'may') return 'open';
    return answer.name === 'restricted-record' || answer.name === 'conflict-of-interest' ? 'closed' : 'out';
  };
  return {
    grants: permission.grants,
    loaded,
    standing: once(standing),
    childOf: (name) => byName.get(name),
    holdingOf: once((name) => {
      const child = byName.get(name);
      return child === undefined ? undefined : caseHoldingOn(child, access.staff, today);
    }),
  };
};
