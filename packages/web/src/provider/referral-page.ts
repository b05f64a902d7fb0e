import { profileBlocks, type ReferralView } from '@rightplace/app';
import {
  additionsInShort,
  DECLINED_BECAUSE,
  formatWeekly,
  momentInWords,
  type Offer,
  type PortalReferral,
  type ToldChosen,
  type ToldOutcome,
} from '@rightplace/domain';
import { button, details, type Html, heading, html, insetText, link, status } from '../kit/index.ts';
import { documentOnPage } from '../parts/document-blocks.ts';
import { type Page, page } from '../server/answer.ts';
import { readingWidth } from '../server/reading-width.ts';
import { offerSaid } from './offer-said.ts';
import { providerPaths } from './paths.ts';
import {
  answerAddress,
  chosenInWords,
  disclosedAddress,
  endedUntold,
  OUTCOME_TO_PROVIDERS,
  referenceOf,
  replyByInWords,
  SEARCH_ENDED,
  STAGES_TO_PROVIDERS,
  standingTag,
} from './referral-words.ts';

const NO_LONGER = 'The authority is no longer taking answers to this referral.';

const toldBefore = (outcome: ToldOutcome): Html =>
  html`<p class="govuk-body"><strong>${OUTCOME_TO_PROVIDERS[outcome.outcome]}</strong> ${momentInWords(outcome.at)}</p>${outcome.words !== '' && html`<p class="govuk-body">${outcome.words}</p>`}`;

const chosenPart = (told: ToldChosen, outcome: ToldOutcome | undefined, isClosed: boolean): Html => {
  const [first, ...rest] = chosenInWords(told);
  return insetText({
    html: html`<p class="govuk-body"><strong>${first}</strong></p>
<p class="govuk-body">${rest.join(' ')} You were told that it was chosen on ${momentInWords(told.at)}.</p>${outcome?.outcome === 'chosen' && outcome.words !== '' && html`<p class="govuk-body">${outcome.words}</p>`}${isClosed && html`<p class="govuk-body">No more answers are taken here. Speak to the placements team about anything else.</p>`}`,
  });
};

const outcomePart = (referral: PortalReferral): Html | false => {
  const {
    approach: { outcome },
    standing,
    told,
  } = referral;
  if (told?.kind === 'chosen') return chosenPart(told, outcome, standing === 'closed');
  if (endedUntold(referral))
    return insetText({
      html: html`<p class="govuk-body"><strong>${SEARCH_ENDED}</strong> Ask the placements team if you would like to know more.</p>${outcome !== undefined && html`<p class="govuk-body">What you were told before:</p>${toldBefore(outcome)}`}`,
    });
  if (outcome !== undefined) return insetText({ html: toldBefore(outcome) });
  return standing === 'closed' && insetText({ text: NO_LONGER });
};

const ARRANGED =
  'Your home is the approved one, so no further offer is taken. Ask a question or speak to the placements team if something in your offer changes.';

/** That it is approved they know once they were told, or by what they were sent. */
const knowsOfApproval = ({ referral: { told }, disclosed }: ReferralView): boolean =>
  told?.kind === 'chosen' ||
  disclosed.some(({ disclosure, stands }) => stands && disclosure.stage === 'match');

const answersPart = (view: ReferralView): Html | false => {
  const { referral, takesOffers } = view;
  if (referral.standing === 'closed') return false;
  const question = button({
    text: 'Ask a question',
    href: answerAddress(referral, 'question'),
    classes: 'govuk-button--secondary',
  });
  const hasOffer = referral.offers.some(({ withdrawn }) => withdrawn === undefined);
  if (!hasOffer)
    return html`<div class="govuk-button-group app-no-print">
${takesOffers && button({ text: 'Make an offer', href: answerAddress(referral, 'offer') })}
${question}
${link(answerAddress(referral, 'declined'), 'Decline')}</div>`;
  return html`${!takesOffers && knowsOfApproval(view) && html`<p class="govuk-body">${ARRANGED}</p>`}
<div class="govuk-button-group app-no-print">${question}
${takesOffers && link(answerAddress(referral, 'offer'), 'Make a further offer')}</div>`;
};

const questionsPart = ({ approach: { questions }, standing }: PortalReferral): Html | false =>
  questions.length > 0 &&
  html`<section>${heading(2, 'Your questions')}
${questions.map(
  ({ asked, answer }) =>
    html`<p class="govuk-body"><strong>${asked}</strong><br>${answer ?? (standing === 'closed' ? 'It was not answered.' : 'Not answered yet.')}</p>`,
)}</section>`;

