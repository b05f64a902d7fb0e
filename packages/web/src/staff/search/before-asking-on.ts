import type { SearchView } from '@rightplace/app';
import type { Offer } from '@rightplace/domain';
import { button, type Html, html, link } from '../../kit/index.ts';
import { searchPaths } from './search-paths.ts';

type OfAsking = Pick<SearchView, 'id' | 'tiers' | 'standing' | 'asksHomes' | 'writes'>;

const isUnread = ({ sharedFirst, unsuitable, notWanted, withdrawn }: Offer): boolean =>
  [sharedFirst, unsuitable, notWanted, withdrawn].every((said) => said === undefined);

/** Offers of which the officer has said nothing yet: neither shared nor unsuitable. */
const unreadOffers = ({ standing: { search }, asksHomes, writes }: OfAsking): readonly Offer[] =>
  asksHomes && writes.has('shared') ? search.offers.filter(isUnread) : [];

/** Whether a tier is open in which nobody was asked yet. */
const isNobodyAsked = ({ tiers, standing: { search }, asksHomes }: OfAsking): boolean => {
  const open = tiers.filter(({ isOpen }) => isOpen).map(({ tier }) => tier);
  return asksHomes && open.length > 0 && !search.approaches.some(({ tier }) => open.includes(tier));
};

/** Whether something is to be done in the tiers that are open before the next is asked. */
export const isBeforeAskingOn = (view: OfAsking): boolean =>
  unreadOffers(view).length > 0 || isNobodyAsked(view);

const offerLink = (caseId: string, { number, home }: Offer): Html =>
  link(searchPaths.searchOffer({ caseId, entry: String(number) }), home);

/** What the officer does first in the tiers that are open: asks somebody, or reads what was offered. */
export const beforeAskingOn = (view: OfAsking): Html | false => {
  const caseId = String(view.id);
  const [first, ...others] = unreadOffers(view);
  return (
    isBeforeAskingOn(view) &&
    html`${first !== undefined && html`<p class="govuk-body">${others.length === 0 ? 'An offer waits' : `${others.length + 1} offers wait`} for you to share or to set aside: ${offerLink(caseId, first)}${others.map((offer) => html`, ${offerLink(caseId, offer)}`)}.</p>`}
${isNobodyAsked(view) && button({ text: 'Choose whom to approach', href: searchPaths.homesToAsk({ caseId }) })}`
  );
};
