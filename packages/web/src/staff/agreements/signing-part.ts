import type { AgreementView } from '@rightplace/app';
import {
  AGREEMENT_MARKS,
  ALL_MARKS,
  type Day,
  dayInWords,
  dayOfMark,
  londonDayOf,
  type Moment,
  momentInWords,
} from '@rightplace/domain';
import { details, type Html, heading, html, link, status, summaryList } from '../../kit/index.ts';
import { saidInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';

/** "by 3 December 2026", and in red where that day has gone by. */
export const dueTag = (by: Day | undefined, isLate: boolean): Html | false =>
  by !== undefined && status(`${isLate ? 'Late: due' : 'Due'} by ${dayInWords(by)}`, isLate ? 'red' : 'blue');

/** What a step of the search said, without the day and the names that a signature has. */
export const saidSigned = (at: Moment): string =>
  `Signed by both, the search said on ${dayInWords(londonDayOf(at))}`;

/** On the page of an agreement: sent, signed, filed and set up, each with its day, what is due, and what may be recorded now. */
export const signingPart = ({ id, signing, version }: AgreementView): Html => {
  const agreementId = String(id);
  const due = {
    'provider-signed': dueTag(signing.signedBy, signing.signatureLate),
    'we-signed': dueTag(signing.signedBy, signing.signatureLate),
    'payments-set-up': dueTag(signing.paymentsBy, signing.paymentsLate),
  } as const;
  const signed = signing.signing['provider-signed'];
  return html`${heading(2, 'Signatures and payments')}
${summaryList({
  rows: ALL_MARKS.map((kind) => {
    const mark = signing.signing[kind];
    const on = dayOfMark(mark ?? undefined);
    const who = mark?.said['who'] ?? mark?.said['reference'];
    const filed = mark?.said['document'];
    const document = typeof filed === 'string' ? signing.documents[filed] : undefined;
    const wait = kind in due ? due[kind as keyof typeof due] : false;
    return {
      key: { text: AGREEMENT_MARKS[kind].title },
      value: {
        html:
          mark === undefined
            ? (kind === 'provider-signed' || kind === 'we-signed') && signing.signedInSearch !== undefined
              ? html`${saidSigned(signing.signedInSearch)}. On which day, and by whom, is not recorded.`
              : html`Not yet ${wait}`
            : html`${on === null ? 'Filed' : dayInWords(on)}${typeof who === 'string' && html`, ${who}`}${document !== undefined && html`: ${document}`}`,
      },
    };
  }),
})}
${signed !== undefined && signed.version < version && html`<p class="govuk-body">What was signed is version ${signed.version} of the agreement. It was changed since: what is agreed now is version ${version}.</p>`}
${
  signing.write.length + signing.takeBack.length > 0 &&
  html`<ul class="govuk-list app-no-print">${signing.write.map(
    (kind) =>
      html`<li>${link(staffPaths.markAgreement({ agreementId, mark: kind }), AGREEMENT_MARKS[kind].button)}</li>`,
  )}${signing.takeBack.map(
    (kind) =>
      html`<li>${link(staffPaths.markAgreement({ agreementId, mark: kind }, { 'take-back': 'yes' }), `Take back: ${AGREEMENT_MARKS[kind].title.toLowerCase()}`)}</li>`,
  )}</ul>`
}
${
  signing.told.length > 0 &&
  details({
    summaryText: 'Who recorded it, and when',
    html: html`${signing.told.map(
      ({ sentence, at, said }) =>
        html`<section class="app-evidence"><p class="govuk-body-s">${sentence}, ${momentInWords(at)}</p>${saidInWords(said)}</section>`,
    )}`,
  })
}`;
};
