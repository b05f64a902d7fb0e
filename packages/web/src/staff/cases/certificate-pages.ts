import type { Certificate, CertificateChecked } from '@rightplace/app';
import { button, formErrors, type Html, heading, html, input, notificationBanner } from '../../kit/index.ts';
import { documentOnPage } from '../../parts/document-blocks.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { childInWords } from './case-page.ts';

const TITLE = 'Authorisation certificate';

const crumbs = (view: Certificate) => [
  { text: 'Your work', href: staffPaths.myWork() },
  {
    text: `Coming into care: ${childInWords(view)}`,
    href: staffPaths.case({ caseId: String(view.caseId) }),
  },
];

const checkForm = (
  { caseId }: Certificate,
  more: { readonly typed?: string; readonly error?: string },
): Html =>
  html`<form method="get" action="${staffPaths.certificateCheck({ caseId: String(caseId) })}" novalidate>
${input({
  id: 'fingerprint',
  name: 'fingerprint',
  label: { text: 'Fingerprint on the copy', classes: 'govuk-label--s' },
  hint: { text: 'The whole of it, or its first four groups at least' },
  value: more.typed,
  spellcheck: false,
  autocomplete: 'off',
  ...(more.error === undefined ? {} : { errorMessage: { text: more.error } }),
})}
${button({ text: 'Check the copy', classes: 'govuk-button--secondary' })}</form>`;

/** The certificate to read and print, with the way to take it away and to check a copy of it. */
export const certificatePage = (view: Certificate): Page =>
  page({
    title: `${TITLE}: ${childInWords(view)}`,
    section: 'my-work',
    breadcrumbs: [...crumbs(view), { text: TITLE }],
    main: readingWidth(html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.certificateFile({ caseId: String(view.caseId) })}">Download it as a Word document</a>. It can also be printed from this page.</p>
${documentOnPage(view.document)}
<div class="app-no-print">${heading(2, 'Check a copy')}
${checkForm(view, {})}</div>`),
  });

const SAYS: Readonly<Record<Certificate['standing'], string>> = {
  'in-force': 'The authorisation holds today.',
  used: 'The authorisation was used: the child has come into care.',
  lapsed: 'The authorisation has lapsed. No home may be found on it.',
  withdrawn: 'The authorisation was withdrawn. No home may be found on it.',
};

/** What a copy is worth: whether it says what the record says, and how the authorisation stands now. */
export const certificateCheckPage = (view: CertificateChecked, typed: string): Page => {
  const { matches } = view;
  const error =
    matches === undefined
      ? 'Enter the fingerprint as it is on the copy: groups of four, 0 to 9 and a to f'
      : undefined;
  const errors = formErrors(error === undefined ? [] : [{ field: 'fingerprint', text: error }]);
  return page({
    title: `Check a copy: ${childInWords(view)}`,
    section: 'my-work',
    status: error === undefined ? 200 : 422,
    titlePrefixError: errors.any,
    breadcrumbs: [
      ...crumbs(view),
      { text: TITLE, href: staffPaths.certificate({ caseId: String(view.caseId) }) },
      { text: 'Check a copy' },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, 'Check a copy', { caption: `Authorisation to come into care, request ${view.caseId}` })}
${
  matches !== undefined &&
  notificationBanner({
    type: matches ? 'success' : undefined,
    titleText: matches ? 'The same' : 'Not the same',
    html: html`<p class="govuk-notification-banner__heading">${
      matches
        ? 'This fingerprint is that of the certificate in the record.'
        : 'This fingerprint is not that of the certificate in the record.'
    }</p>
<p class="govuk-body">${matches ? 'Compare the copy with it all the same: paper can be changed and its fingerprint left.' : 'The copy is of another request, was mistyped or changed, or the child’s name or date of birth was put right since.'} ${SAYS[view.standing]}</p>`,
  })
}
${checkForm(view, { typed, ...(error === undefined ? {} : { error }) })}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.certificate({ caseId: String(view.caseId) })}">Open the certificate in the record</a></p>`),
  });
};
