import type { FindingView, ShownTable } from '@rightplace/app';
import { type ChildId, type CollectionYear, collectionYearLabel } from '@rightplace/domain';
import { type Content, dataTable, type Html, html } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';
import { rowInWords as rowToAdd } from '../return-correction/correction-words.ts';
import { correctHref } from './readiness-links.ts';
import { rowInWords } from './readiness-words.ts';

type ShownRow = ShownTable['rows'][number];
type TableOfRow = NonNullable<FindingView['finding']['correct']>['table'];

export interface RowsOfChild {
  readonly child: ChildId;
  readonly collectionYear: CollectionYear;
  /** They may put a row right. */
  readonly mayCorrect: boolean;
  readonly list?: string | undefined;
}

/** More rows than these lie one below another, as in the return itself; fewer stand side by side to be compared. */
const MOST_SIDE_BY_SIDE = 6;

/** The child's rows of each table that the rule looks at, as the record has them now, the cells at fault marked. */
export const rowsPart = (tables: readonly ShownTable[], of: RowsOfChild): Html => {
  // Tables of a row or two stand side by side too.
  const areSmall = tables.length > 1 && tables.every(({ rows }) => rows.length <= 2);
  const hasLeftOut = tables.some((table) => columnsToShow(table).length < table.columns.length);
  return html`<div${areSmall && html` class="app-mixes"`}>${tables.map((table) => html`<div>${rowsTable(table, of)}</div>`)}</div>
${hasLeftOut && html`<p class="govuk-body-s">Columns that are blank in every row are left out.</p>`}`;
};

const rowsTable = (table: ShownTable, of: RowsOfChild): Html => {
  const columns = columnsToShow(table);
  return html`${
    table.rows.length === 0
      ? html`<h3 class="govuk-heading-s">${table.title}</h3><p class="govuk-body">The child has no row of this table.${addLink(table, of)}</p>`
      : table.rows.length <= MOST_SIDE_BY_SIDE
        ? sideBySide(table, columns, of)
        : oneBelowAnother(table, columns, of)
  }${
    table.frozen &&
    html`<p class="govuk-body-s">This is last year’s return as it was submitted, which nobody corrects. If it is wrong, explain the finding.</p>`
  }`;
};

/** What a rule misses is often a row that is not there at all. */
const addLink = ({ table, frozen }: ShownTable, { mayCorrect, child, collectionYear, list }: RowsOfChild) => {
  if (!mayCorrect || frozen || table.endsWith('_last')) return false;
  const missing = table as TableOfRow;
  const params = { childId: child, year: String(collectionYear), table: missing };
  return html` <a class="govuk-link" href="${staffPaths.addReturnRow(params, { list })}">Add ${rowToAdd(missing)}</a>`;
};

interface ShownColumn {
  readonly name: string;
  readonly at: number;
}

const columnsToShow = ({ columns, rows }: ShownTable): readonly ShownColumn[] =>
  columns
    .map((name, at) => ({ name, at }))
    .filter(({ name, at }) =>
      rows.some(({ cells, marked }) => (cells[at] ?? '') !== '' || marked.includes(name)),
    );

const caption = ({ title, frozen }: ShownTable): string => `${title}${frozen ? ', as submitted' : ''}`;

/** Marked by a word, a sign and a frame, so that no colour is needed. */
const cellOf = (row: ShownRow, { name, at }: ShownColumn): Content => {
  const value = row.cells[at] ?? '';
  if (!row.marked.includes(name)) return value;
  return html`<span class="app-at-fault"><span aria-hidden="true">⚠ </span><span class="govuk-visually-hidden">At fault: </span>${value === '' ? html`<em>blank</em>` : value}</span>`;
};

const rowName = (row: ShownRow): Html =>
  html`${rowInWords(row.rowKey)}${row.atFault && html`<span class="app-quiet app-at-fault__row">At fault</span>`}`;

const isLastYears = (table: ShownTable): boolean => table.table.endsWith('_last');

const correctLink = (table: ShownTable, row: ShownRow, of: RowsOfChild): Html | false => {
  if (!of.mayCorrect || table.frozen) return false;
  const year = isLastYears(table) ? of.collectionYear - 1 : of.collectionYear;
  const place = {
    child: of.child,
    collectionYear: year,
    table: table.table.replace('_last', '') as TableOfRow,
    rowKey: row.rowKey,
    field: row.marked[0],
  };
  const href = correctHref(place, of.list);
  return html`<a class="govuk-link" href="${href}">Correct<span class="govuk-visually-hidden"> the row ${rowInWords(row.rowKey)}${isLastYears(table) && ` of ${collectionYearLabel(year)}`}</span></a>`;
};

const sideBySide = (table: ShownTable, columns: readonly ShownColumn[], of: RowsOfChild): Html => {
  const links = table.rows.map((row) => correctLink(table, row, of));
  const drawn = dataTable<ShownColumn>({
    caption: caption(table),
    rows: columns,
    dense: true,
    scroll: table.rows.length > 1,
    foot: links.some((link) => link !== false) ? ['Next', ...links] : undefined,
    columns: [
      { key: 'column', header: 'Column', cell: ({ name }) => html`<code>${name}</code>` },
      ...table.rows.map((row, i) => ({
        key: `row-${i}`,
        header: rowName(row),
        cell: (column: ShownColumn) => cellOf(row, column),
      })),
    ],
  });
  // Two or three rows stretched over a whole screen are hard to compare.
  return table.rows.length <= 3 ? html`<div class="app-measured">${drawn}</div>` : drawn;
};

const oneBelowAnother = (table: ShownTable, columns: readonly ShownColumn[], of: RowsOfChild): Html =>
  html`<div class="app-wide-on-paper">${dataTable<ShownRow>({
    caption: caption(table),
    rows: table.rows,
    dense: true,
    scroll: true,
    columns: [
      { key: 'row', header: 'Row', nowrap: true, cell: rowName },
      ...columns.map((column) => ({
        key: column.name,
        header: html`<code>${column.name}</code>`,
        nowrap: true,
        cell: (row: ShownRow) => cellOf(row, column),
      })),
      of.mayCorrect &&
        !table.frozen && {
          key: 'correct',
          header: 'Next',
          cell: (row: ShownRow) => correctLink(table, row, of),
        },
    ],
  })}</div>`;
