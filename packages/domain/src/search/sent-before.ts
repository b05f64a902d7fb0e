import type { Answers } from '../form/form.ts';
import { sameAnswers } from '../form/merge-answers.ts';
import type { Offer } from './offer.ts';

/** What a provider has sent to a referral already, as an offer that it sends now has to do with it. */
export type SentBefore =
  /** The same, word for word, and it still stands: sent twice it is one offer. */
  | { readonly kind: 'same'; readonly offer: Offer }
  /** Others that stand, and that whoever filled in the form could not see. */
  | { readonly kind: 'unseen'; readonly offers: readonly Offer[] };

/** Undefined where nothing keeps it from being sent. `known`: how many offers of the provider there were when the form was shown. */
export const sentBefore = (
  offers: readonly Offer[],
  { said, known }: { readonly said: Answers; readonly known: number },
): SentBefore | undefined => {
  const same = offers.find((offer) => offer.withdrawn === undefined && sameAnswers(offer.said, said));
  if (same !== undefined) return { kind: 'same', offer: same };
  const unseen = offers.slice(Math.max(0, known)).filter(({ withdrawn }) => withdrawn === undefined);
  return unseen.length === 0 ? undefined : { kind: 'unseen', offers: unseen };
};
