import type { ApprovalView } from '@rightplace/app';
import {
  type Addition,
  ALL_CHECKS,
  type AverageFee,
  answersInWords,
  CHECKS,
  checksTally,
  checksWaived,
  costOver,
  ENTRY_KINDS,
  FEW_PRICES,
  type FormQuestion,
  formatMoneyInFull,
  type GateStanding,
  gateMeaning,
  kindOfHome,
  momentInWords,
  nightsOfAddition,
  notAgreed,
  notOffered,
  type Offer,
  offerWeeklyOn,
  PLACEMENT_REQUEST_EVIDENCE,
  PURCHASE_ROUTES,
  pence,
  questionsOf,
} from '@rightplace/domain';
import {
  button,
  count,
  dataTable,
  type Html,
  heading,
  html,
  insetText,
  link,
  status,
  summaryList,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { saidInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';
import { judgementOf } from './offers-table.ts';
import { searchPaths } from './search-paths.ts';
import {
  childName,
  INADEQUATE_WORDS,
  milesInWords,
  offerStanding,
  placeOf,
  priceBasisOf,
  searchAddress,
  waivedPart,
  writeAddress,
} from './search-words.ts';

/** Who the child is and what is needed, in the words of the request; the rest of it is a link away. */
const OF_THE_CHILD = [
  'at-their-best',
  'child-view',
  'siblings',
  'health',
  'adaptations-what',
  'school',
  'family-time',
  'deprivation-of-liberty',
  'lives-with',
  'matching',
  'needed-from',
  'where',
  'how-long',
  'suits-why',
  'more-support',
];

/** What the child, or others, have to be kept safe from, when it happens and what helps. */
const isOfRisk = (name: string): boolean => name.startsWith('risks');

const asked: readonly FormQuestion[] = questionsOf(PLACEMENT_REQUEST_EVIDENCE).filter(
  ({ name }) => OF_THE_CHILD.includes(name) || isOfRisk(name),
);

const money = (amount: number): string => formatMoneyInFull(pence(amount));

const childPart = ({ search }: ApprovalView): Html =>
  html`${heading(2, 'The child, and what is needed')}
${saidInWords(answersInWords(asked, search.request))}`;

const wherePart = ({ search, chosen }: ApprovalView): Html => {
  const away = search.distances.get(chosen.number);
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  if (placeOf(chosen) === '')
    return html`${heading(2, 'Where it is')}<p class="govuk-body">The offer gives neither an address nor a postcode, so nobody can say how far it is.</p>`;
  return html`${heading(2, 'Where it is')}
${summaryList({
  rows: [
    row('Address', placeOf(chosen)),
    row('From the family’s home', milesInWords(away?.fromFamilyHome)),
    row('From where the child lives now', milesInWords(away?.fromHomeNow)),
    row('From school', milesInWords(away?.fromSchool)),
  ],
})}`;
};

const optionsPart = ({ search }: ApprovalView): Html =>
  html`${dataTable<Offer>({
    caption: 'Options considered',
    captionSize: 'm',
    stacks: true,
    rows: search.standing.search.offers,
    columns: [
      {
        key: 'home',
        header: 'Home',
        cell: ({ home, provider, kind }) =>
          html`${home}, ${provider}<br><span class="app-quiet">${kind === undefined ? 'Type not said' : kindOfHome(kind).title}</span>`,
      },
      { key: 'judgement', header: 'Ofsted', cell: judgementOf },
      { key: 'weekly', header: 'Core fee a week', numeric: true, cell: ({ core }) => money(core) },
      {
        key: 'standing',
        header: 'What became of it',
        cell: (offer) => offerStanding(offer, search.standing),
      },
    ],
  })}
<p class="govuk-body-s">${count(search.standing.search.counts.approached, 'approach', 'approaches')}, ${count(search.standing.search.counts.replied, 'reply', 'replies')}. <span class="app-no-print">${link(searchPaths.compareOffers({ caseId: String(search.id) }), 'Compare the offers need by need')}</span></p>`;

const whyPart = ({ search }: ApprovalView): Html =>
  html`${heading(2, 'Why this home')}
${search.proposal.map(({ sentence, at, said }) => html`<p class="govuk-body${said.length > 0 && ' app-asked'}"><strong>${sentence}</strong>, ${momentInWords(at)}</p>${saidInWords(said)}`)}`;

const difference = (core: number, average: number): string =>
  core === average
    ? 'The same'
    : core > average
      ? `${money(core - average)} more`
      : `${money(average - core)} less`;

const fewOf = ({ placements }: AverageFee): string =>
  placements === 0
    ? 'No agreement in force'
    : `${count(placements, 'placement', 'placements')}${placements < FEW_PRICES ? ': few, so read it with care' : ''}`;

const averagesPart = ({ averages, hasType, price: { core } }: ApprovalView): Html =>
  averages === undefined
    ? html`<p class="govuk-body">${hasType ? 'The average of such placements is for those who see what all placements cost.' : 'There is no comparison with the average: the offer does not say of which type the home is.'}</p>`
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
          { key: 'placements', header: 'From', cell: fewOf },
        ],
      });

const additionInWords = (addition: Addition): string =>
  `${money(addition.weekly)} a week, ${nightsOfAddition(addition)}: ${addition.why}`;

