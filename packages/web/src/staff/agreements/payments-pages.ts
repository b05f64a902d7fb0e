import { type DifferenceLine, nightsInWords, type PaymentsView } from '@rightplace/app';
import { momentInWords, PURPOSES, pence } from '@rightplace/domain';
import {
  button,
  count,
  dataTable,
  type FieldError,
  fileUpload,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  radios,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { inFull } from './agreement-words.ts';
import { yearForm } from './year-form.ts';

const crumbs = (last: string) => [
  { text: 'What placements cost', href: staffPaths.commitments() },
  { text: last },
];

const ofWhat = (of: string | null): string => (of === null ? '' : `, of “${of}”,`);

/** What differs, and by how much, in one sentence. */
const sayDifference = ({ difference }: DifferenceLine): string => {
  switch (difference.kind) {
    case 'agreement-not-known':
      return `There is no agreement of this number. ${inFull(difference.line.amount)} was paid.`;
    case 'line-not-known':
      return `The price of this agreement has no “${difference.line.of}”. ${inFull(difference.line.amount)} was paid.`;
    case 'outside-the-stay':
      return `Paid for nights on which the child does not live there: ${difference.nights.map(nightsInWords).join(', ')}.`;
    case 'billed-twice':
      return `Paid twice for ${nightsInWords(difference.nights)}: by this, of ${inFull(difference.line.amount)}, and by ${difference.before.reference}, of ${inFull(difference.before.amount)}.`;
    case 'amount':
      return `For ${nightsInWords(difference.line)}${ofWhat(difference.line.of)} ${inFull(difference.line.amount)} was paid and ${inFull(difference.payable)} is payable: ${
        difference.difference > 0
          ? `${inFull(difference.difference)} too much`
          : `${inFull(pence(-Number(difference.difference)))} too little`
      }.`;
    case 'not-billed':
      return `Nothing was paid for ${nightsInWords(difference.nights)}${difference.of === null ? '' : `, of “${difference.of}”`}: ${inFull(difference.payable)} is payable.`;
  }
};

const differencesPart = ({ differences, within }: PaymentsView): Html =>
  within.starts >= within.ends
    ? html`<p class="govuk-body app-empty">Nothing was paid for this financial year, as far as files were loaded.</p>`
    : html`<p class="govuk-body">${differences.length === 0 ? 'Everything agrees to the penny' : count(differences.length, 'difference', 'differences')}, for the nights ${nightsInWords(within)}.</p>
${
  differences.length > 0 &&
  dataTable({
    caption: 'Differences',
    captionSize: 'hidden',
    dense: true,
    stacks: true,
    rows: differences,
    columns: [
      {
        key: 'agreement',
        header: 'Agreement',
        cell: ({ agreement, home }) =>
          home === undefined
            ? agreement
            : html`<a class="govuk-link" href="${staffPaths.agreement({ agreementId: agreement })}">${agreement}: ${home}</a>`,
      },
      {
        key: 'reference',
        header: 'Reference',
        cell: ({ difference }) => ('line' in difference ? difference.line.reference : ''),
      },
      { key: 'what', header: 'What differs', cell: sayDifference },
    ],
  })
}`;

export interface PaymentsParts {
  readonly csrf: string;
  /** What is wrong with a file that was sent, line by line. */
  readonly sentences?: readonly string[];
  readonly problem?: FieldError;
}

const loadPart = (csrf: string, errors: ReturnType<typeof formErrors>, sentences: readonly string[]): Html =>
  html`${heading(2, 'Load what was paid')}
<p class="govuk-body">A CSV or a workbook with the columns Reference, Agreement, First night, Last night and Amount, and Line where a payment is of one line of the price, as in the file that is downloaded. A file is taken whole, or not at all.</p>
${
  sentences.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${sentences.slice(0, 50).map((sentence) => html`<li>${sentence}</li>`)}</ul>
${sentences.length > 50 && html`<p class="govuk-body">and ${sentences.length - 50} more</p>`}`
}
${form({
  action: staffPaths.payments(),
  csrfToken: csrf,
  multipart: true,
  main: html`${fileUpload({ id: 'file', name: 'file', label: { text: 'File', classes: 'govuk-label--s' }, errorMessage: errors.of('file') })}
${button({ text: 'Load it', preventDoubleClick: true })}`,
})}`;

const filesPart = (
  { files, mayLoad }: PaymentsView,
  csrf: string,
  errors: ReturnType<typeof formErrors>,
): Html =>
  html`${heading(2, 'Files')}
