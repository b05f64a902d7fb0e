import {
  collectionYearEnd,
  type Day,
  type ShownCell,
  type ShownDefinition,
  type ShownLine,
  type ShownPack,
  type ShownTable,
  yearOf,
} from '@rightplace/domain';
import { type LineSeries, lineChart } from '../../charts/index.ts';
import { type Column, dataTable, type Html, heading, html, number, percent } from '../../kit/index.ts';

/** A set of figures as it is shown: each with what it finds for its title, a picture, and the same and more as a table. */
export const packParts = (pack: ShownPack, after: (table: ShownTable) => Html | false = () => false): Html =>
  html`<div class="app-pack">${pack.tables.map((table) => html`${tablePart(table, pack)}${after(table)}`)}</div>
${definitionsPart(pack.definitions)}`;

type Years = Pick<ShownPack, 'whose' | 'years'>;

const tablePart = (table: ShownTable, of: Years): Html => {
  const series = seriesOf(table, of);
  const full = packTable(table, of, { hidden: series.length > 0 });
  const notes = html`${table.notes.map((note) => html`<p>${note}</p>`)}`;
  const source = table.sources.join(' ');
  if (series.length === 0)
    return html`<section id="${table.id}">${heading(2, table.finding, { size: 's' })}
${full}
<div class="app-chart__note">${notes}</div>
<p class="app-chart__source">${source}</p></section>`;
  return lineChart({
    id: table.id,
    finding: table.finding,
    headingLevel: 2,
    subtitle: captionOf(table, of),
    series,
    format: (value) => (table.shows === 'share' ? percent(value, 0) : number(value)),
    formatDay: (on) => String(yearOf(on)),
    fullTable: full,
    table: 'plain',
    note: notes,
    source,
  });
};

const captionOf = ({ number: called, title, lines }: ShownTable, { years, whose }: Years): string => {
  const areas = [
    ...(lines.some(({ area }) => area === 'own') ? [whose] : []),
    ...(lines.some(({ area }) => area === 'england') ? ['England'] : []),
  ];
  const [first, last] = [years[0], years.at(-1)];
  return `${called}: ${title}, ${first === last ? last : `${first} to ${last}`}, ${areas.join(' and ')}`;
};

/** What a picture can hold: the greatest lines, or where England stands beside them fewer, each with England’s. */
const MOST = 4;

const seriesOf = ({ lines, shows }: ShownTable, { years }: Years): readonly LineSeries[] => {
  const told = lines.filter(({ isWhole, cells }) => !isWhole && cells.some(({ value }) => value !== null));
  const [main = 'own'] = told.map(({ area }) => area);
  const size = ({ cells }: ShownLine): number => cells.findLast(({ value }) => value !== null)?.value ?? 0;
  const england = main === 'own' ? told.filter(({ area }) => area === 'england') : [];
  const chosen = told
    .filter(({ area }) => area === main)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, england.length > 0 && shows === 'share' ? MOST / 2 : MOST);
  const beside =
    shows === 'share' ? england.filter(({ key }) => chosen.some((line) => line.key === key)) : [];
  return [...chosen, ...beside].map((line) => ({
    label: line.area === 'england' && beside.length > 0 ? `${line.title}, England` : line.title,
    points: line.cells.map(({ value }, i) => ({ on: dayOf(years[i] ?? 0), value })),
  }));
};

const dayOf = (year: number): Day => collectionYearEnd(year);

/** Every line and year; England’s line under the authority’s, so that the eye can hold them together. */
export const packTable = (
  table: ShownTable,
  of: Years,
  caption: { readonly hidden?: boolean; readonly more?: string } = {},
): Html => {
  const { lines } = table;
  const hasBoth = lines.some(({ area }) => area === 'own') && lines.some(({ area }) => area === 'england');
  const own = lines.filter(({ area }) => area === 'own');
  const rows = hasBoth
    ? own.flatMap((line) => [
        line,
        ...lines.filter(({ area, key }) => area === 'england' && key === line.key),
      ])
    : lines;
  const columns: readonly (Column<ShownLine> | false)[] = [
    { key: 'title', header: table.lineHeader },
    hasBoth && {
      key: 'area',
      header: 'Area',
      nowrap: true,
      cell: ({ area }) => (area === 'own' ? 'This authority' : 'England'),
    },
    ...of.years.map(
      (year, i): Column<ShownLine> => ({
        key: String(year),
        header: String(year),
        numeric: true,
        nowrap: true,
        cell: ({ cells }) => cellText(cells[i]),
      }),
    ),
  ];
  return dataTable({
    caption: `${captionOf(table, of)}${caption.more ?? ''}`,
    captionSize: caption.hidden === true ? 'hidden' : 's',
    dense: true,
    columns,
    rows,
    rowClasses: ({ isWhole }) => (isWhole ? 'app-pack-whole' : undefined),
  });
};

export const cellText = (cell: ShownCell | undefined): string =>
  cell === undefined ? '' : cell.counted === null ? cell.text : `${cell.text} (${cell.counted})`;

const definitionsPart = (definitions: readonly ShownDefinition[]): Html => html`<section id="definitions">
${heading(2, 'What is counted')}
<dl class="app-pack-definitions">
${definitions.map(
  ({
    id,
    title,
    version,
    definition,
    certainty,
    source,
  }) => html`<dt class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${title}</dt>
<dd class="govuk-body govuk-!-margin-left-0">${definition} ${certainty} <span class="app-measure-quiet">${source}. ${id}, version ${version}.</span></dd>`,
)}
</dl></section>`;
