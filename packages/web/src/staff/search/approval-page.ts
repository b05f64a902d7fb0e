import type { ApprovalView } from '@rightplace/app';
import {
  ALL_CHECKS,
  additionsInShort,
  answersInWords,
  CHECKS,
  checksTally,
  checksWaived,
  ENTRY_KINDS,
  type FormQuestion,
  type GateStanding,
  gateMeaning,
  kindOfHome,
  momentInWords,
  type Offer,
  PLACEMENT_REQUEST_EVIDENCE,
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
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { saidInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';
import { costPart, money } from './approval-cost.ts';
import { judgementOf } from './offers-table.ts';
import { searchPaths } from './search-paths.ts';
import {
  childName,
  INADEQUATE_WORDS,
  offerStanding,
  searchAddress,
  waivedPart,
  writeAddress,
} from './search-words.ts';
import { wherePart } from './where-part.ts';

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

const childPart = ({ search }: ApprovalView): Html =>
  html`${heading(2, 'The child, and what is needed')}
${saidInWords(answersInWords(asked, search.request))}`;

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
      {
        key: 'weekly',
        header: 'Core fee a week',
        numeric: true,
        cell: (offer) => `${money(offer.core)}${additionsInShort(offer)}`,
      },
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

/** For whoever may open it. */
const opensGate = ({ search, chosen }: ApprovalView, { id, isShut }: GateStanding): Html | false =>
  isShut &&
  search.opensOf(chosen.number).opens.has(id) &&
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
  'approve-after-move',
  'refuse-after-move',
]);
const APPROVES: readonly string[] = ['approve', 'approve-after-move'];

const decisionPart = ({ search }: ApprovalView): Html => {
  const ways = search.steps.filter(({ id }) => DECIDES.has(id));
  const open = ways.filter(({ refusal }) => refusal === undefined);
  const why = new Set(ways.flatMap(({ refusal }) => refusal?.sentence ?? []));
  return html`${heading(2, 'The decision')}
${search.decisions.map(({ sentence, at, said }) => html`<p class="govuk-body${said.length > 0 && ' app-asked'}"><strong>${sentence}</strong>, ${momentInWords(at)}</p>${saidInWords(said)}`)}
${search.decisions.length === 0 && html`<p class="govuk-body">Nothing is decided yet. ${search.stateTitle}.</p>`}
${search.movedBefore !== undefined && insetText({ text: search.movedBefore })}
${[...why].map((sentence) => insetText({ text: sentence }))}
${open.length > 0 && html`<div class="govuk-button-group app-no-print">${open.map(({ id, button: text }) => button({ text, href: staffPaths.caseStep({ caseId: String(search.id), stepId: id }, { from: 'approval' }), classes: APPROVES.includes(id) ? '' : 'govuk-button--secondary' }))}</div>`}`;
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
${wherePart(search, chosen)}
${optionsPart(view)}
${costPart(view, weeks)}
${checksPart(view)}
${decisionPart(view)}`),
  });
};
