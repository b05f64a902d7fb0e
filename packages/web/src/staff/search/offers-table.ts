import type { SearchView } from '@rightplace/app';
import {
  additionsInShort,
  dayInWords,
  kindOfHome,
  OFFER_JUDGEMENTS,
  type Offer,
  SEARCH_TIERS,
} from '@rightplace/domain';
import { dataTable, type Html, html, link } from '../../kit/index.ts';
import { searchPaths } from './search-paths.ts';
import { offerStanding, weekly } from './search-words.ts';

export const judgementOf = ({ said }: Offer): string => {
  const word = typeof said.judgement === 'string' ? said.judgement : '';
  const words =
    word in OFFER_JUDGEMENTS ? OFFER_JUDGEMENTS[word as keyof typeof OFFER_JUDGEMENTS] : 'Not said';
  return typeof said['inspected-on'] === 'string'
    ? `${words}, ${dayInWords(said['inspected-on'] as never)}`
    : words;
};

/** Every offer of a search, with how it stands. */
export const offersTable = (view: SearchView): Html => {
  const { search } = view.standing;
  return dataTable<Offer>({
    caption: 'Offers',
    captionSize: 'm',
    stacks: true,
    rows: search.offers,
    empty: 'Nothing has been offered yet.',
    columns: [
      {
        key: 'home',
        header: 'Home',
        cell: ({ number, home, provider }) =>
          html`${link(searchPaths.searchOffer({ caseId: String(view.id), entry: String(number) }), home)}<br><span class="app-quiet">${provider}</span>`,
      },
      {
        key: 'kind',
        header: 'Kind',
        cell: ({ kind, tier }) =>
          html`${kind === undefined ? 'Not said' : kindOfHome(kind).title}<br><span class="app-quiet">${SEARCH_TIERS[tier]}</span>`,
      },
      { key: 'judgement', header: 'Ofsted', cell: judgementOf },
      {
        key: 'weekly',
        header: 'Core fee a week',
        numeric: true,
        cell: (offer) => `${weekly(offer.core)}${additionsInShort(offer)}`,
      },
      {
        key: 'starts',
        header: 'From',
        nowrap: true,
        cell: ({ startsOn }) => (startsOn === undefined ? 'Not said' : dayInWords(startsOn)),
      },
      { key: 'standing', header: 'How it stands', cell: (offer) => offerStanding(offer, view.standing) },
    ],
  });
};
