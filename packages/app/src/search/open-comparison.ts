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
import { readSearch, type SearchView } from './open-search.ts';

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
  const read = await readSearch(world, signedIn, id);
  if (read.kind === 'refused') return read;
  const { search } = read;
  const types = new Set(
    search.standing.search.offers.filter(isOpenToChoose).flatMap((offer) => typeOffered(offer) ?? []),
  );
  const averages = averagesForTypes(read, types);
  return { kind: 'comparison', search, averages: averagesShown(averages, seesAllCosts(signedIn, search)) };
};
