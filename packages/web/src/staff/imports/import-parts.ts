import {
  childrenSetAside,
  type ImportCounts,
  type RulesFound,
  type SetAsideGroup,
  type ShownImport,
  setAsideGroups,
  type TableCounts,
  tableCounts,
} from '@rightplace/app';
import { collectionYearLabel } from '@rightplace/domain';
import {
  bulletList,
  type Content,
  count,
  dataTable,
  type Html,
  heading,
  html,
  number,
  type StatCard,
  statCards,
} from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';
import { severityTag } from '../return-readiness/readiness-words.ts';

type Row = ShownImport['report']['rejected'][number];

/** So few are shown where they are; more have a page of their own. */
const FEW_ROWS = 12;

const card = (value: number, label: string, detail: string, always = true): StatCard | false =>
  (always || value > 0) && { value: number(value), label, detail };

/** What becomes of the rows: each row that was read is under one of these. */
export const outcomeCards = (counts: ImportCounts, isDone: boolean): Html =>
  statCards([
    card(counts.new, 'new', 'Not in the record before'),
    card(counts.changed, 'changed', `In the record, and now ${isDone ? 'told' : 'said'} otherwise`),
    card(counts.ended, 'ended', 'Were going on, and now have an end'),
    card(counts.unchanged, 'unchanged', 'As the record has them already'),
    card(counts.withdrawn, 'withdrawn', 'In this year’s return before, and no longer', false),
    card(counts.superseded, 'superseded', 'Overlapped by what is said instead', false),
    {
      value: number(counts.rejected),
      label: counts.rejected === 1 ? 'row set aside' : 'rows set aside',
      detail: counts.rejected === 0 ? 'Every row could be read' : 'Not taken in; each has its reason below',
      concern: counts.rejected > 0,
      ...(counts.rejected > 0 ? { href: '#set-aside' } : {}),
    },
  ]);

export const rowsTable = (rows: readonly Row[], caption: Content, captionSize?: 'hidden'): Html =>
  dataTable<Row>({
    caption,
    ...(captionSize === undefined ? {} : { captionSize }),
    rows,
    dense: true,
    rowHeader: null,
    columns: [
      { key: 'file', header: 'File', classes: 'app-file-name', cell: ({ file }) => file },
      { key: 'line', header: 'Line', numeric: true, cell: ({ line }) => String(line) },
      { key: 'child', header: 'Child', cell: ({ child }) => child ?? '' },
      { key: 'reason', header: 'What is wrong', classes: 'app-sentence', cell: ({ reason }) => reason },
      { key: 'todo', header: 'What to do', classes: 'app-sentence', cell: ({ todo }) => todo },
    ],
  });

const groupsTable = (importId: number, groups: readonly SetAsideGroup[]): Html =>
  dataTable<SetAsideGroup>({
    caption: 'Rows set aside, by reason',
    captionSize: 'hidden',
    rows: groups,
    columns: [
      {
        key: 'title',
        header: 'What is wrong',
        cell: ({ rule, title }) =>
          html`<a class="govuk-link" href="${staffPaths.importSetAside({ importId: String(importId) }, { rule })}">${title}</a>`,
      },
      { key: 'where', header: 'Where', cell: ({ where }) => where.join(', ') },
      { key: 'count', header: 'Rows', numeric: true, cell: (group) => number(group.count) },
    ],
    scroll: false,
  });

/** "72 rows and 1 file were". */
const notTakenIn = (kept: readonly Row[], all: number): string => {
  const files = kept.filter(({ table }) => table === null).length;
  const parts = [all > files && count(all - files, 'row'), files > 0 && count(files, 'file')].filter(Boolean);
  return `${parts.join(' and ')} ${all === 1 ? 'was' : 'were'}`;
};

const isFew = ({ counts }: ShownImport): boolean => counts.rejected <= FEW_ROWS;

/** Of whom rows are shown on the import's own page. */
export const childrenOnPage = (shown: ShownImport): readonly string[] =>
  isFew(shown) ? childrenSetAside(shown.report) : [];

/** What was not taken in, and why: a few rows here, many by reason with a page for each. */
export const setAsidePart = (shown: ShownImport): Html => {
  const { id, report, counts } = shown;
  if (counts.rejected === 0) return html``;
  return html`<section aria-labelledby="set-aside">
${heading(2, 'Set aside', { id: 'set-aside' })}
<p class="govuk-body">${notTakenIn(report.rejected, counts.rejected)} not taken in. Everything else is untouched by that: put these right where they are recorded, and load the return again.</p>
${isFew(shown) ? rowsTable(report.rejected, 'Rows set aside', 'hidden') : groupsTable(id, setAsideGroups(report, counts))}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.importReport({ importId: String(id) })}">Download the list</a> (CSV, for a spreadsheet)</p>
</section>`;
};

/** Said to whoever has a conflict of interest, so that a shorter list is not taken for the whole. */
export const closedRowsPart = ({ closedRows }: Pick<ShownImport, 'closedRows'>): Html | false =>
  closedRows > 0 &&
  html`<p class="govuk-body">${count(closedRows, 'row')} ${closedRows === 1 ? 'is' : 'are'} left out here and in the lists to download: of children whose record is closed to you because of a conflict of interest. A colleague has to see to them.</p>`;

