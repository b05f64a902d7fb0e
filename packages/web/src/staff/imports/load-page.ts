import { collectionYearLabel, collectionYearOf, type Day } from '@rightplace/domain';
import {
  button,
  details,
  type FieldError,
  fileUpload,
  form,
  formErrors,
  type Html,
  html,
  select,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { MOST_BYTES } from './read-uploads.ts';

export interface LoadView {
  readonly csrf: string;
  readonly today: Day;
  readonly demonstration: boolean;
  /** The year chosen before, when the form comes back. */
  readonly year?: string | undefined;
  readonly problem?: (FieldError & { readonly status: 413 | 422 }) | undefined;
}

const EARLIEST_YEAR = 2010;

/** The year now being collected first. Its number, by which it ends, is what is sent. */
export const yearItems = (today: Day) => {
  const latest = collectionYearOf(today);
  return Array.from({ length: latest - EARLIEST_YEAR + 1 }, (_, i) => ({
    value: String(latest - i),
    text: collectionYearLabel(latest - i),
  }));
};

export const isOfferedYear = (text: string, today: Day): boolean =>
  yearItems(today).some(({ value }) => value === text);

const MEGABYTES = MOST_BYTES / 1_048_576;

/** Where files are chosen. Nothing happens to the record from here: what they would do is shown first. */
export const loadPage = (view: LoadView): Page => {
  const errors = formErrors(view.problem === undefined ? [] : [view.problem]);
  return page({
    title: 'Load a return',
    section: 'imports',
    status: view.problem?.status ?? 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.imports(), text: 'Imports' },
    scripts: ['upload.js'],
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errors.summary}
<h1 class="govuk-heading-l">Load a return</h1>
<p class="govuk-body-l">Choose the files of an SSDA903 return. You are shown what they would change before anything does.</p>
${view.demonstration && demonstrationWarning}
${form({
  id: 'load-return',
  action: staffPaths.loadReturn(),
  csrfToken: view.csrf,
  multipart: true,
  main: html`${select({
    id: 'year',
    name: 'year',
    label: { text: 'Which collection year are they for?', classes: 'govuk-label--s' },
    hint: { text: 'The year matters for which codes and rules apply, and which return is the newer.' },
    items: [{ value: '', text: 'As their folders say, or else their dates' }, ...yearItems(view.today)],
    value: view.year ?? '',
    errorMessage: errors.of('year'),
  })}
${fileUpload({
  id: 'files',
  name: 'files',
  label: { text: 'The files', classes: 'govuk-label--s' },
  hint: { text: `CSV files, one XML, or a zip of either: up to ${MEGABYTES} MB together.` },
  multiple: true,
  javascript: true,
  chooseFilesButtonText: 'Choose files',
  dropInstructionText: 'or drop them here',
  multipleFilesChosenText: { one: '%{count} file chosen', other: '%{count} files chosen' },
  attributes: { 'data-most-bytes': String(MOST_BYTES) },
  errorMessage: errors.of('files'),
})}
${button({ text: 'Read the files', preventDoubleClick: true })}`,
})}
${aboutFiles}
</div></div>`,
  });
};

const demonstrationWarning = warningText({
  text: 'This is the demonstration authority: every child in it is invented. Do not load real children’s files here. Start Rightplace with “npm start -- --empty” for an authority of your own.',
  iconFallbackText: 'Warning',
});

const aboutFiles: Html = details({
  summaryText: 'Which files, and how large',
  html: html`<p class="govuk-body">Any of the twelve files of the return: Header, Episodes, Reviews, UASC, OC2, OC3, AD1, placed for adoption, previous permanence, missing, social worker episodes and deprivation of liberty. They are told apart by their columns, so it does not matter what they are called, and some may be missing.</p>
<p class="govuk-body">For several years at once, give a zip with a folder a year, named by the year in which the collection ends: <code>2025</code> for 2024-25. Of what two returns say of the same thing, the newer is believed.</p>
<p class="govuk-body">Files larger than ${MEGABYTES} MB can be loaded where Rightplace runs, with the command <code>rightplace import</code>.</p>`,
});
