import { randomUUID } from 'node:crypto';
import type { ReferralView } from '@rightplace/app';
import {
  asksOfProvider,
  type Fault,
  formatWeekly,
  momentInWords,
  type Offer,
  type SaidByProvider,
} from '@rightplace/domain';
import { button, details, form, formErrors, type Html, heading, html, link } from '../kit/index.ts';
import { fieldErrors, questionFields } from '../parts/question-fields.ts';
import { type Page, page } from '../server/answer.ts';
import { readingWidth } from '../server/reading-width.ts';
import { askedWithNeeds } from './needs-told.ts';
import { offerSaid } from './offer-said.ts';
import { answerAddress, referenceOf, referralAddress } from './referral-words.ts';

export interface AnswerForm {
  readonly csrf: string;
  readonly kind: SaidByProvider;
  /** The offer that is withdrawn. */
  readonly offer: number | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly key: string | undefined;
  /** How many offers of theirs this form knows of. */
  readonly known: number;
  /** Offers of theirs that stand, of which the form that was sent did not know. */
  readonly before?: readonly Offer[] | undefined;
  readonly entries?: Readonly<Record<string, number>> | undefined;
}

const TITLES: Readonly<Record<SaidByProvider, string>> = {
  question: 'Ask a question',
  declined: 'Decline this referral',
  offer: 'Make an offer',
  withdrawn: 'Withdraw your offer',
};

const BUTTONS: Readonly<Record<SaidByProvider, string>> = {
  question: 'Send the question',
  declined: 'Decline',
  offer: 'Send the offer',
  withdrawn: 'Withdraw the offer',
};

const intro = (kind: SaidByProvider): Html | false => {
  if (kind === 'offer')
    return html`<p class="govuk-body">What you leave open is shown as missing when offers are compared. An offer that was sent is not changed: make a further one, and withdraw the earlier.</p>`;
  return (
    kind === 'question' &&
    html`<p class="govuk-body">The placements team answers here. Please do not ask who the child is.</p>`
  );
};

/** Which of their offers it is about: the same home may have been offered at more than one price. */
const whichOffer = ({ offers }: ReferralView['referral'], { offer }: AnswerForm): Html | false => {
  const one = offers.find(({ number }) => number === offer);
  return (
    one !== undefined &&
    html`<p class="govuk-body">${one.home}: ${formatWeekly(one.core)}, made ${momentInWords(one.at)}.</p>`
  );
};

const BEFORE = 'sent-before';

/** What they have sent already, on the page itself: looking at it loses nothing of what is filled in. */
const beforePart = (before: readonly Offer[], needs: readonly string[]): Html | false =>
  before.length > 0 &&
  html`<section id="${BEFORE}" tabindex="-1">${heading(2, before.length === 1 ? 'The offer that you have sent' : 'The offers that you have sent')}
${before.map(
  (offer) =>
    html`<p class="govuk-body"><strong>${offer.home}: ${formatWeekly(offer.core)}</strong><br>Made ${momentInWords(offer.at)}</p>
${details({ summaryText: 'All that it says', html: offerSaid(offer, needs) })}`,
)}</section>
${heading(2, 'This one, not sent yet')}`;

const beforeFault = (before: readonly Offer[]) =>
  before.length === 0
    ? []
    : [
        {
          field: BEFORE,
          text:
            before.length === 1
              ? 'You have already sent an offer for this referral. Look at it, then send this one as a further offer.'
              : `You have already sent ${before.length} offers for this referral. Look at them, then send this one as a further offer.`,
        },
      ];

const buttonsPart = (referral: ReferralView['referral'], kind: SaidByProvider, isFurther: boolean): Html =>
  isFurther
    ? html`<div class="govuk-button-group">${button({ text: 'Send as a further offer', preventDoubleClick: true })}
${link(referralAddress(referral), 'Do not send it')}</div>`
    : button({ text: BUTTONS[kind], preventDoubleClick: true });

/** A form of the portal. Sent twice it is one answer, and nothing typed is lost with a mistake. */
export const answerPage = (view: ReferralView, shown: AnswerForm): Page => {
  const { referral, needs } = view;
  const { kind, faults, offer, before = [] } = shown;
  const { asks, more } = askedWithNeeds(asksOfProvider(kind, needs), view);
  const errors = formErrors([...beforeFault(before), ...fieldErrors(faults, asks)]);
  return page({
    title: `${TITLES[kind]}: ${referenceOf(referral)}`,
    section: 'referrals',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: referralAddress(referral), text: 'Back to the referral' },
    main: readingWidth(html`${errors.summary}
${heading(1, TITLES[kind], { caption: referenceOf(referral) })}
${intro(kind)}
${whichOffer(referral, shown)}
${beforePart(before, needs)}
${form({
  action: answerAddress(referral, kind),
  csrfToken: shown.csrf,
  main: html`<input type="hidden" name="_key" value="${shown.key ?? randomUUID()}">
${kind === 'offer' && html`<input type="hidden" name="_known" value="${String(shown.known)}">`}
${offer !== undefined && html`<input type="hidden" name="offer" value="${String(offer)}">`}
${questionFields(asks, { ...shown, entries: shown.entries, beforeChoices: more })}
${buttonsPart(referral, kind, before.length > 0)}`,
})}`),
  });
};
