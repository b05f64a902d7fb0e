import type { AgreementView, SigningLine, SigningList } from '@rightplace/app';
import {
  AGREEMENT_MARKS,
  type AgreementMarkKind,
  dayInWords,
  dayOfMark,
  markQuestions,
  TAKE_BACK_QUESTIONS,
} from '@rightplace/domain';
import { count, dataTable, type Html, heading, html, link } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { askingPage, type FormAgain } from './agreement-form-page.ts';
import { childWords, quiet, standingTag } from './agreement-words.ts';
import { dueTag, saidSigned } from './signing-part.ts';

/** The questions of a mark, or why it is taken back. */
export const questionsOfMark = (view: AgreementView, mark: AgreementMarkKind, takesBack: boolean) =>
  takesBack ? TAKE_BACK_QUESTIONS : markQuestions(mark, view.signing.documents);

const noDocuments = (view: AgreementView): Html =>
  html`<p class="govuk-body">No document is attached to the search yet. <a class="govuk-link" href="${staffPaths.case({ caseId: String(view.caseId) })}">Attach the countersigned copy to the search</a> first.</p>`;

/** Where something is written down of an agreement on the way to its first payment, or taken back. */
export const markPage = (
  view: AgreementView,
  { mark, takesBack }: { readonly mark: AgreementMarkKind; readonly takesBack: boolean },
  again: FormAgain & { readonly csrf: string },
): Page => {
  const agreementId = String(view.id);
  const { button, title } = AGREEMENT_MARKS[mark];
  return askingPage(
    {
      title: takesBack ? `Take back: ${title.toLowerCase()}` : button,
      caption: `${view.home}, for ${childWords(view.child)}`,
      action: staffPaths.markAgreement({ agreementId, mark }),
      questions: questionsOfMark(view, mark, takesBack),
      given: mark === 'sent' && !takesBack ? view.signing.sentInSearch : {},
      childId: view.child.id,
      breadcrumbs: [
        { text: 'What placements cost', href: staffPaths.commitments() },
        { text: `${view.home}: ${childWords(view.child)}`, href: staffPaths.agreement({ agreementId }) },
      ],
      ...(takesBack ? { hidden: html`<input type="hidden" name="take-back" value="yes">` } : {}),
      ...(mark === 'copy-filed' && Object.keys(view.signing.documents).length === 0
        ? { intro: noDocuments(view) }
        : {}),
    },
    again,
  );
};

const marked = ({ signing }: SigningLine, kind: AgreementMarkKind): string => {
  const on = dayOfMark(signing[kind]);
  return signing[kind] === undefined ? 'Not yet' : on === null ? 'Filed' : dayInWords(on);
};

/** The agreements on which something is still to be signed, filed or set up, the late ones first. */
export const signingPage = ({ lines, done }: SigningList): Page =>
  page({
    title: 'Signatures and payments to set up',
    section: 'commitments',
    width: 'wide',
    childrenNamed: lines.map(({ child }) => child),
    breadcrumbs: [
      { text: 'What placements cost', href: staffPaths.commitments() },
      { text: 'Signatures and payments to set up' },
    ],
    main: html`${heading(1, 'Signatures and payments to set up')}
<p class="govuk-body">${count(lines.length, 'agreement', 'agreements')} with something still to do, ${count(lines.filter(({ signatureLate, paymentsLate }) => signatureLate || paymentsLate).length, 'of them late', 'of them late')}. ${count(done, 'more is', 'more are')} signed, filed and set up.</p>
${dataTable<SigningLine>({
  caption: 'Agreements with something to do',
  captionSize: 'hidden',
  dense: true,
  stacks: true,
  empty: 'Everything is signed, filed and set up.',
  rows: lines,
  columns: [
    {
      key: 'child',
      header: 'Child and home',
      cell: (line) =>
        html`${link(staffPaths.agreement({ agreementId: String(line.id) }), childWords({ id: line.child, name: line.name }))}<br>${quiet(line.home)}`,
    },
    { key: 'standing', header: 'How it stands', cell: standingTag },
    { key: 'sent', header: 'Sent', nowrap: true, cell: (line) => marked(line, 'sent') },
    {
      key: 'provider',
      header: 'Signed by the provider',
      cell: (line) => marked(line, 'provider-signed'),
    },
    { key: 'we', header: 'Signed by us', cell: (line) => marked(line, 'we-signed') },
    {
      key: 'signed-by',
      header: 'Signatures',
      cell: (line) =>
        line.isSigned
          ? 'Complete'
          : line.signedInSearch !== undefined
            ? html`${saidSigned(line.signedInSearch)}<br>${quiet('The days are to be recorded')}`
            : dueTag(line.signedBy, line.signatureLate) || 'No day yet',
    },
    { key: 'copy', header: 'Copy', nowrap: true, cell: (line) => marked(line, 'copy-filed') },
    {
      key: 'payments',
      header: 'Payments',
      cell: (line) =>
        line.isSetUp
          ? marked(line, 'payments-set-up')
          : dueTag(line.paymentsBy, line.paymentsLate) || 'No move is confirmed',
    },
  ],
})}`,
  });
