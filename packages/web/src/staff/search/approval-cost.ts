import type { ApprovalView } from '@rightplace/app';
import {
  type Addition,
  type AverageFee,
  additionsInShort,
  costOver,
  dayInWords,
  formatMoney,
  londonDayOf,
  momentInWords,
  nightsOfAddition,
  notAgreed,
  notOffered,
  type Offer,
  offersOfHome,
  offerWeeklyOn,
  PURCHASE_ROUTES,
  pence,
} from '@rightplace/domain';
import { count, dataTable, type Html, heading, html, insetText, summaryList } from '../../kit/index.ts';
import { averageInWords, ofHowMany } from './average-words.ts';
import { priceBasisOf } from './search-words.ts';

export const money = (amount: number): string => formatMoney(pence(amount));

const difference = (core: number, average: number): string =>
  core === average
    ? 'The same'
    : core > average
      ? `${money(core - average)} more`
      : `${money(average - core)} less`;

const averagesPart = ({ averages, averagesShown, price: { core } }: ApprovalView): Html =>
  averages === undefined
    ? html`<p class="govuk-body">Average core fee of its type: ${averageInWords(averagesShown)}.</p>`
    : dataTable<AverageFee>({
        caption: 'Beside the average for this type, of the authority’s own agreements in force',
        captionSize: 's',
        stacks: true,
        rows: averages,
        columns: [
          { key: 'route', header: 'Bought by', cell: ({ route }) => PURCHASE_ROUTES[route] },
          {
            key: 'core',
            header: 'Average core fee a week',
            numeric: true,
            cell: ({ core: mean }) => (mean === undefined ? 'None' : money(mean)),
          },
          {
            key: 'total',
            header: 'With additions',
            numeric: true,
            cell: ({ total }) => (total === undefined ? 'None' : money(total)),
          },
          {
            key: 'difference',
            header: 'This home’s core fee',
            cell: ({ core: mean }) =>
              mean === undefined ? 'Nothing to compare with' : difference(core, mean),
          },
          { key: 'placements', header: 'From', cell: ofHowMany },
        ],
      });

const additionInWords = (addition: Addition): string =>
  `${money(addition.weekly)} a week, ${nightsOfAddition(addition)}: ${addition.why}`;

const offerInWords = (offer: Offer): string =>
  `${money(offer.core)} a week${additionsInShort(offer)}, on ${dayInWords(londonDayOf(offer.at))}${offer.withdrawn === undefined ? '' : ', withdrawn'}`;

/** Where the terms were agreed again after the home was before the director. */
const changedPart = ({ search: { termsChanged: changed } }: ApprovalView): Html | false => {
  if (changed === undefined) return false;
  const when = momentInWords(changed.at);
  return insetText(
    changed.changes.length === 0
      ? {
          text: `The terms were agreed again since the home was put to the director on ${when}. The price is as it was.`,
        }
      : {
          html: html`<p class="govuk-body">Agreed again since the home was put to the director on ${when}:</p>
<ul class="govuk-list govuk-list--bullet">${changed.changes.map((change) => html`<li>${change}</li>`)}</ul>`,
        },
  );
};

/** What the home costs, as it was agreed, beside what was offered, what was agreed before and what such homes cost. */
export const costPart = (view: ApprovalView, weeks: number): Html => {
  const { chosen, price, isAgreed, search } = view;
  const from = chosen.startsOn ?? search.today;
  const over = costOver(price, { from, nights: weeks * 7 });
  const struck = notAgreed(chosen, price);
  const added = notOffered(chosen, price);
  const isOtherwise = price.core !== chosen.core || struck.length > 0 || added.length > 0;
  const others = offersOfHome(chosen, search.standing.search.offers).filter(
    ({ number }) => number !== chosen.number,
  );
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return html`${heading(2, 'What it costs')}
${changedPart(view)}
${summaryList({
  rows: [
    row('Core fee a week', `${money(price.core)}${isAgreed ? '' : ', as offered: nothing is agreed yet'}`),
    row('A week at first, with additions', money(offerWeeklyOn(price, from))),
    ...(isOtherwise
      ? [
          row(
            others.length === 0 ? 'As it was first offered' : 'As the chosen offer said',
            `Core fee ${money(chosen.core)} a week, ${money(offerWeeklyOn(chosen, from))} at first with additions`,
          ),
        ]
      : []),
    ...(others.length === 0
      ? []
      : [row('Offered besides, the same home', others.map(offerInWords).join('; '))]),
    row(
      `Over ${count(weeks, 'week')}`,
      `${money(over.all)}${over.additions === 0 ? '' : `, of which ${money(over.additions)} is added`}`,
    ),
    row('Bought by', priceBasisOf(chosen) ?? 'Not said'),
    ...price.additions
      .filter((addition) => chosen.additions.includes(addition))
      .map((addition) => row(addition.what, additionInWords(addition))),
    ...added.map((addition) =>
      row(
        `${addition.what}: ${addition.how === 'new' ? 'not in the offer' : 'agreed otherwise than offered'}`,
        additionInWords(addition),
      ),
    ),
    ...struck.map((addition) =>
      row(
        `${addition.what}: not agreed`,
        `Offered for ${money(addition.weekly)} a week, ${nightsOfAddition(addition)}. It is not paid as it was offered.`,
      ),
    ),
  ],
})}
${averagesPart(view)}`;
};
