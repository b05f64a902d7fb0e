import type { ShownUpstreamLoad, UpstreamReport } from '@rightplace/app';
import { dayInWords, momentInWords } from '@rightplace/domain';
import {
  button,
  checkboxes,
  dataTable,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  number,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { closedRowsPart } from '../imports/import-parts.ts';
import { staffPaths } from '../paths.ts';
import { notTakenPart } from './upstream-parts.ts';
import { KIND_TITLES, SOURCE_TITLES } from './upstream-words.ts';

export interface UpstreamLoadView {
  readonly load: ShownUpstreamLoad;
  readonly csrf: string;
  readonly demonstration: boolean;
  readonly mayLoad: boolean;
  readonly problem?: FieldError | undefined;
}

const sum = ({ counts }: UpstreamReport, of: 'new' | 'changed' | 'withdrawn'): number =>
  Object.values(counts).reduce((total, each) => total + each[of], 0);

const titleOf = ({ status, report }: ShownUpstreamLoad): string => {
  const [come, changed, gone] = [sum(report, 'new'), sum(report, 'changed'), sum(report, 'withdrawn')];
  if (status === 'discarded') return 'Discarded';
  if (come + changed + gone === 0) return 'Nothing new in these files';
  const verb = status === 'applied' ? 'were' : 'would be';
  return `${number(come)} ${verb} added, ${number(changed)} changed and ${number(gone)} withdrawn`;
};

/** What files would do, or did. */
export const upstreamLoadPage = (view: UpstreamLoadView): Page => {
  const { load, problem } = view;
  const { report } = load;
  const errors = formErrors(problem === undefined ? [] : [problem]);
  const source = SOURCE_TITLES[report.source];
  return page({
    title: titleOf(load),
    section: 'imports',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Imports', href: staffPaths.imports() },
      { text: 'Children in need and protection', href: staffPaths.upstream() },
      { text: source },
    ],
    main: html`${errors.summary}
${heading(1, titleOf(load), { caption: `${source}, ${dayInWords(report.firstDay)} to ${dayInWords(report.lastDay)}` })}
<p class="govuk-body">Read by ${load.by} on ${momentInWords(load.at)}. ${whatBecame(load)}</p>
<p class="govuk-body">${number(report.rows)} rows were read: ${number(report.taken)} taken in, ${number(report.rows - report.taken)} set aside. Files: ${load.files.join(', ')}.</p>
${load.status === 'previewed' && muchGoesPart(report)}
${countsTable(report)}
${closedRowsPart(load)}
${notTakenPart(report)}
${(report.notTaken.length > 0 || (report.doubts ?? []).length > 0) && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.upstreamSetAside({ loadId: String(load.id) })}" download>Download every row that was set aside or is to be looked at (CSV)</a></p>`}
${load.status === 'previewed' && view.mayLoad && decision(view)}`,
  });
};

const whatBecame = ({ status, decided }: ShownUpstreamLoad): string =>
  decided === undefined
    ? 'Nothing has been loaded yet.'
    : `${status === 'applied' ? 'Loaded' : 'Discarded'} by ${decided.by} on ${momentInWords(decided.at)}.`;

/**
 * Files that are only a part of the lists look like a whole that says most of it never was: where more of a kind would go than
 * these files tell of, whoever loads them is asked to look before they do.
 */
const muchGoesPart = ({ kinds, counts, source }: UpstreamReport): Html | false => {
  const going = kinds.flatMap((kind) => {
    const { withdrawn = 0, changed = 0, unchanged = 0, new: come = 0 } = counts[kind] ?? {};
    return withdrawn > come + changed + unchanged
      ? [
          `${KIND_TITLES[kind]}: ${number(withdrawn)} would go, ${number(come + changed + unchanged)} would be there.`,
        ]
      : [];
  });
  return (
    going.length > 0 &&
    html`${warningText({ text: `More would be withdrawn than these files tell of. ${going.join(' ')}`, iconFallbackText: 'Warning' })}
<p class="govuk-body">${
      source === 'annex-a'
        ? 'Files are taken as the whole of their lists for these days. If they are a part of them, discard this, and read all of the files together or say the days that they tell of.'
        : 'The census is taken as the whole of its year. If this file is a part of it, discard this and read the whole file.'
    }</p>`
  );
};

const countsTable = ({ kinds, counts }: UpstreamReport): Html => {
  const column = (key: 'new' | 'changed' | 'unchanged' | 'withdrawn', header: string) => ({
    key,
    header,
    numeric: true,
    cell: (kind: UpstreamReport['kinds'][number]) => number(counts[kind]?.[key] ?? 0),
  });
  return dataTable({
    caption: 'What changes, by kind',
    captionSize: 's',
    dense: true,
    rows: kinds,
    columns: [
      { key: 'kind', header: 'Kind', cell: (kind) => KIND_TITLES[kind] },
      column('new', 'New'),
      column('changed', 'Changed'),
      column('unchanged', 'As it was'),
      column('withdrawn', 'Withdrawn'),
    ],
  });
};

const decision = (view: UpstreamLoadView): Html => {
  const at = { loadId: String(view.load.id) };
  return html`<section class="app-decision app-no-print" aria-labelledby="decision">
${heading(2, 'Load it?', { id: 'decision' })}
${form({
  id: 'load',
  action: staffPaths.applyUpstream(at),
  csrfToken: view.csrf,
  main: html`${
    view.demonstration &&
    checkboxes({
      idPrefix: 'invented',
      name: 'invented',
      items: [{ value: 'yes', text: 'These files hold no real children' }],
      errorMessage: view.problem?.field === 'invented' ? { text: view.problem.text } : undefined,
    })
  }${button({ text: 'Load', preventDoubleClick: true })}`,
})}
${form({
  id: 'discard',
  action: staffPaths.discardUpstream(at),
  csrfToken: view.csrf,
  main: button({ text: 'Discard', classes: 'govuk-button--secondary' }),
})}
</section>`;
};
