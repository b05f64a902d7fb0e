import { openSearch, type SignedIn, type World } from '@rightplace/app';
import { isToChoose } from '@rightplace/domain';

/** That an offer came while somebody wrote that they choose none: it was not on their page, and is not declined with the others. */
export const notDeclined = async (
  world: World,
  signedIn: SignedIn,
  { id, step }: { readonly id: number; readonly step: string },
): Promise<string | undefined> => {
  if (step !== 'decline-all') return undefined;
  const view = await openSearch(world, signedIn, id);
  if (view.kind === 'refused') return undefined;
  const { standing } = view;
  const left = standing.search.offers.filter((offer) => isToChoose(offer, standing));
  return left.length === 0
    ? undefined
    : `${left.map(({ home, provider }) => `${home}, ${provider}`).join('; ')}: shared with you in the meantime, and not declined with the others. The placements team can put it to you.`;
};
