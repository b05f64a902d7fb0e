import {
  type AverageFee,
  averageFees,
  FEW_PRICES,
  kindOfHome,
  mayAttempt,
  type Offer,
  type PlacementKind,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { SearchView } from './open-search.ts';
import { TYPE_OF } from './records-of-searches.ts';

/** The averages of each type that is offered, framework beside spot. A type that nothing says is not in it. */
export type AveragesByType = ReadonlyMap<PlacementKind, readonly AverageFee[]>;

/** Of which type of placement an offer is; undefined where it does not say. */
export const typeOffered = ({ kind }: Offer): PlacementKind | undefined => {
  const group = kind && kindOfHome(kind).group;
  return group && TYPE_OF[group];
};

/** Whether somebody may read what any placement costs, and so an average of however few. */
export const seesAllCosts = ({ actor }: SignedIn, { today }: Pick<SearchView, 'today'>): boolean => {
  const answer = mayAttempt({ actor, action: 'list-commitments', on: today });
  return answer.kind === 'may' && answer.grants.some(({ scope }) => scope === 'authority');
};

/** What placements of each type offered cost on average, of the agreements in force and without the child's own. */
export const averagesForTypes = (
  world: World,
  { authority, person }: SignedIn,
  { child }: Pick<SearchView, 'child'>,
  types: ReadonlySet<PlacementKind>,
): Promise<AveragesByType> =>
  asTenantReading(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => {
    const { present, today } = await loadChildren(tx, world, authority.id, undefined);
    const prices = present.context.records?.placementPrices ?? [];
    return new Map(
      [...types].map((kind) => [kind, averageFees(prices, { kind, on: today, but: child.id })] as const),
    );
  });

/** As somebody may read them: an average of few says what single placements cost, and is for those who may read that. */
export const averagesShown = (averages: AveragesByType, seesAll: boolean): AveragesByType =>
  seesAll
    ? averages
    : new Map(
        [...averages].map(([kind, of]) => [kind, of.filter(({ placements }) => placements >= FEW_PRICES)]),
      );
