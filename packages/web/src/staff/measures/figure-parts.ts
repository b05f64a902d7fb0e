import type { Comparison, Headline, Point, ShownFigure, ShownRow } from '@rightplace/app';
import { type Measure, sumInWords, valueInUnit } from '@rightplace/domain';
import { sparkline } from '../../charts/index.ts';
import {
  type Column,
  capitalised,
  dataTable,
  type Html,
  html,
  number,
  percent,
  type StatCard,
} from '../../kit/index.ts';
import { againstText } from './comparison-words.ts';
import {
  bigValueText,
  countsText,
  headlineNote,
  headlineText,
  isAverage,
  isShare,
  noValueText,
  signedSum,
  signedValue,
  sinceYearBefore,
  trendInWords,
} from './figure-words.ts';
import { TREND_OF } from './headline-words.ts';

/** Pieces that show figures, on the first page and on the pages of measures. */

export const trendLine = (measure: Measure, trend: readonly Point[], width = 160): Html =>
  sparkline({ values: trend.map(({ value }) => value), label: `${trendInWords(measure, trend)}.`, width });

export interface FigureCard {
  readonly label: string;
  readonly href: string;
  readonly comparison?: Comparison | undefined;
}

/** A figure that opens: how much, of what, how it was a year ago, which way it goes. */
export const figureCard = (figure: ShownFigure, { label, href, comparison }: FigureCard): StatCard => ({
  value: bigValueText(figure),
  label,
  href,
  // The population is on the measure's own page: a card has room for what matters first.
  detail: sentenceOf([
    figure.measure.unit === 'per-10000' ? undefined : countsText(figure),
    noValueText(figure),
    sinceYearBefore(figure),
    comparison && againstText(comparison, figure.measure),
  ]),
  concern: comparison?.target?.standing === 'red',
  trend: trendLine(figure.measure, figure.trend),
});

const sentenceOf = (parts: readonly (string | undefined)[]): string => {
  const said = parts.filter((part) => part !== undefined).join('; ');
  return capitalised(said);
};

export const headlineCard = (
  { measure, value, yearBefore, trend, every }: Headline,
  { label, href, comparison }: FigureCard,
): StatCard => {
  const then = measure.kind === 'flow' ? 'by the same day last year' : 'a year before';
  const known = yearBefore.kind === 'about' || yearBefore.kind === 'fewer-than-5';
  return {
    value: headlineText(measure, value),
    label,
    href,
    detail: sentenceOf([
      headlineNote(measure, value)?.replace(/\.$/, ''),
      known ? `${headlineText(measure, yearBefore)} ${then}` : undefined,
      comparison && againstText(comparison, measure),
    ]),
    concern: comparison?.target?.standing === 'red',
    trend:
      trend.length === 0
        ? undefined
        : sparkline({
            values: trend.map(({ value: each }) => (each.kind === 'about' ? each.value : null)),
            label: `${TREND_OF[every]}, to ${headlineText(measure, value)}.`,
            width: 160,
          }),
  };
};

/** A bar as long as the part is of the whole. The figure stands beside it, so it says nothing to those who do not see it. */
export const partBar = (part: number, whole: number): Html => {
  const length = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
  return html`<svg class="app-part-bar" viewBox="0 0 100 10" width="100" height="10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="app-part-bar__whole" width="100" height="10"/><rect class="app-part-bar__part" width="${length}" height="10"/></svg>`;
};

export interface PartsTable {
  readonly caption: string;
  /** What a part is: "Age". */
  readonly rowHeader: string;
  readonly measure: Measure;
  readonly rows: readonly ShownRow[];
  /** To the children in a part; none for those who may not see them. */
  readonly hrefOf?: ((row: ShownRow) => string) | undefined;
  readonly id?: string;
}

/** The parts of a figure with a bar each: counts for a count, and the percentage within each part for a share. */
export const partsTable = (options: PartsTable): Html => {
  const columns = [
    partColumn(options),
    countColumn(options),
    shareColumn(options),
    changeColumn(options.measure),
  ];
  return drawParts(options, columns);
};

/** The same for the first page: no comparison, and nothing to open. */
export const briefPartsTable = (options: PartsTable): Html =>
  drawParts(options, [partColumn(options), countColumn(options), shareColumn(options)]);

const drawParts = (options: PartsTable, columns: readonly Column<ShownRow>[]): Html =>
  dataTable({
    caption: options.caption,
    columns,
    rows: options.rows,
    dense: true,
    id: options.id,
    scroll: false,
    empty: `${options.caption}: nobody to count.`,
  });

/** The part's name over its bar, so that both have the width of the column. */
const partColumn = ({ measure, rows, rowHeader }: PartsTable): Column<ShownRow> => {
  const asPercent = isShare(measure);
  const lengthOf = (row: ShownRow): number =>
    asPercent || isAverage(measure) ? (row.value ?? 0) : row.numerator;
  const most = asPercent ? 100 : Math.max(1, ...rows.map(lengthOf));
  return {
    key: 'title',
    header: rowHeader,
    cell: (row) => html`${row.title}${partBar(lengthOf(row), most)}`,
    classes: 'app-part',
  };
};

const countColumn = ({ measure, hrefOf }: PartsTable): Column<ShownRow> => ({
  key: 'numerator',
  header: measure.kind === 'cases' ? 'Of what' : 'Children',
  numeric: true,
  cell: (row) => {
    const text = isShare(measure)
      ? `${number(row.numerator)} of ${number(row.denominator ?? 0)}`
      : isAverage(measure)
        ? number(row.denominator ?? 0)
        : sumInWords(row.numerator, measure);
    if (hrefOf === undefined) return text;
    return html`<a class="govuk-link" href="${hrefOf(row)}">${text}<span class="govuk-visually-hidden">: ${row.title}, show the children</span></a>`;
  },
});

const shareColumn = ({ measure, rows }: PartsTable): Column<ShownRow> => {
  const total = rows.reduce((sum, { numerator }) => sum + numerator, 0);
  return {
    key: 'share',
    header: isAverage(measure) ? 'Figure' : 'Share',
    numeric: true,
    cell: ({ value, numerator }) => {
      if (isAverage(measure)) return value === null ? '–' : valueInUnit(value, measure.unit);
      const share = isShare(measure) ? value : total === 0 ? null : (numerator * 100) / total;
      return share === null ? '–' : percent(share);
    },
  };
};

const changeColumn = (measure: Measure): Column<ShownRow> => ({
  key: 'change',
  header: isShare(measure)
    ? html`In a year<span class="govuk-visually-hidden">, percentage points</span>`
    : 'In a year',
  numeric: true,
  cell: ({ numerator, value, yearBefore }) => {
    if (yearBefore === null) return '–';
    if (!isShare(measure) && !isAverage(measure)) return signedSum(numerator - yearBefore.numerator, measure);
    if (value === null || yearBefore.value === null) return '–';
    return signedValue(value - yearBefore.value, measure);
  },
});
