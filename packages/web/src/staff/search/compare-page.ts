import { type ComparisonView, type Distances, type SearchView, typeOffered } from '@rightplace/app';
import {
  type Answer,
  type Answers,
  type ComparedNeed,
  type ComparedOffer,
  type Comparison,
  compareOffers,
  dayInWords,
  FITS,
  type Fit,
  formatMoney,
  type GateStanding,
  gateMeaning,
  isToChoose,
  type Offer,
  parseDay,
  SCHOOL_POSTCODE,
  weeksPlanned,
} from '@rightplace/domain';
import {
  button,
  capitalised,
  count,
  dataTable,
  type Html,
  heading,
  html,
  input,
  link,
  status,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { averageInWords } from './average-words.ts';
import { judgementOf } from './offers-table.ts';
import { searchPaths } from './search-paths.ts';
import {
  childName,
  lostInWords,
  milesInWords,
  offerStanding,
  placeOf,
  priceBasisOf,
  searchAddress,
  weekly,
} from './search-words.ts';

const USUAL_WEEKS = 26;
const MOST_WEEKS = 520;

const wordOf = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');

/** For how long it is compared: as asked, else as the request plans it, else half a year. */
export const weeksFrom = (query: URLSearchParams, request: Answers): number => {
  const typed = Number(query.get('weeks'));
  return Number.isInteger(typed) && typed > 0 && typed <= MOST_WEEKS
    ? typed
    : Math.min(MOST_WEEKS, weeksPlanned(wordOf(request['how-long'])) ?? USUAL_WEEKS);
};

const FIT_COLOURS = { met: 'green', partly: 'yellow', not: 'red', unknown: 'grey' } as const;
const fitWords = (fit: Fit): string => (fit === 'unknown' ? 'Not known' : FITS[fit]);
const fitCell = (fit: Fit): Html => status(fitWords(fit), FIT_COLOURS[fit]);

interface Row {
  readonly title: string;
  readonly wanted: string;
  readonly cell: (compared: ComparedOffer, at: number) => Html | string;
}

const needRow = ({ title, wanted, fits }: ComparedNeed): Row => ({
  title,
  wanted,
  cell: (_, at) => fitCell(fits[at] ?? 'unknown'),
});

/** What stands in the way of each, so that nobody sets their heart on a home that the law closes. */
const gatesInWords = (gates: readonly GateStanding[], isInadequate: boolean): Html | string => {
  const shut = gates.filter(({ isShut }) => isShut);
  return shut.length === 0 && !isInadequate
    ? 'Nothing, as far as is known'
    : html`<ul class="govuk-list">${shut.map(({ id }) => html`<li>${status('Shut', 'red')} ${gateMeaning(id).title}</li>`)}${isInadequate && html`<li>${status('Inadequate', 'red')} The director alone may approve it, and says why</li>`}</ul>`;
};

/** Of a type of which nothing is known, too few are known. */
const averageOf =
  (averages: ComparisonView['averages']) =>
  ({ offer }: ComparedOffer): string => {
    const type = typeOffered(offer);
    return averageInWords(type && (averages.get(type) ?? []));
  };

const factRows = ({ search: view, averages }: ComparisonView, weeks: number): readonly Row[] => {
  const distance =
    (of: keyof Distances) =>
    ({ offer }: ComparedOffer): string =>
      milesInWords(view.distances.get(offer.number)?.[of]);
  const fact = (title: string, cell: Row['cell']): Row => ({ title, wanted: '', cell });
  return [
    fact('Address', ({ offer }) => placeOf(view, offer) || 'Not said'),
    fact('Distance from the family’s home', distance('fromFamilyHome')),
    fact('Distance from where the child lives now', distance('fromHomeNow')),
    fact('Distance from school', distance('fromSchool')),
    fact('Ofsted', ({ offer }) => judgementOf(offer)),
    fact('What the law asks first', ({ offer }) =>
      gatesInWords(view.standing.gatesOf(offer), view.standing.isInadequateHome(offer)),
    ),
    fact('From which day', ({ offer }) =>
      offer.startsOn === undefined ? 'Not said' : dayInWords(offer.startsOn),
    ),
    fact('Core fee a week', ({ offer }) =>
      offer.number === view.standing.chosen?.number && view.agreed !== undefined
        ? `${weekly(offer.core)}, as agreed`
        : weekly(offer.core),
    ),
    fact('Average core fee of its type', averageOf(averages)),
    fact('A week at first, with additions', ({ weeklyAtFirst }) => weekly(weeklyAtFirst)),
    fact('A week when additions have ended', ({ weeklyLater }) => weekly(weeklyLater)),
    fact(`Over ${count(weeks, 'week')}`, ({ over }) =>
      over.additions === 0
        ? formatMoney(over.all)
        : `${formatMoney(over.all)}, of which ${formatMoney(over.additions)} added`,
    ),
    fact('Terms of the price', ({ offer }) => priceBasisOf(offer) ?? 'Not said'),
    fact('Conditions', ({ offer }) =>
      typeof offer.said.conditions === 'string' ? offer.said.conditions : 'None said',
    ),
    fact('What it does not say', ({ missing }) =>
      missing.length === 0 ? 'Nothing is missing' : capitalised(missing.join(', ')),
    ),
  ];
};

/** How each stands, where one of them was chosen before and the choice came to nothing. */
const standingRows = ({ standing }: SearchView, offers: readonly ComparedOffer[]): readonly Row[] =>
  offers.some(({ offer }) => lostInWords(offer, standing) !== undefined)
    ? [{ title: 'How it stands', wanted: '', cell: ({ offer }) => offerStanding(offer, standing) }]
    : [];

const comparisonTable = (shown: ComparisonView, { needs, offers }: Comparison, weeks: number): Html =>
  dataTable<Row>({
    caption: 'Need by need, as the request asks',
    captionSize: 'm',
    stacks: true,
    scroll: offers.length > 3,
    rows: [...standingRows(shown.search, offers), ...needs.map(needRow), ...factRows(shown, weeks)],
    columns: [
      {
        key: 'need',
        header: 'What is needed',
        cell: ({ title, wanted }) =>
          html`${title}${wanted !== '' && html`<br><span class="app-quiet">${wanted}</span>`}`,
      },
      ...offers.map((compared, at) => ({
        key: String(compared.offer.number),
        header: `${compared.offer.key}, ${compared.offer.provider}`,
        cell: (row: Row) => row.cell(compared, at),
      })),
    ],
  });

const weeksForm = (view: SearchView, weeks: number): Html =>
  html`<form method="get" action="${searchPaths.compareOffers({ caseId: String(view.id) })}" class="app-no-print">
${input({ id: 'weeks', name: 'weeks', label: { text: 'Compare the cost over how many weeks?' }, hint: { text: wordOf(view.request['how-long']) === '' ? `Between 1 and ${MOST_WEEKS}.` : `The request says: ${wordOf(view.request['how-long'])}` }, classes: 'govuk-input--width-3', inputmode: 'numeric', value: String(weeks) })}
${button({ text: 'Work it out', classes: 'govuk-button--secondary' })}</form>`;

/** The choice, and the full choice of none of them, for whoever may make it now. */
const choicePart = (view: SearchView): Html | false => {
  const ways = view.steps.filter(
    ({ id, refusal }) => (id === 'choose' || id === 'decline-all') && refusal === undefined,
  );
  return (
    ways.length > 0 &&
    html`<div class="govuk-button-group app-no-print">${ways.map(({ id, button: text }) => button({ text, href: staffPaths.caseStep({ caseId: String(view.id), stepId: id }, { from: 'compare' }), classes: id === 'choose' ? '' : 'govuk-button--secondary' }))}</div>`
  );
};

/** What is chosen is compared at the price that was agreed for it. */
const atItsPrice = ({ agreed, standing }: SearchView, offer: Offer): Offer =>
  offer.number === standing.chosen?.number ? { ...offer, ...agreed } : offer;

const left = ({ standing }: SearchView, offer: Offer): string => {
  const lost = lostInWords(offer, standing);
  return `${leftBecause(offer)}${lost === undefined ? '' : `. ${lost}`}`;
};

const leftBecause = ({ withdrawn, unsuitable, shared }: Offer): string =>
  withdrawn !== undefined
    ? 'withdrawn'
    : unsuitable !== undefined
      ? 'not shared'
      : shared !== undefined
        ? 'declined with the others'
        : 'not shared yet';

/** Offers side by side, for whoever chooses: how far each fits, what it costs, and what it leaves open. */
export const comparePage = (compared: ComparisonView, weeks: number): Page => {
  const { search: view } = compared;
  const { offers } = view.standing.search;
  const isShown = (offer: Offer): boolean =>
    isToChoose(offer, view.standing) || offer.number === view.standing.chosen?.number;
  const shown = offers.filter(isShown).map((offer) => atItsPrice(view, offer));
  const others = offers.filter((offer) => !isShown(offer));
  const needed = view.request['needed-from'];
  const comparison = compareOffers(shown, {
    request: view.request,
    neededFrom: (typeof needed === 'string' ? parseDay(needed) : undefined) ?? view.today,
    nights: weeks * 7,
  });
  return page({
    title: `Offers compared: ${childName(view)}`,
    section: 'searches',
    width: 'wide',
    childrenNamed: [view.child.id],
    backLink: { href: searchAddress(view), text: 'Back to the search' },
    main: html`${heading(1, 'Offers compared', { caption: `A home for ${childName(view)}` })}
${
  shown.length === 0
    ? html`<p class="govuk-body app-empty">${others.some(({ shared, withdrawn }) => shared !== undefined && withdrawn === undefined) ? 'No offer is before the social worker now: those that were shared were declined.' : 'No offer is shared with the social worker yet.'}</p>`
    : html`${choicePart(view)}${weeksForm(view, weeks)}${comparisonTable(compared, comparison, weeks)}
<p class="govuk-body-s">The average is of the authority’s own agreements in force, without this child’s. Distances are in a straight line, from the middle of each postcode’s area.${wordOf(view.request[SCHOOL_POSTCODE]) === '' && ' Where the school is, the request does not say.'}</p>`
}
${others.length > 0 && html`${heading(2, 'Offers that are not among them')}<ul class="govuk-list govuk-list--bullet">${others.map((offer) => html`<li>${link(searchPaths.searchOffer({ caseId: String(view.id), entry: String(offer.number) }, { from: 'compare' }), offer.home)}: ${left(view, offer)}</li>`)}</ul>`}`,
  });
};
