import { daysBetween } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import { formatMoney } from '../money/format-money.ts';
import { pence } from '../money/pence.ts';
import type { Addition, Offer } from './offer.ts';

const forHowLong = ({ starts, ends }: Addition): string => {
  if (ends === undefined) return '';
  const nights = daysBetween(starts, ends) + 1;
  if (nights % 7 !== 0) return ` for ${nights} ${nights === 1 ? 'night' : 'nights'}`;
  return nights === 7 ? ' for 1 week' : ` for ${nights / 7} weeks`;
};

/** That something comes to the core fee, briefly: ", and £120 for 4 weeks"; " and additions" of several. Empty where nothing does. */
export const additionsInShort = ({ additions }: Pick<Offer, 'additions'>): string => {
  const [only, ...more] = additions;
  if (only === undefined) return '';
  return more.length > 0
    ? ' and additions'
    : `, and ${formatMoney(pence(only.weekly))} a week${forHowLong(only)}`;
};

/** An offer where it is chosen among others: of one home there may be several, at other prices or from other days. */
export const offerToChoose = (offer: Pick<Offer, 'key' | 'core' | 'additions' | 'startsOn'>): string =>
  `${offer.key}, ${formatMoney(pence(offer.core))} a week${additionsInShort(offer)}${
    offer.startsOn === undefined ? '' : `, from ${dayInWords(offer.startsOn)}`
  }`;
