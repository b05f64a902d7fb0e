import type { SearchView } from '@rightplace/app';
import { type Addition, dayInWords, momentInWords, type Offer } from '@rightplace/domain';
import { dataTable, type Html, html } from '../../kit/index.ts';
import { weekly } from './search-words.ts';

export const additionsPart = (additions: readonly Addition[], caption: string): Html | false =>
  additions.length > 0 &&
  dataTable({
    caption,
    captionSize: 'm',
    stacks: true,
    rows: additions,
    columns: [
      { key: 'what', header: 'What' },
      { key: 'weekly', header: 'A week', numeric: true, cell: ({ weekly: price }) => weekly(price) },
      { key: 'starts', header: 'From', nowrap: true, cell: ({ starts }) => dayInWords(starts) },
      {
        key: 'ends',
        header: 'Until',
        nowrap: true,
        cell: ({ ends }) => (ends === undefined ? 'No end' : dayInWords(ends)),
      },
      { key: 'why', header: 'Why' },
    ],
  });

/** Where additions were agreed otherwise than they were offered. */
export const agreedAdditionsPart = ({ agreed }: SearchView, offer: Offer): Html | false => {
  if (agreed === undefined || (offer.additions.length === 0 && agreed.additions.length === 0)) return false;
  return agreed.additions.length === 0
    ? html`<p class="govuk-body"><strong>None of these additions was agreed</strong>, so nothing is added to the core fee.</p>`
    : html`${additionsPart(agreed.additions, 'What is added to the core fee, as it was agreed')}`;
};

export const figuresPart = ({ figures, core }: Offer): Html | false =>
  figures.length > 0 &&
  html`${dataTable({
    caption: 'Figures proposed',
    captionSize: 'm',
    stacks: true,
    rows: figures,
    columns: [
      { key: 'at', header: 'Written down', cell: ({ at }) => momentInWords(at) },
      { key: 'by', header: 'By whom', cell: ({ by }) => (by === 'us' ? 'Us' : 'The provider') },
      { key: 'weekly', header: 'Core fee a week', numeric: true, cell: ({ weekly: price }) => weekly(price) },
      {
        key: 'words',
        header: 'With what, and why',
        cell: ({ words, where }) => html`${words}<br><span class="app-quiet">${where}</span>`,
      },
    ],
  })}
<p class="govuk-body-s">The offer was ${weekly(core)} a week.</p>`;
