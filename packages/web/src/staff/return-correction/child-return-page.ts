import type { ChildReturnView, RowFinding } from '@rightplace/app';
import { collectionYearLabel } from '@rightplace/domain';
import { dataTable, type Html, heading, html, noHtml } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { glassNotice } from '../children/child-frame.ts';
import { childName } from '../children/child-words.ts';
import { rowInWords as keyInWords } from '../return-readiness/readiness-words.ts';
import { correctionPaths } from './correction-paths.ts';
import { findingsCounted, rowInWords } from './correction-words.ts';
import { elsewhereList } from './row-findings.ts';
import { backToList, type FromList, identityOf } from './row-page.ts';

type ShownTable = ChildReturnView['tables'][number];
type ShownRow = ShownTable['rows'][number];

/** With the work list that one came from. */
type View = ChildReturnView & { readonly list: string | undefined };

/** Everything a year's return tells of a child, each row with the way to correct it. */
export const childReturnPage = (
  given: ChildReturnView,
  { mayAudit, list }: { readonly mayAudit: boolean; readonly list: FromList | undefined },
): Page => {
  const view = { ...given, list: list?.inShort };
  const { child, collectionYear, tables, findings } = view;
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const empty = tables.filter(({ rows }) => rows.length === 0);
  return page({
    title: `Return for ${collectionYearLabel(collectionYear)} – ${childName(child)}`,
    section: 'children',
    width: 'wide',
    identity: identityOf(view, mayAudit),
    ...(list === undefined ? {} : { backLink: backToList(list) }),
    main: html`${glassNotice(view.glass)}
${heading(1, `Return for ${collectionYearLabel(collectionYear)}`, { caption: childName(child) })}
${otherYears(view)}
<p class="govuk-body">${findings.length === 0 ? 'The rules of the return find nothing in it.' : `The rules of the return have ${findingsCounted(findings.length)} in it.`}</p>
${elsewhereList(findings, { childId: child.id, year: collectionYear, list: view.list })}
${filled.map((table) => section(table, view))}
${empty.length > 0 && html`${heading(2, 'Nothing in this return')}<ul class="govuk-list govuk-list--bullet">${empty.map(({ table, title }) => html`<li>${title}: ${addLink(table, view)}</li>`)}</ul>`}`,
  });
};

const otherYears = ({ years, child, collectionYear }: ChildReturnView): Html =>
  html`<p class="govuk-body app-no-print">Another year: ${years
    .filter((year) => year !== collectionYear)
    .map(
      (year, i) =>
        html`${i > 0 && ', '}<a class="govuk-link" href="${correctionPaths.childReturnOf({ childId: child.id, year: String(year) })}">${collectionYearLabel(year)}</a>`,
    )}</p>`;

const addLink = (table: ShownTable['table'], { child, collectionYear, list }: View): Html =>
  html`<a class="govuk-link" href="${correctionPaths.addReturnRow({ childId: child.id, year: String(collectionYear), table }, { list })}">Add ${rowInWords(table)}</a>`;

const section = (shown: ShownTable, view: View): Html => {
  const { table, title, rows, mayAdd } = shown;
  const found = view.findings.filter((finding) => finding.table === table);
  const columns = columnsToShow(shown, found);
  const areLeftOut = columns.length < shown.columns.length;
  const drawn = { shown, view, columns, found };
  return html`<section id="${table}">${heading(2, title)}
${columns.length > MOST_ACROSS && rows.length <= MOST_SIDE_BY_SIDE ? sideBySide(drawn) : oneBelowAnother(drawn)}
${areLeftOut && html`<p class="govuk-body-s">Columns that are blank in every row are left out.</p>`}
${mayAdd ? html`<p class="govuk-body">${addLink(table, view)}</p>` : noHtml}</section>`;
};

/** Rows of more columns than these are wider than a screen: they stand side by side, as long as they are few. */
const MOST_ACROSS = 8;
const MOST_SIDE_BY_SIDE = 5;

interface Drawn {
  readonly shown: ShownTable;
  readonly view: View;
  readonly columns: ShownTable['columns'];
  readonly found: readonly RowFinding[];
}

/** Those that say something, or ought to. */
const columnsToShow = ({ rows, columns }: ShownTable, found: readonly RowFinding[]): ShownTable['columns'] =>
  columns.filter(
    ({ name }) =>
      rows.some(({ cells }) => (cells[name] ?? '') !== '') ||
      found.some(({ fields }) => fields.includes(name)),
  );

const sideBySide = ({ shown, view, columns, found }: Drawn): Html =>
  html`<div class="app-measured">${dataTable<ShownTable['columns'][number]>({
    caption: shown.title,
    captionSize: 'hidden',
    dense: true,
    scroll: true,
    rows: columns,
    columns: [
      {
        key: 'column',
        header: 'Column',
        cell: ({ name, title }) => html`${title} <span class="app-quiet">${name}</span>`,
      },
      ...shown.rows.map((row, i) => ({
        key: `row-${i}`,
        header: html`${keyInWords(row.key)} <span class="app-no-print">${correctLink(row, shown, view)}</span>`,
        cell: ({ name }: ShownTable['columns'][number]) => cellOf(row, name, found),
      })),
    ],
  })}</div>`;

const oneBelowAnother = ({ shown, view, columns, found }: Drawn): Html =>
  html`<div class="app-wide-on-paper">${dataTable<ShownRow>({
    caption: shown.title,
    captionSize: 'hidden',
    dense: true,
    scroll: true,
    rowHeader: null,
    rows: shown.rows,
    columns: [
      {
        key: 'correct',
        header: 'Correct',
        classes: 'app-no-print',
        cell: (row) => correctLink(row, shown, view),
      },
      ...columns.map(({ name, title: words }) => ({
        key: name,
        header: html`${words} <span class="app-quiet">${name}</span>`,
        cell: (row: ShownRow) => cellOf(row, name, found),
      })),
    ],
  })}</div>`;

const correctLink = ({ key }: ShownRow, { table, title }: ShownTable, view: View): Html => {
  const params = { childId: view.child.id, year: String(view.collectionYear), table, rowKey: key };
  return html`<a class="govuk-link" href="${correctionPaths.returnRow(params, { list: view.list })}">Correct<span class="govuk-visually-hidden"> ${title} ${key}</span></a>`;
};

const cellOf = ({ key, cells }: ShownRow, column: string, found: readonly RowFinding[]): Html | string => {
  const cell = cells[column] ?? '';
  const isAtFault = found.some(({ rowKeys, fields }) => rowKeys.includes(key) && fields.includes(column));
  return isAtFault
    ? html`<span class="app-at-fault"><span class="govuk-visually-hidden">At fault: </span>${cell === '' ? 'blank' : cell}</span>`
    : cell;
};