${dataTable({
  caption: 'Files of what was paid',
  captionSize: 'hidden',
  dense: true,
  stacks: true,
  empty: 'No file was loaded yet.',
  rows: files,
  columns: [
    { key: 'name', header: 'File' },
    {
      key: 'loaded',
      header: 'Loaded',
      cell: ({ loadedByName, loadedAt }) => `${loadedByName}, ${momentInWords(loadedAt)}`,
    },
    { key: 'lines', header: 'Lines', numeric: true },
    { key: 'total', header: 'Amount', numeric: true, cell: ({ total }) => inFull(total as never) },
    {
      key: 'withdrawn',
      header: 'Counts',
      cell: ({ id, withdrawn }) =>
        withdrawn !== null
          ? `Taken back: ${withdrawn.why}`
          : mayLoad
            ? form({
                action: staffPaths.withdrawPayments({ fileId: String(id) }),
                csrfToken: csrf,
                main: html`${input({ id: `why-${id}`, name: 'why', label: { text: 'Why it is taken back' }, classes: 'govuk-input--width-20', errorMessage: errors.of(`why-${id}`) })}
${button({ text: 'Take it back', classes: 'govuk-button--secondary' })}`,
              })
            : 'Yes',
    },
  ],
})}`;

/** What was paid beside what is payable, the files it comes from, and where another is loaded. */
export const paymentsPage = (view: PaymentsView, { csrf, sentences = [], problem }: PaymentsParts): Page => {
  const errors = formErrors(problem === undefined ? [] : [problem]);
  return page({
    title: 'What was paid',
    section: 'commitments',
    width: 'wide',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: crumbs('What was paid'),
    main: html`${errors.summary}
${heading(1, 'What was paid, and where it differs')}
${yearForm(view, staffPaths.payments())}
${differencesPart(view)}
${view.mayLoad && html`<div class="app-no-print">${loadPart(csrf, errors, sentences)}</div>`}
${filesPart(view, csrf, errors)}`,
  });
};

/** Asks for which nights, and what the file is for. */
export const downloadPaymentsPage = (
  again: TypedForm & { readonly purpose?: string },
  { csrf }: { readonly csrf: string },
): Page => {
  const errors = formErrors(again.problems ?? []);
  return page({
    title: 'Download payments',
    section: 'commitments',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: crumbs('Download payments'),
    main: readingWidth(html`${errors.summary}
${heading(1, 'Download payments for the finance system')}
<p class="govuk-body">A line for each agreement, price and week, cut at 31 March: nights, the price a week and the amount. Children are in it by number. What it is for is kept with your name.</p>
${form({
  action: staffPaths.downloadPayments(),
  csrfToken: csrf,
  main: html`${dayFields(again, { prefix: 'from', legend: 'The first night', hint: 'For example 1 11 2026' })}
${dayFields(again, { prefix: 'to', legend: 'The last night', hint: 'For example 30 11 2026. Nights after today are in the file as if nothing changes.' })}
${radios({
  name: 'purpose',
  idPrefix: 'purpose',
  fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
  items: Object.entries(PURPOSES).map(([value, text]) => ({ value, text, checked: again.purpose === value })),
  errorMessage: errors.of('purpose'),
})}
${button({ text: 'Download the file' })}`,
})}`),
  });
};