export const notesPart = ({ report: { notes } }: ShownImport): Html =>
  notes.length === 0
    ? html``
    : html`<section class="app-measured">${heading(2, 'Worth knowing')}
${bulletList(notes)}</section>`;

const BESIDE: Readonly<Record<RulesFound['lastYear'], string>> = {
  files: 'beside last year’s return, which was among them',
  frozen: 'beside last year’s return as it was frozen',
  record: 'beside last year’s return as the record has it',
  nothing: 'without last year’s return, of which there is nothing',
};

/** What the rules of the return find in the files, before anything is loaded. */
export const rulesPart = (
  { id, status, foundRows, report: { rulesFound } }: ShownImport,
  mayOpenRows: boolean,
): Html => {
  if (rulesFound === undefined) return html``;
  const { collectionYear, lastYear, rulesRun, rows, children, byRule } = rulesFound;
  const importId = String(id);
  const year = collectionYearLabel(collectionYear);
  const hasRows = mayOpenRows && foundRows.length > 0;
  // Of very many only the first are kept, and so none of some rules.
  const withRows = new Set(mayOpenRows ? foundRows.map(({ rule }) => rule) : []);
  return html`<section class="app-measured" aria-labelledby="rules-found">
${heading(2, 'What the rules of the return find', { id: 'rules-found' })}
<p class="govuk-body">${count(rulesRun, 'rule')} of the collection year ${year} were run on these files, ${BESIDE[lastYear]}. ${
    rows === 0
      ? 'They found nothing.'
      : `They found ${count(rows, 'row')} of ${count(children, 'child', 'children')} to put right or explain. None of it stops the return from being loaded.`
  }</p>
${
  rows > 0 &&
  dataTable<RulesFound['byRule'][number]>({
    caption: 'Rows found, by rule',
    captionSize: 's',
    rows: byRule,
    columns: [
      { key: 'rule', header: 'Rule' },
      {
        key: 'title',
        header: 'What it finds',
        cell: ({ rule, title, severity }) =>
          html`${withRows.has(rule) ? html`<a class="govuk-link" href="${staffPaths.importFound({ importId }, { rule })}">${title}</a>` : title} ${severity !== 'error' && severityTag(severity)}`,
      },
      { key: 'rows', header: 'Rows', numeric: true, cell: (row) => number(row.rows) },
      { key: 'children', header: 'Children', numeric: true, cell: (row) => number(row.children) },
    ],
  })
}
${hasRows && html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.importFoundList({ importId })}">Download ${foundRows.length < rows ? `the first ${count(foundRows.length, 'row')}` : 'every row'}</a> (CSV, for a spreadsheet)</p>`}
${status === 'applied' && html`<p class="govuk-body">What they find now that it is loaded is in the <a class="govuk-link" href="${staffPaths.returnReadiness({ year: collectionYear })}">return’s readiness</a>, to be put right there.</p>`}
</section>`;
};

/** Every row that was read, accounted for. */
export const tablesPart = ({ report }: ShownImport): Html => {
  const rows = tableCounts(report);
  if (rows.length === 0) return html``;
  const total = (of: (row: TableCounts) => number): string =>
    number(rows.reduce((sum, row) => sum + of(row), 0));
  const gaveWay = rows.some((row) => row.gaveWay > 0);
  const table = dataTable<TableCounts>({
    caption: 'Every row that was read',
    captionSize: 'm',
    rows,
    columns: [
      { key: 'title', header: 'Table' },
      { key: 'read', header: 'Read', numeric: true, cell: (row) => number(row.read) },
      { key: 'accepted', header: 'Taken in', numeric: true, cell: (row) => number(row.accepted) },
      gaveWay && {
        key: 'gaveWay',
        header: 'Gave way to a newer return',
        numeric: true,
        cell: (row) => number(row.gaveWay),
      },
      { key: 'rejected', header: 'Set aside', numeric: true, cell: (row) => number(row.rejected) },
    ],
    foot: [
      'All',
      total(({ read }) => read),
      total(({ accepted }) => accepted),
      ...(gaveWay ? [total((row) => row.gaveWay)] : []),
      total(({ rejected }) => rejected),
    ],
  });
  return html`<div class="app-measured">${table}</div>`;
};

const SIZES = ['bytes', 'KB', 'MB', 'GB'] as const;

export const sizeInWords = (bytes: number): string => {
  const step = Math.min(SIZES.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** step;
  return `${number(value, step > 0 && value < 10 ? 1 : 0)} ${SIZES[step]}`;
};

/** What was given, by its checksum too: so that two people can be sure that they speak of the same file. */
export const filesPart = ({ files }: ShownImport): Html =>
  files.length === 0
    ? html``
    : html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${count(files.length, 'file')} given</span></summary>
<div class="govuk-details__text">${dataTable({
        caption: 'Files given',
        captionSize: 'hidden',
        rows: files,
        dense: true,
        columns: [
          { key: 'name', header: 'File', classes: 'app-file-name', cell: ({ name }) => name },
          { key: 'size', header: 'Size', numeric: true, cell: ({ size }) => sizeInWords(size) },
          {
            key: 'sha256',
            header: 'Checksum (SHA-256)',
            classes: 'app-checksum',
            cell: ({ sha256 }) => html`<code>${sha256.slice(0, 16)}…</code>`,
          },
        ],
      })}</div></details>`;
