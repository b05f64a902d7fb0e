import {
  type AttemptRefusal,
  type ChildRecord,
  type CollectionYear,
  collectionYearOf,
  type Day,
  type Grant,
  type Ledger,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { FIRST_YEAR, LAST_YEAR } from '@rightplace/ssda903';
import type { Tx } from '@rightplace/store';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { type CaseHolding, type ChildrenInScope, caseHoldingNow, childrenInScope } from '../child/scope.ts';
import { beside } from '../ledger/recall.ts';
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

const childrenByName = new WeakMap<Ledger, ReadonlyMap<string, ChildRecord>>();

const byNameIn = (ledger: Ledger): ReadonlyMap<string, ChildRecord> =>
  beside(
    childrenByName,
    ledger,
    () => new Map(ledger.children.map((child) => [child.id.toUpperCase(), child])),
  );

const standingsKept = new WeakMap<ChildrenInScope, ReadonlyMap<string, Standing>>();

/** Of children whose names are alike but for capitals, the closed one's holds. */
const standingsIn = (scope: ChildrenInScope): ReadonlyMap<string, Standing> =>
  beside(standingsKept, scope, () => {
    const as =
      (standing: Standing) =>
      ({ id }: ChildRecord) =>
        [id.toUpperCase(), standing] as const;
    return new Map([...scope.open.map(as('open')), ...scope.closed.map(as('closed'))]);
  });

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
  const byName = byNameIn(present.ledger);
  const standings = standingsIn(childrenInScope(present.ledger.children, { actor, action, access, today }));
  // Last year's return may tell of a child of whom the record knows nothing any more: that is the whole authority's.
  const seesAll = permission.grants.some(({ scope }) => scope === 'authority');
  return {
    grants: permission.grants,
    loaded,
    standing: (name) => (byName.has(name) || !seesAll ? (standings.get(name) ?? 'out') : 'open'),
    childOf: (name) => byName.get(name),
    holdingOf: (name) => {
      const child = byName.get(name);
      return child === undefined ? undefined : caseHoldingNow(child, access, today);
    },
  };
};
