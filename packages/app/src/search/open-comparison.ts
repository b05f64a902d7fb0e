import { type ChildRefusal, isOpenToChoose } from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  type AveragesShown,
  averagesForTypes,
  averagesShown,
  seesAllCosts,
  typeOffered,
} from './averages-for-type.ts';
import { openSearch, type SearchView } from './open-search.ts';

/** Offers side by side, with what their types cost on average. */
export interface ComparisonView {
  readonly kind: 'comparison';
  readonly search: SearchView;
  readonly averages: AveragesShown;
}

export const openComparison = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<ComparisonView | ChildRefusal> => {
  const search = await openSearch(world, signedIn, id);
  if (search.kind === 'refused') return search;
  const types = new Set(
    search.standing.search.offers.filter(isOpenToChoose).flatMap((offer) => typeOffered(offer) ?? []),
  );
  const averages = await averagesForTypes(world, signedIn, search, types);
  return { kind: 'comparison', search, averages: averagesShown(averages, seesAllCosts(signedIn, search)) };
};
