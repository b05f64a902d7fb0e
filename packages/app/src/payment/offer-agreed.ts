import { OFFER_QUESTIONS, type Offer, offersOfHome, searchFrom, textSaid } from '@rightplace/domain';
import { listSearchEntries, type Tx } from '@rightplace/store';
import type { AgreedPlacement } from './agreed-placements.ts';

/** An offer with every offer of the same home by its provider in the search, in the order in which they came; itself among them. */
export interface OfHome {
  readonly offer: Offer;
  readonly ofHome: readonly Offer[];
}

/** The offer that an agreement was made of, and those of the same home, as the search has them. */
export const offersAgreedOf = async (
  tx: Tx,
  { agreement, case: found }: AgreedPlacement,
): Promise<OfHome | undefined> => {
  const { offers } = searchFrom(await listSearchEntries(tx, found.id));
  const offer = offers.find(({ key }) => key === agreement.offer);
  return offer && { offer, ofHome: offersOfHome(offer, offers) };
};

export const offerAgreed = async (tx: Tx, placement: AgreedPlacement): Promise<Offer | undefined> =>
  (await offersAgreedOf(tx, placement))?.offer;

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
