import { OFFER_QUESTIONS, type Offer, searchFrom, textSaid } from '@rightplace/domain';
import { listSearchEntries, type Tx } from '@rightplace/store';
import type { AgreedPlacement } from './agreed-placements.ts';

/** The offer that an agreement was made of, as the search has it. */
export const offerAgreed = async (
  tx: Tx,
  { agreement, case: found }: AgreedPlacement,
): Promise<Offer | undefined> =>
  searchFrom(await listSearchEntries(tx, found.id)).offers.find(({ key }) => key === agreement.offer);

/** With whom it was agreed and on which terms, as far as the search says. */
export interface AgreedWith {
  readonly provider: string | undefined;
  /** "Framework". */
  readonly terms: string | undefined;
  /** The home's, or the agency's, number with Ofsted. */
  readonly urn: string | undefined;
}

const TERMS = OFFER_QUESTIONS.find(({ name }) => name === 'price-basis');

const wordOf = (given: unknown): string | undefined => textSaid(given) || undefined;

export const agreedWith = (offer: Offer | undefined): AgreedWith => {
  const basis = wordOf(offer?.said['price-basis']);
  return {
    provider: wordOf(offer?.provider),
    terms: basis !== undefined && TERMS?.kind === 'one-of' ? TERMS.options[basis] : undefined,
    urn: wordOf(offer?.said['urn']),
  };
};
