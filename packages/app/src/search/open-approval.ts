import type { AgreedPrice, AverageFee, ChildRefusal, Offer } from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  type AverageShown,
  averagesForTypes,
  averagesShown,
  seesAllCosts,
  typeOffered,
} from './averages-for-type.ts';
import { readSearch, type SearchView } from './open-search.ts';

/** What the director decides on, besides what a search's own pages say. */
export interface ApprovalView {
  readonly kind: 'approval';
  readonly search: SearchView;
  readonly chosen: Offer;
  /** As it was agreed; as it was offered until something is. */
  readonly price: AgreedPrice;
  readonly isAgreed: boolean;
  /** Framework beside spot, of the same type; undefined for whoever does not see what placements cost. */
  readonly averages: readonly AverageFee[] | undefined;
  /** The same as this person may read them, as where offers are compared; undefined where the offer does not say of which type it is. */
  readonly averagesShown: readonly AverageShown[] | undefined;
}

/** A home that was chosen, with everything that the director weighs; undefined where none is chosen. */
export const openApproval = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<ApprovalView | ChildRefusal | undefined> => {
  const read = await readSearch(world, signedIn, id);
  if (read.kind === 'refused') return read;
  const { search } = read;
  const { chosen } = search.standing;
  if (chosen === undefined) return undefined;
  const type = typeOffered(chosen);
  const seesAll = seesAllCosts(signedIn, search);
  const averages = averagesForTypes(read, new Set(type === undefined ? [] : [type]));
  const { agreed } = search;
  return {
    kind: 'approval',
    search,
    chosen,
    price: agreed ?? chosen,
    isAgreed: agreed !== undefined,
    averages: type === undefined || !seesAll ? undefined : averages.get(type),
    averagesShown: type && averagesShown(averages, seesAll).get(type),
  };
};
