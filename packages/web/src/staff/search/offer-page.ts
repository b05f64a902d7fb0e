import type { SearchView } from '@rightplace/app';
import {
  ALL_CHECKS,
  answersInWords,
  CHECK_RESULTS,
  CHECKS,
  type CheckId,
  checksTally,
  checksWaived,
  dayInWords,
  ENTRY_KINDS,
  type EntryKind,
  findCheckFault,
  type GateStanding,
  gateMeaning,
  isSharedSince,
  lostLast,
  momentInWords,
  NOT_WANTED_BECAUSE,
  OFFER_QUESTIONS,
  type Offer,
  SEARCH_TIERS,
  UNSUITABLE_BECAUSE,
  whoOpensInWords,
} from '@rightplace/domain';
import {
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
import { saidInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';
import type { CameFrom } from './came-from.ts';
import { additionsPart, agreedAdditionsPart, figuresPart } from './offer-prices.ts';
import { orderLink, orderPart } from './order-part.ts';
import { searchPaths } from './search-paths.ts';
import {
  childName,
  INADEQUATE_WORDS,
  lostInWords,
  offerStanding,
  priceBasisOf,
  searchAddress,
  waivedPart,
  weekly,
  writeAddress,
  writeLinks,
} from './search-words.ts';
import { wherePart } from './where-part.ts';

/** What became of it, with whose reason it is. */
const decisionsPart = ({ unsuitable, notWanted, withdrawn, shared }: Offer): Html => {
  const reasons: readonly (readonly [string, string | undefined, string] | undefined)[] = [
    withdrawn && ['The provider withdrew it', undefined, withdrawn.words],
    notWanted && [
      'The social worker declined it',
      NOT_WANTED_BECAUSE[notWanted.reason ?? ''],
      notWanted.words,
    ],
    unsuitable && [
      'It was not put to the social worker',
      UNSUITABLE_BECAUSE[unsuitable.reason ?? ''],
      unsuitable.words,
    ],
    shared && shared.words !== '' ? ['It was shared with these words', undefined, shared.words] : undefined,
  ];
  return html`${reasons.map(
    (reason) =>
      reason !== undefined &&
      insetText({
        text: `${reason[0]}${reason[1] === undefined ? '' : `: ${reason[1].toLowerCase()}`}. ${reason[2]}`,
      }),
  )}`;
};

const gateState = ({ isShut, by }: GateStanding): Html =>
  isShut
    ? status('Shut', 'red')
    : html`${status('Open', 'green')} ${by?.words}${by?.until !== undefined && `, until ${dayInWords(by.until)}`}`;

/** For whoever may open it the way there; for others, who may. */
const opensPart = (view: SearchView, offer: Offer, { id, isShut }: GateStanding): Html | false => {
  const isPast = view.isOver && view.standing.deniedHome === undefined;
  if (!isShut || isPast || gateMeaning(id).openedBy.length === 0) return false;
  const { opens, opensNot } = view.opensOf(offer.number);
  return opens.has(id)
    ? html`<br>${link(writeAddress(view, 'gate', offer.number, { gate: id }), html`${ENTRY_KINDS.gate.button}<span class="govuk-visually-hidden">: ${gateMeaning(id).title}</span>`)}`
    : html`<br><span class="app-quiet">${opensNot.get(id)?.sentence ?? whoOpensInWords(id)}</span>`;
};

const gatesPart = (view: SearchView, offer: Offer): Html => {
  const { gates } = view.standing;
  return html`${gates.some(({ isShut }) => isShut) && warningText({ text: 'The law does not let this home be approved as things are.', iconFallbackText: 'Warning' })}
${view.standing.isInadequate && warningText({ text: INADEQUATE_WORDS, iconFallbackText: 'Warning' })}
${dataTable<GateStanding>({
  caption: 'What the law asks before the director approves',
  captionSize: 'm',
  stacks: true,
  rows: gates,
  empty: 'Nothing in the law stands in the way of this home, as far as is known.',
  columns: [
    { key: 'gate', header: 'Gate', cell: ({ id }) => gateMeaning(id).title },
    {
      key: 'why',
      header: 'Why',
      cell: ({ id }) =>
        html`${gateMeaning(id).sentence}<br><span class="app-quiet">${gateMeaning(id).source}</span>`,
    },
    {
      key: 'standing',
      header: 'How it stands',
      cell: (gate) => html`${gateState(gate)}${orderLink(view, offer, gate)}${opensPart(view, offer, gate)}`,
    },
  ],
})}`;
};

/** Of one that is not chosen: what the law would ask before it could be approved, and what the director would have to answer for. */
const gatesToCome = ({ isOver, standing }: SearchView, offer: Offer): Html | false => {
  if (isOver || offer.withdrawn !== undefined) return false;
  const shut = standing.gatesOf(offer).filter(({ isShut }) => isShut);
  return html`${standing.isInadequateHome(offer) && warningText({ text: INADEQUATE_WORDS, iconFallbackText: 'Warning' })}
${
  shut.length > 0 &&
  html`${heading(2, 'What the law asks, should it be chosen')}
<ul class="govuk-list govuk-list--bullet">${shut.map(({ id }) => html`<li><strong>${gateMeaning(id).title}</strong>: ${gateMeaning(id).sentence}</li>`)}</ul>`
}`;
};

const checksPart = (view: SearchView, offer: Offer): Html => {
  const may = !view.isOver && offer.withdrawn === undefined && view.writes.has('check');
  return html`${offer.checks.size > 0 && html`<p class="govuk-body"><strong>Checks before placement:</strong> ${checksTally(offer.checks)}</p>`}
${waivedPart(checksWaived(offer.checks))}
<div id="checks">${dataTable<CheckId>({
    caption: 'Checks before placement',
    captionSize: 'm',
    stacks: true,
    rows: ALL_CHECKS,
    columns: [
      { key: 'check', header: 'Check', cell: (id) => CHECKS[id] },
      {
        key: 'result',
        header: 'Result',
        cell: (id) => {
          const checked = offer.checks.get(id);
          const stands = findCheckFault(id, checked, view.today) === undefined;
          return checked === undefined
            ? status('Not done', 'grey')
            : status(
                stands || checked.result === 'failed' ? (CHECK_RESULTS[checked.result] ?? '') : 'Out of date',
                stands ? (checked.result === 'passed' ? 'green' : 'grey') : 'red',
              );
        },
      },
      { key: 'evidence', header: 'Evidence', cell: (id) => offer.checks.get(id)?.evidence ?? '' },
      {
        key: 'until',
        header: 'Holds until',
        cell: (id) => {
          const until = offer.checks.get(id)?.until;
          return until === undefined ? '' : dayInWords(until);
        },
      },
      may && {
        key: 'record',
        header: 'Record',
        cell: (id: CheckId) =>
          link(
            writeAddress(view, 'check', offer.number, { check: id }),
            html`Record<span class="govuk-visually-hidden">: ${CHECKS[id]}</span>`,
          ),
      },
    ],
  })}</div>`;
};

/** Why it is this one, as each said it on the way to the director, with the way to the others that were offered. */
const proposalPart = (view: SearchView): Html => html`${heading(2, 'Why this home')}
${view.proposal.map(
  ({
    sentence,
    at,
    said,
  }) => html`<section class="app-evidence"><p class="govuk-body"><strong>${sentence}</strong> on ${momentInWords(at)}.</p>
${saidInWords(said)}</section>`,
)}
<p class="govuk-body app-no-print">${link(searchPaths.compareOffers({ caseId: String(view.id) }), 'Compare the offers')}, ${link(staffPaths.case({ caseId: String(view.id) }, { from: `offers/${view.standing.chosen?.number ?? ''}` }), 'read the request and decide')}</p>`;

/** Whether it is with the social worker, and may be declined; a choice is given up by a step of the search. */
const decidedBy = (offer: Offer, standing: SearchView['standing']): readonly EntryKind[] => [
  // What was shared and came back is shared again, with what has changed since.
  ...(isSharedSince(offer, standing) ? [] : (['shared'] as const)),
  ...(offer.unsuitable === undefined ? (['unsuitable'] as const) : []),
  ...(offer.shared === undefined || offer.notWanted !== undefined ? [] : (['not-wanted'] as const)),
];

/** What may still be written of it: of one that was withdrawn nothing, and only what is shared is declined. */
const kindsFor = (offer: Offer, standing: SearchView['standing']): readonly EntryKind[] =>
  offer.withdrawn !== undefined
    ? []
    : [
        ...(offer.number === standing.chosen?.number ? [] : decidedBy(offer, standing)),
        'figure',
        'withdrawn',
      ];

/** A provider hears of a choice that came to nothing from an officer, in the words for them: never what was decided here. */
const tellPart = (view: SearchView, offer: Offer): Html | false =>
  lostLast(offer, view.standing) !== undefined &&
  offer.number !== view.standing.chosen?.number &&
  view.writes.has('outcome') &&
  html`<p class="govuk-body app-no-print">${link(writeAddress(view, 'outcome', offer.approach, { from: `offers/${offer.number}` }), ENTRY_KINDS.outcome.button)}. They are told in the words that you write for them, and not what was decided here.</p>`;

/** One offered home: all that is said of it, what was decided and why, and, once chosen, its gates and checks. */
export const offerPage = (view: SearchView, offer: Offer, came?: CameFrom): Page => {
  const isChosen = view.standing.chosen?.number === offer.number;
  return page({
    title: `${offer.home}: ${childName(view)}`,
    section: 'searches',
    width: 'wide',
    childrenNamed: [view.child.id],
    backLink: came ?? { href: searchAddress(view), text: 'Back to the search' },
    main: html`${heading(1, offer.home, { caption: `Offered for ${childName(view)} by ${offer.provider}` })}
<p class="govuk-body">${offerStanding(offer, view.standing)}</p>
${!isChosen && lostLast(offer, view.standing)?.how === 'decline-all' && html`<p class="govuk-body">${lostInWords(offer, view.standing)}</p>`}
<p class="govuk-body">Asked for in the tier: ${SEARCH_TIERS[offer.tier].toLowerCase()}. Bought by: ${(priceBasisOf(offer) ?? 'not said').toLowerCase()}.</p>
<p class="govuk-body">${weekly(offer.core)} a week, without what is added.${isChosen && view.agreed !== undefined && ` Agreed since: ${weekly(view.agreed.core)} a week.`}</p>
${decisionsPart(offer)}
${writeLinks(view, kindsFor(offer, view.standing), offer.number)}
${tellPart(view, offer)}
${isChosen && proposalPart(view)}
${isChosen ? gatesPart(view, offer) : gatesToCome(view, offer)}
${isChosen && orderPart(view, offer)}
${(isChosen || offer.checks.size > 0) && checksPart(view, offer)}
${wherePart(view, offer)}
${additionsPart(offer.additions, 'What is added to the core fee, as it was offered')}
${isChosen && agreedAdditionsPart(view, offer)}
${figuresPart(offer)}
${heading(2, 'What was offered')}
${saidInWords(
  answersInWords(
    OFFER_QUESTIONS.filter(({ name }) => name !== 'additions'),
    offer.said,
  ),
)}`,
  });
};
