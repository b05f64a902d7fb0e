import { randomUUID } from 'node:crypto';
import type { ReferralView } from '@rightplace/app';
import {
  asksOfProvider,
  type Fault,
  formatWeekly,
  momentInWords,
  type SaidByProvider,
} from '@rightplace/domain';
import { button, form, type Html, heading, html } from '../kit/index.ts';
import { errorsOf, QUESTION_SCRIPTS, questionFields } from '../parts/question-fields.ts';
import { type Page, page } from '../server/answer.ts';
import { readingWidth } from '../server/reading-width.ts';
import { answerAddress, referenceOf, referralAddress } from './referral-words.ts';

export interface AnswerForm {
  readonly csrf: string;
  readonly kind: SaidByProvider;
  /** The offer that is withdrawn. */
  readonly offer: number | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly key: string | undefined;
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

/** A form of the portal. Sent twice it is one answer, and nothing typed is lost with a mistake. */
export const answerPage = ({ referral, needs }: ReferralView, shown: AnswerForm): Page => {
  const { kind, faults, offer } = shown;
  const asks = asksOfProvider(kind, needs);
  const errors = errorsOf(faults, asks);
  return page({
    title: `${TITLES[kind]}: ${referenceOf(referral)}`,
    section: 'referrals',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    scripts: QUESTION_SCRIPTS,
    backLink: { href: referralAddress(referral), text: 'Back to the referral' },
    main: readingWidth(html`${errors.summary}
${heading(1, TITLES[kind], { caption: referenceOf(referral) })}
${intro(kind)}
${whichOffer(referral, shown)}
${form({
  action: answerAddress(referral, kind),
  csrfToken: shown.csrf,
  main: html`<input type="hidden" name="_key" value="${shown.key ?? randomUUID()}">
${offer !== undefined && html`<input type="hidden" name="offer" value="${String(offer)}">`}
${questionFields(asks, { ...shown, entries: shown.entries })}
${button({ text: BUTTONS[kind], preventDoubleClick: true })}`,
})}`),
  });
};