const costPart = (view: ApprovalView, weeks: number): Html => {
  const { chosen, price, isAgreed, search } = view;
  const from = chosen.startsOn ?? search.today;
  const over = costOver(price, { from, nights: weeks * 7 });
  const struck = notAgreed(chosen, price);
  const added = notOffered(chosen, price);
  const isOtherwise = price.core !== chosen.core || struck.length > 0 || added.length > 0;
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return html`${heading(2, 'What it costs')}
${summaryList({
  rows: [
    row('Core fee a week', `${money(price.core)}${isAgreed ? '' : ', as offered: nothing is agreed yet'}`),
    row('A week at first, with additions', money(offerWeeklyOn(price, from))),
    ...(isOtherwise
      ? [
          row(
            'As it was first offered',
            `Core fee ${money(chosen.core)} a week, ${money(offerWeeklyOn(chosen, from))} at first with additions`,
          ),
        ]
      : []),
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

/** For whoever may open it. */
const opensGate = ({ search, chosen }: ApprovalView, { id, isShut }: GateStanding): Html | false =>
  isShut &&
  !search.isOver &&
  search.opens.has(id) &&
  html` <span class="app-no-print">${link(writeAddress(search, 'gate', chosen.number, { gate: id, from: 'approval' }), html`${ENTRY_KINDS.gate.button}<span class="govuk-visually-hidden">: ${gateMeaning(id).title}</span>`)}</span>`;

const gateWords = (view: ApprovalView, gate: GateStanding): Html => {
  const { id, isShut, by } = gate;
  return html`<li>${status(isShut ? 'Shut' : 'Open', isShut ? 'red' : 'green')} ${gateMeaning(id).title}${by !== undefined && html`: ${by.words}`}${isShut && html`: ${gateMeaning(id).sentence}`}${opensGate(view, gate)}</li>`;
};

const checksPart = (view: ApprovalView): Html => {
  const { search, chosen } = view;
  const { checkFaults, gates } = search.standing;
  const done = ALL_CHECKS.filter((id) => chosen.checks.has(id));
  const waived = checksWaived(chosen.checks);
  return html`${heading(2, 'Checks and gates')}
${search.standing.isInadequate && warningText({ text: INADEQUATE_WORDS, iconFallbackText: 'Warning' })}
<p class="govuk-body">${checksTally(chosen.checks)} ${checkFaults.length === 0 ? (waived.length === 0 ? 'Each holds today.' : 'What was seen holds today.') : 'Not in order:'}</p>
${checkFaults.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${checkFaults.map((fault) => html`<li>${fault}</li>`)}</ul>`}
${waivedPart(waived)}
${
  gates.length === 0
    ? html`<p class="govuk-body">Nothing in the law stands in the way of this home, as far as is known.</p>`
    : html`<ul class="govuk-list">${gates.map((gate) => gateWords(view, gate))}</ul>`
}
<details class="govuk-details app-opens-on-paper"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Each check with its evidence</span></summary><div class="govuk-details__text"><ul class="govuk-list">${done.map((id) => html`<li><strong>${CHECKS[id]}</strong>: ${chosen.checks.get(id)?.evidence}</li>`)}</ul></div></details>`;
};

const DECIDES: ReadonlySet<string> = new Set([
  'approve',
  'give-back',
  'look-on',
  'approve-by-word',
  'confirm',
]);

const decisionPart = ({ search }: ApprovalView): Html => {
  const ways = search.steps.filter(({ id }) => DECIDES.has(id));
  const open = ways.filter(({ refusal }) => refusal === undefined);
  const why = new Set(ways.flatMap(({ refusal }) => refusal?.sentence ?? []));
  return html`${heading(2, 'The decision')}
${search.decisions.map(({ sentence, at, said }) => html`<p class="govuk-body${said.length > 0 && ' app-asked'}"><strong>${sentence}</strong>, ${momentInWords(at)}</p>${saidInWords(said)}`)}
${search.decisions.length === 0 && html`<p class="govuk-body">Nothing is decided yet. ${search.stateTitle}.</p>`}
${search.movedBefore !== undefined && insetText({ text: search.movedBefore })}
${[...why].map((sentence) => insetText({ text: sentence }))}
${open.length > 0 && html`<div class="govuk-button-group app-no-print">${open.map(({ id, button: text }) => button({ text, href: staffPaths.caseStep({ caseId: String(search.id), stepId: id }, { from: 'approval' }), classes: id === 'approve' ? '' : 'govuk-button--secondary' }))}</div>`}`;
};

/** A home put to the director, on one page: the child, the options, why this one, what it costs, checks, gates and the decision. */
export const approvalPage = (view: ApprovalView, weeks: number): Page => {
  const { search, chosen } = view;
  return page({
    title: `${chosen.home}: for approval`,
    section: 'searches',
    childrenNamed: [search.child.id],
    backLink: { href: searchAddress(search), text: 'Back to the search' },
    main: readingWidth(html`${heading(1, `${chosen.home}, ${chosen.provider}`, { caption: `For the director’s approval: a home for ${childName(search)}` })}
<p class="govuk-body">${chosen.kind === undefined ? 'Type not said' : kindOfHome(chosen.kind).title}. Ofsted: ${judgementOf(chosen)}. <span class="app-no-print">${link(searchPaths.searchOffer({ caseId: String(search.id), entry: String(chosen.number) }, { from: 'approval' }), 'Everything that was offered')}, ${link(staffPaths.case({ caseId: String(search.id) }, { from: 'approval' }), 'the whole request')}</span></p>
${childPart(view)}
${whyPart(view)}
${wherePart(view)}
${optionsPart(view)}
${costPart(view, weeks)}
${checksPart(view)}
${decisionPart(view)}`),
  });
};
