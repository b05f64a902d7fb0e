import { attributes, type Content, type Html, html } from './html.ts';

/** A link that sorts by this column, and which way it is sorted now, if it is. */
export interface ColumnSort {
  readonly href: string;
  readonly direction?: 'ascending' | 'descending' | undefined;
}

type ContentKey<Row> = { [Key in keyof Row]: Row[Key] extends Content ? Key : never }[keyof Row] & string;

export type Column<Row> = {
  readonly header: Content;
  /** Right-aligned, with figures of equal width. Write all its values to the same number of decimals. */
  readonly numeric?: boolean | undefined;
  readonly sort?: ColumnSort | undefined;
  readonly classes?: string | undefined;
  /** Never broken over two lines: dates, codes. */
  readonly nowrap?: boolean | undefined;
} & (
  | { readonly key: ContentKey<Row>; readonly cell?: undefined }
  | { readonly key: string; readonly cell: (row: Row) => Content }
);

export interface DataTableOptions<Row> {
  /** What the table holds: its title to everyone, sighted or not. */
  readonly caption: Content;
  readonly captionSize?: 's' | 'm' | 'l' | 'hidden' | undefined;
  readonly columns: readonly (Column<Row> | false | null | undefined)[];
  readonly rows: readonly Row[];
  /** The column that names the row. The first unless said; null when no column does. */
  readonly rowHeader?: string | null | undefined;
  /** Totals: one content a column. */
  readonly foot?: readonly Content[] | undefined;
  /** Said in place of the table when there are no rows: a sentence, or markup with a heading of its own. */
  readonly empty?: Content;
  /** Tighter, for lists people work through all day. */
  readonly dense?: boolean | undefined;
  /** May be scrolled sideways on a narrow screen. Unless said, when there are more than three columns. */
  readonly scroll?: boolean | undefined;
  /** On a narrow screen each row stands as a block with its headers beside its cells, so that nothing has to be scrolled for. */
  readonly stacks?: boolean | undefined;
  readonly id?: string | undefined;
  readonly rowClasses?: ((row: Row) => string | undefined) | undefined;
}

const arrow = (direction: ColumnSort['direction']): string =>
  direction === undefined ? '' : direction === 'ascending' ? ' ▲' : ' ▼';

const headerCell = <Row>(column: Column<Row>, role: Html): Html => {
  const { sort } = column;
  const classes = `govuk-table__header${column.numeric === true ? ' govuk-table__header--numeric' : ''}${column.classes ? ` ${column.classes}` : ''}`;
  return html`<th scope="col" class="${classes}"${attributes({ 'aria-sort': sort?.direction })}${role}>${
    sort === undefined
      ? column.header
      : html`<a class="app-sort" href="${sort.href}">${column.header}<span aria-hidden="true">${arrow(sort.direction)}</span><span class="govuk-visually-hidden">, sort</span></a>`
  }</th>`;
};

const classesOf = <Row>(column: Column<Row>, base: string): string =>
  `${base}${column.numeric === true ? ' govuk-table__cell--numeric' : ''}${column.nowrap === true ? ' app-nowrap' : ''}${column.classes ? ` ${column.classes}` : ''}`;

const rolesIf = (said: boolean) => {
  const role = (name: string): Html => html`${said && attributes({ role: name })}`;
  return {
    table: role('table'),
    group: role('rowgroup'),
    row: role('row'),
    columnHeader: role('columnheader'),
    rowHeader: role('rowheader'),
    cell: role('cell'),
  };
};
const [ROLES, NO_ROLES] = [rolesIf(true), rolesIf(false)];

/**
 * A table of data: a caption, headers with scope, figures aligned, sorting by links. Drawn by the tag rather than the
 * official macro (whose markup it follows), because a list of a thousand children must not take a second.
 */
export const dataTable = <Row>(options: DataTableOptions<Row>): Html => {
  const columns = options.columns.filter((column): column is Column<Row> => Boolean(column));
  if (options.rows.length === 0 && options.empty !== undefined) {
    return typeof options.empty === 'string'
      ? html`<p class="govuk-body app-empty">${options.empty}</p>`
      : html`${options.empty}`;
  }
  const { stacks = false } = options;
  // Drawn as blocks, a table is none any more to some screen readers, unless each part says what it is.
  const is = stacks ? ROLES : NO_ROLES;
  const rowHeader = options.rowHeader === undefined ? columns[0]?.key : options.rowHeader;
  const drawing = columns.map((column) => ({
    content: column.cell ?? ((row: Row): Content => row[column.key as keyof Row] as Content),
    isHeader: column.key === rowHeader,
    classes: classesOf(column, column.key === rowHeader ? 'govuk-table__header' : 'govuk-table__cell'),
    label: html`${stacks && attributes({ 'data-label': textOf(column.header) })}`,
  }));
  const size = options.captionSize ?? 's';
  const table = html`<table class="govuk-table app-table${options.dense === true && ' app-table--dense'}${stacks && ' app-table--stacks'}"${attributes({ id: options.id })}${is.table}>
<caption class="${size === 'hidden' ? 'govuk-visually-hidden' : `govuk-table__caption govuk-table__caption--${size}`}">${options.caption}</caption>
<thead class="govuk-table__head"${is.group}><tr class="govuk-table__row"${is.row}>${columns.map((column) => headerCell(column, is.columnHeader))}</tr></thead>
<tbody class="govuk-table__body"${is.group}>
${options.rows.map((row) => {
  const classes = options.rowClasses?.(row);
  return html`<tr class="govuk-table__row${classes ? ` ${classes}` : ''}"${is.row}>${drawing.map(
    ({ content, isHeader, classes, label }) =>
      isHeader
        ? html`<th scope="row" class="${classes}"${is.rowHeader}>${content(row)}</th>`
        : html`<td class="${classes}"${label}${is.cell}>${content(row)}</td>`,
  )}</tr>
`;
})}</tbody>${
    options.foot &&
    html`<tfoot class="app-table__foot"${is.group}><tr class="govuk-table__row"${is.row}>${options.foot.map(
      (content, i) =>
        i === 0
          ? html`<th scope="row" class="govuk-table__header"${is.rowHeader}>${content}</th>`
          : html`<td class="${drawing[i]?.classes.replace('govuk-table__header', 'govuk-table__cell') ?? 'govuk-table__cell'}"${drawing[i]?.label}${is.cell}>${content}</td>`,
    )}</tr></tfoot>`
  }
</table>`;
  return (options.scroll ?? (columns.length > 3 && !stacks)) ? scrollable(options.caption, table) : table;
};

/** Wide content that may be scrolled with a finger or, being reachable by Tab, with the arrow keys. */
export const scrollable = (label: Content, content: Html): Html =>
  html`<div class="app-scroll" role="region" aria-label="${textOf(label)}" tabindex="0">${content}</div>`;

/** The words of some markup, for a label. */
const textOf = (content: Content): string =>
  html`${content}`
    .toString()
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