/** What was agreed for it, once they were told that it is chosen; until then what they offered. */
const priceInShort = ({ told }: PortalReferral, offer: Offer): string => {
  const agreed = told?.kind === 'chosen' && told.offer === offer.number ? told.agreed : undefined;
  const { core, additions } = agreed ?? offer;
  return `${formatWeekly(core)}${additionsInShort({ additions })}${agreed === undefined ? '' : ', as agreed'}`;
};

const offerPart = ({ referral, needs, takesOffers }: ReferralView, offer: Offer): Html => {
  const { number, home, withdrawn, at } = offer;
  return html`<section>${heading(3, `${home}: ${priceInShort(referral, offer)}`)}
<p class="govuk-body">${
    withdrawn === undefined
      ? html`${status('Made', 'green')} ${momentInWords(at)}`
      : html`${status('Withdrawn', 'grey')} ${momentInWords(withdrawn.at)}${withdrawn.words !== '' && html`: ${withdrawn.words}`}<br>Made ${momentInWords(at)}`
  }</p>
${withdrawn === undefined ? offerSaid(offer, needs) : details({ summaryText: 'All that it said', html: offerSaid(offer, needs) })}
${
  referral.standing !== 'closed' &&
  withdrawn === undefined &&
  html`<p class="govuk-body app-no-print">${takesOffers && html`${link(answerAddress(referral, 'offer', { from: number }), html`Change it: make a further offer from this one<span class="govuk-visually-hidden">: ${home}</span>`)}<br>`}
${link(answerAddress(referral, 'withdrawn', { offer: number }), html`Withdraw this offer<span class="govuk-visually-hidden">: ${home}</span>`)}</p>`
}</section>`;
};

const declinedPart = ({ approach: { reply } }: PortalReferral): Html | false =>
  reply.kind === 'declined' &&
  html`<section>${heading(2, 'You declined')}
<p class="govuk-body">${DECLINED_BECAUSE[reply.reason] ?? ''}, ${momentInWords(reply.at)}${reply.words !== '' && html`<br>${reply.words}`}</p></section>`;

const disclosedPart = ({ referral, disclosed }: ReferralView): Html | false =>
  disclosed.length > 0 &&
  html`<section>${heading(2, 'You were sent more')}
<ul class="govuk-list govuk-list--spaced">${disclosed
    .filter(({ disclosure }) => !disclosure.isReplaced)
    .map(({ disclosure, stands }) => {
      const { title, what } = STAGES_TO_PROVIDERS[disclosure.stage];
      const sent = html`sent ${momentInWords(disclosure.at)}`;
      return stands
        ? html`<li>${link(disclosedAddress(referral, disclosure.number), title)}: ${what}, ${sent}${disclosure.openedAt === undefined && html` ${status('Not opened yet', 'yellow')}`}</li>`
        : html`<li>${title}, ${sent} ${status('No longer shown', 'grey')}</li>`;
    })}</ul></section>`;

/** One referral: what was sent, what was asked and answered, and what this provider made of it. */
export const referralPage = (view: ReferralView): Page => {
  const { referral, profile, now } = view;
  const { approach, words, offers } = referral;
  const reference = referenceOf(referral);
  return page({
    // Browsers print it at the top of the paper.
    title: reference,
    section: 'referrals',
    breadcrumbs: [{ text: 'Referrals', href: providerPaths.referrals() }, { text: reference }],
    main: readingWidth(html`${heading(1, reference, { caption: approach.home ?? 'For any home of yours' })}
<p class="govuk-body">${standingTag(referral)} Sent ${momentInWords(approach.at)}</p>
${approach.replyBy !== undefined && referral.standing === 'to-answer' && html`<p class="govuk-body"><strong>Please answer by:</strong> ${replyByInWords(referral, now)}</p>`}
${outcomePart(referral)}
${disclosedPart(view)}
${words !== '' && html`<p class="govuk-body"><strong>The placements team says:</strong> ${words}</p>`}
${answersPart(view)}
${declinedPart(referral)}
${questionsPart(referral)}
${offers.length > 0 && html`${heading(2, 'Your offers')}${offers.toReversed().map((offer) => offerPart(view, offer))}`}
${
  profile === undefined &&
  approach.profileVersion !== undefined &&
  html`<p class="govuk-body">The profile is no longer shown: the search or the placement is over, or it is over for you.</p>`
}
${
  profile !== undefined &&
  html`<section class="app-profile" aria-label="The profile that was sent">${documentOnPage({ blocks: profileBlocks(profile).slice(1) })}</section>
<p class="govuk-body app-quiet">In confidence, for finding a home. Every time it is opened is recorded.</p>`
}`),
  });
};
