import type { CaseStep, SearchView } from '@rightplace/app';
import {
  type Approach,
  BEFORE_MOVE,
  dayInWords,
  isSharedSince,
  toldOverInWords,
  withdrawnChoiceInWords,
} from '@rightplace/domain';
import {
  button,
  dataTable,
  details,
  type Html,
  heading,
  html,
  insetText,
  link,
  summaryList,
  tag,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { mayBeAgreed } from '../agreements/agreement-link.ts';
import { returnedPart, waitingText } from '../cases/case-page.ts';
import { conditionsPart } from '../cases/conditions-part.ts';
import { staffPaths } from '../paths.ts';
import { isAside, isQuiet } from './aside-steps.ts';
import { beforeAskingOn, isBeforeAskingOn } from './before-asking-on.ts';
import { holdsPart } from './hold-pages.ts';
import { noticeInWords } from './home-notice-page.ts';
import { offersTable } from './offers-table.ts';
import { orderAlarm } from './order-part.ts';
import { replyInWords, sentInWords, tierInApproach } from './reply-words.ts';
import { searchPaths } from './search-paths.ts';
import { childName, writeAddress } from './search-words.ts';
import { tiersPart } from './tiers-part.ts';

/**
 * Asking on is the usual way only into the tier that comes next; while one is open, not into one that was asked before it. Offers
 * that came back are put to the social worker again only for a reason.
 */
const isUsual = ({ tiers, standing }: SearchView) => {
  const anyIsOpen = tiers.some(({ isOpen }) => isOpen);
  const isAnyNew = standing.search.offers.some((offer) => isSharedSince(offer, standing));
  return ({ id, asks, isBesides }: CaseStep): boolean =>
    !isBesides &&
    !isAside(id) &&
    (id !== 'share-offers' || isAnyNew) &&
    !asks.some(({ name }) => name === 'skipped-why') &&
    !tiers.some(({ tier, at }) => id === `open-${tier}` && at !== undefined && anyIsOpen);
};

const stepLink =
  (view: SearchView, classes: string) =>
  ({ id, button: text }: CaseStep): Html =>
    button({
      text,
      href: staffPaths.caseStep({ caseId: String(view.id), stepId: id }, { from: 'search' }),
      classes,
    });

/** The way to the checks of the chosen home, for whoever may record them. */
const checksLink = ({ id, standing: { chosen }, writes }: SearchView): Html | false =>
  chosen !== undefined &&
  chosen.withdrawn === undefined &&
  writes.has('check') &&
  html`<p class="govuk-body app-no-print">${link(`${searchPaths.searchOffer({ caseId: String(id), entry: String(chosen.number) })}#checks`, 'Record the checks')}</p>`;

/** While the price is agreed, each figure that is said belongs into the search. */
const figureLink = (view: SearchView): Html | false =>
  view.standing.chosen !== undefined &&
  view.standing.chosen.withdrawn === undefined &&
  view.writes.has('figure') &&
  html`<p class="govuk-body app-no-print">${link(writeAddress(view, 'figure', view.standing.chosen.number), 'Write down a figure that was proposed')}</p>`;

const stepsPart = (view: SearchView): Html | false => {
  const open = view.steps.filter(({ refusal }) => refusal === undefined);
  const why = new Set(view.steps.flatMap(({ refusal }) => refusal?.sentence ?? []));
  const usual = open.filter(isUsual(view));
  const first = [...usual.filter(({ id }) => !isQuiet(id)), ...usual.filter(({ id }) => isQuiet(id))];
  const besides = open.filter((step) => !first.includes(step));
  const isSecond = (id: string): boolean =>
    isQuiet(id) || (isBeforeAskingOn(view) && view.tiers.some(({ tier }) => id === `open-${tier}`));
  return (
    view.steps.length > 0 &&
    html`<div class="app-decision app-no-print">${heading(2, 'What you can do')}
${[...why].map((sentence) => insetText({ text: sentence }))}
${view.standing.checkFaults.length > 0 && view.state !== 'negotiation' && checksLink(view)}
${view.state === 'negotiation' && figureLink(view)}
${beforeAskingOn(view)}
${first.length > 0 && html`<div class="govuk-button-group">${first.map((step) => stepLink(view, isSecond(step.id) ? 'govuk-button--secondary' : '')(step))}</div>`}
${besides.length > 0 && details({ summaryText: 'Other steps', html: html`<div class="govuk-button-group">${besides.map(stepLink(view, 'govuk-button--secondary'))}</div>` })}</div>`
  );
};

const approachesPart = (view: SearchView): Html =>
  dataTable<Approach>({
    caption: 'Approaches',
    captionSize: 'm',
    dense: true,
    stacks: true,
    rows: view.standing.search.approaches.toReversed(),
    empty: 'Nobody has been approached yet.',
    columns: [
      {
        key: 'provider',
        header: 'Whom',
        cell: ({ number, provider, home }) =>
          html`${link(searchPaths.searchApproach({ caseId: String(view.id), entry: String(number) }), provider)}${home !== undefined && html`<br><span class="app-quiet">${home}</span>`}`,
      },
      { key: 'tier', header: 'Tier', cell: tierInApproach },
      { key: 'sent', header: 'Sent', cell: sentInWords },
      {
        key: 'opened',
        header: 'Opened',
        cell: ({ openedOn }) => (openedOn === undefined ? '' : dayInWords(openedOn)),
      },
      { key: 'reply', header: 'Reply', cell: (approach) => replyInWords(approach, view.standing.search) },
    ],
  });

/** Where this person may go from a search besides. */
export interface SearchWays {
  readonly toProfile: boolean;
  readonly toAgreement: boolean;
  readonly toSearches: boolean;
}

const waysPart = (view: SearchView, { toProfile, toAgreement }: SearchWays): Html => {
  const caseId = String(view.id);
  const { offers } = view.standing.search;
  return html`<ul class="govuk-list app-search-ways app-no-print">
<li>${link(staffPaths.case({ caseId }, { from: 'search' }), 'The request')}</li>
${offers.length > 0 && html`<li>${link(searchPaths.compareOffers({ caseId }), 'Compare the offers')}</li>`}
${view.standing.chosen !== undefined && html`<li>${link(searchPaths.homeForApproval({ caseId }), 'The chosen home on one page')}</li>`}
${toAgreement && mayBeAgreed(view) && html`<li>${link(staffPaths.agreementOfCase({ caseId }), 'The placement agreement')}</li>`}
${toProfile && html`<li>${link(staffPaths.profile({ caseId }, { from: 'search' }), 'Profile for providers')}</li>`}
<li>${link(searchPaths.searchStory({ caseId }), 'Placement chronology')}</li>
</ul>`;
};

/** In red until whoever it is said of has signed in and said whether it is theirs. */
const unconfirmedPart = ({ unconfirmed, confirmBy }: SearchView): Html | false =>
  unconfirmed.length > 0 &&
  html`<div class="app-alarms">${unconfirmed.map((text) => warningText({ text: confirmBy === undefined ? text : `${text} To be confirmed by ${dayInWords(confirmBy)}.`, iconFallbackText: 'Warning' }))}</div>`;

/** That the chosen offer was withdrawn, and what is to be done about it. */
const withdrawnPart = (view: SearchView): Html | false => {
  const text = withdrawnChoiceInWords(view, view.standing.chosen);
  return text !== undefined && warningText({ text, iconFallbackText: 'Warning' });
};

/** What was approved and cannot be gone through with as things are now. */
const shutPart = ({ shutSince }: SearchView): Html | false =>
  shutSince.length > 0 &&
  warningText({
    text: `The home was approved, and today the child cannot move there. ${shutSince.join(' ')}`,
    iconFallbackText: 'Warning',
  });

/** What was checked before the approval and would not be good enough for a move today. */
const lapsedPart = (view: SearchView): Html | false =>
  view.lapsedSince.length > 0 &&
  warningText({
    text: `The home was approved, and what was checked holds no longer. ${view.lapsedSince.join('; ')}. It is to be recorded again before the child moves.`,
    iconFallbackText: 'Warning',
  });

/** Of a home that was approved though its provider was told before that it is not chosen: nothing is open to them until they are told anew. */
const toldOtherwisePart = (view: SearchView): Html | false => {
  const { toldOver } = view;
  if (toldOver === undefined || !BEFORE_MOVE.some((one) => one === view.state)) return false;
  return insetText({
    html: html`${toldOverInWords(toldOver)} While that stands the referral is closed to them, and who the child is cannot be sent to them. ${view.writes.has('outcome') && link(writeAddress(view, 'outcome', toldOver.approach.number), 'Tell them that it is chosen')}`,
  });
};

const countsText = ({ standing: { search, chosen } }: SearchView): string => {
  const { approached, replied, offered, shared } = search.counts;
  const withdrawn = search.offers.filter((offer) => offer.withdrawn !== undefined).length;
  const left = withdrawn === 0 ? '' : ` (${withdrawn} withdrawn)`;
  return `${approached} approached, ${replied} replied, ${offered} offered${left}, ${shared} shared, ${chosen === undefined ? 'none' : '1'} chosen${chosen?.withdrawn === undefined ? '' : ' (withdrawn)'}`;
};

/** One search: where it stands, what can be done, whom was asked, what they said, and what was offered. */
/** Whom to approach; once a home is approved, what was done is still written down. */
const approachingPart = (view: SearchView): Html | false => {
  const { tiers, writes, asksHomes, id } = view;
  if (!writes.has('approach') || tiers.every(({ at }) => at === undefined)) return false;
  const log = (text: string): Html => link(writeAddress(view, 'approach'), text);
  return asksHomes
    ? html`<div class="govuk-button-group app-no-print">${button({ text: 'Choose whom to approach', href: searchPaths.homesToAsk({ caseId: String(id) }), classes: 'govuk-button--secondary' })}${log('Log an approach to somebody else')}</div>`
    : html`<p class="govuk-body app-no-print">${log('Log an approach that was made')}</p>`;
};

export const searchPage = (view: SearchView, ways: SearchWays): Page => {
  const { chosen } = view.standing;
  return page({
    title: `Search for a home: ${childName(view)}`,
    section: 'searches',
    width: 'wide',
    childrenNamed: [view.child.id],
    breadcrumbs: [
      ways.toSearches
        ? { text: 'Searches for homes', href: searchPaths.searches() }
        : { text: 'Your work', href: staffPaths.myWork() },
      { text: childName(view) },
    ],
    main: html`${heading(1, childName(view), { caption: 'Search for a home' })}
${view.alarm !== undefined && html`<p class="app-alarm">${tag({ text: view.alarm, classes: 'govuk-tag--red' })}</p>`}
${view.standing.deniedHome === 'left' && insetText({ text: 'The child has left the home that this search came to. Nobody had approved it: whoever was said to have done so denied it.' })}
${unconfirmedPart(view)}
${withdrawnPart(view)}
${shutPart(view)}
${lapsedPart(view)}
${toldOtherwisePart(view)}
${returnedPart({ returned: view.setBack }, 'Why it came back')}
${orderAlarm(view)}
${view.movedBefore !== undefined && insetText({ text: view.movedBefore })}
${waysPart(view, ways)}
${summaryList({
  rows: [
    { key: { text: 'Number' }, value: { text: `${view.id}: providers read it as “Request ${view.id}”` } },
    { key: { text: 'Where it is' }, value: { text: view.stateTitle } },
    ...(view.waiting === undefined
      ? []
      : [
          {
            key: { text: 'Whose turn it is' },
            value: { text: waitingText({ waiting: view.waiting, lapsesAfter: undefined }) },
          },
        ]),
    ...(view.notice === undefined
      ? []
      : [{ key: { text: 'Notice on the home' }, value: { text: noticeInWords(view.notice) } }]),
    { key: { text: 'Officer' }, value: { text: view.officer ?? 'Nobody yet' } },
    { key: { text: 'So far' }, value: { text: countsText(view) } },
    ...(chosen === undefined
      ? []
      : [
          {
            key: { text: 'Chosen' },
            value: {
              html: link(
                searchPaths.searchOffer({ caseId: String(view.id), entry: String(chosen.number) }),
                `${chosen.home}, ${chosen.provider}${chosen.withdrawn === undefined ? '' : ' (withdrawn)'}`,
              ),
            },
          },
        ]),
  ],
})}
${conditionsPart(view)}
${stepsPart(view)}
${approachingPart(view)}
${holdsPart(view)}
${offersTable(view)}
${tiersPart(view)}
${approachesPart(view)}`,
  });
};
