import type { SearchView } from '@rightplace/app';
import type { Offer } from '@rightplace/domain';
import { type Html, heading, html, summaryList } from '../../kit/index.ts';
import { milesInWords, placeOf } from './search-words.ts';

const NOWHERE =
  'The offer gives neither an address nor a postcode, and there is none in the register for it that you may see. How far it is cannot be said here.';

/** Where an offered home is, and how far from where the child is at home, lives now and goes to school. */
export const wherePart = (view: SearchView, offer: Offer): Html => {
  const place = placeOf(view, offer);
  const away = view.distances.get(offer.number);
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return place === ''
    ? html`${heading(2, 'Where it is')}<p class="govuk-body">${NOWHERE}</p>`
    : html`${heading(2, 'Where it is')}
${summaryList({
  rows: [
    row('Address', place),
    row('From the family’s home', milesInWords(away?.fromFamilyHome)),
    row('From where the child lives now', milesInWords(away?.fromHomeNow)),
    row('From school', milesInWords(away?.fromSchool)),
  ],
})}`;
};
