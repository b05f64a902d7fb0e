import type { NothingToLoad, ShownUpstreamLoad } from '@rightplace/app';
import { dayInWords, momentInWords } from '@rightplace/domain';
import {
  button,
  dataTable,
  details,
  type FieldError,
  fileUpload,
  form,
  formErrors,
  type Html,
  heading,
  html,
  link,
  status,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { dayFields } from '../day-fields.ts';
import { MOST_BYTES } from '../imports/read-uploads.ts';
import { staffPaths } from '../paths.ts';
import { notTakenPart } from './upstream-parts.ts';
import { SOURCE_TITLES } from './upstream-words.ts';

export interface LoadUpstreamView {
  readonly csrf: string;
  readonly demonstration: boolean;
  readonly mayLoad: boolean;
  readonly loads: readonly ShownUpstreamLoad[];
  readonly typed?: URLSearchParams | undefined;
  readonly problems?: readonly FieldError[];
  /** What came of files that could not be used. */
  readonly nothing?: NothingToLoad | undefined;
  readonly status?: 413 | 422 | undefined;
}

const TITLE = 'Children in need and protection';

const STATUS: Readonly<Record<ShownUpstreamLoad['status'], Html>> = {
  previewed: status('Waiting', 'yellow'),
  applied: status('Loaded', 'green'),
  discarded: status('Discarded', 'grey'),
};

/** Where lists and censuses of children before care are chosen, and what became of those given before. */
export const loadUpstreamPage = (view: LoadUpstreamView): Page => {
  const errors = formErrors(view.problems ?? []);
  return page({
    title: TITLE,
    section: 'imports',
    status: view.status ?? 200,
    titlePrefixError: errors.any,
    scripts: ['upload.js'],
    breadcrumbs: [{ text: 'Imports', href: staffPaths.imports() }, { text: TITLE }],
    main: html`${errors.summary}
${heading(1, TITLE)}
<p class="govuk-body-l">What comes before care: contacts, assessments, enquiries, need and protection plans, from Ofsted’s child-level lists (Annex A) or the children in need census.</p>
<p class="govuk-body">${link(staffPaths.demand(), 'Demand before care')} shows it by month or quarter, a year against the year before.</p>
${view.nothing !== undefined && notTakenPart(view.nothing)}
${view.mayLoad && loadForm(view)}
${history(view.loads)}`,
  });
};

const loadForm = (view: LoadUpstreamView): Html => {
  const errors = formErrors(view.problems ?? []);
  const typed = {
    ...(view.typed === undefined ? {} : { typed: view.typed }),
    ...(view.problems === undefined ? {} : { problems: view.problems }),
  };
  return html`${
    view.demonstration &&
    warningText({
      text: 'This is the demonstration authority: every child in it is invented. Do not load real children’s files here.',
      iconFallbackText: 'Warning',
    })
  }
${form({
  id: 'load-upstream',
  action: staffPaths.upstream(),
  csrfToken: view.csrf,
  multipart: true,
  main: html`${dayFields(typed, { prefix: 'from', legend: 'First day that lists tell of', hint: 'The census says its year itself. If you leave it out, it is six months before the last.' })}
${dayFields(typed, { prefix: 'to', legend: 'Last day that lists tell of', hint: 'If you leave it out, it is the last day in the files.' })}
${fileUpload({
  id: 'files',
  name: 'files',
  label: { text: 'The files', classes: 'govuk-label--s' },
  hint: {
    text: `The workbook of lists, or its lists as CSV, or the census as XML: up to ${MOST_BYTES / 1_048_576} MB together.`,
  },
  multiple: true,
  attributes: { 'data-most-bytes': String(MOST_BYTES), 'data-command': 'rightplace upstream' },
  errorMessage: errors.of('files'),
})}
${button({ text: 'Read the files', preventDoubleClick: true })}`,
})}
${details({
  summaryText: 'What is read, and what is kept',
  html: html`<p class="govuk-body">Lists 1 and 3 to 7 of Annex A are told by their headings; lists 2 and 8 to 11 are not needed. Of the census: referrals, assessments with their factors, section 47 enquiries, conferences and protection plans.</p>
<p class="govuk-body">Children who are not in care are kept by your own identifier, with date of birth, sex and ethnicity. No name, address or worker is kept.</p>
<p class="govuk-body">Of what the same source said before of that time, what the new files no longer say is withdrawn. Figures of the past stay as they were known.</p>`,
})}`;
};

const history = (loads: readonly ShownUpstreamLoad[]): Html =>
  dataTable<ShownUpstreamLoad>({
    caption: 'What was given, newest first',
    captionSize: 's',
    rows: loads,
    dense: true,
    empty: 'Nothing has been given yet.',
    columns: [
      { key: 'at', header: 'Read', cell: ({ at }) => momentInWords(at) },
      {
        key: 'source',
        header: 'What',
        cell: ({ id, report }) =>
          link(staffPaths.upstreamLoad({ loadId: String(id) }), SOURCE_TITLES[report.source]),
      },
      {
        key: 'time',
        header: 'Of the time',
        cell: ({ report }) => `${dayInWords(report.firstDay)} to ${dayInWords(report.lastDay)}`,
      },
      { key: 'by', header: 'By' },
      { key: 'status', header: 'Now', cell: (each) => STATUS[each.status] },
    ],
  });
