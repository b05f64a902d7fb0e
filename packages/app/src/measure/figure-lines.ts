import {
  type Day,
  DIMENSIONS,
  dayInWords,
  type Measure,
  type MeasureText,
  NO_VALUE,
  OVER,
  type WindowKind,
  windowInWords,
} from '@rightplace/domain';
import type { AsKnown } from '../child/load-children.ts';
import { comparisonLines, partsComparedLines } from './comparison-lines.ts';
import type { Cell } from './csv-file.ts';
import { figureCells } from './figure-cells.ts';
import type { HeadlineValue } from './headline.ts';
import type { Whose } from './load-figures.ts';
import type { BreakdownPage, FigurePage, HeadlinePage } from './measure-page.ts';
import { knownAtOf } from './quarter-ends.ts';
import { toldNumerator } from './told-numerator.ts';

/** One line a figure: the same columns for the figure, its trend and its parts, so that files can be put together. */
export const FIGURE_COLUMNS = [
  'measure',
  'title',
  'whose',
  'as at',
  'known at',
  'what',
  'by',
  'part',
  'part title',
  'value',
  'unit',
  'numerator',
  'denominator',
  'source',
  'note',
] as const;

export type Line = readonly Cell[];

/** Of a page: the figures themselves, their parts, and what they are. */
export interface FigureLines {
  readonly figures: readonly Line[];
  readonly parts: readonly Line[];
  readonly definitions: readonly Line[];
}

/** Only what a figure is held against has a source and notes. */
export const toWidth = (line: Line): Line => [
  ...line,
  ...Array.from<Cell>({ length: FIGURE_COLUMNS.length - line.length }).fill(''),
];

export const whoseText = (whose: Whose): string =>
  whose.kind === 'authority' ? 'whole authority' : whose.names.join('; ');

type Start = (asOf: Day) => Line;

const startOf =
  (measure: Pick<MeasureText, 'id' | 'title'>, whose: Whose, { knownAt }: Pick<AsKnown, 'knownAt'>): Start =>
  (asOf) => [measure.id, measure.title, whoseText(whose), asOf, knownAt ?? 'now'];

const LABELLED = ['', '', '', '', '', '', ''] as const;

/** What the figures mean, with the figures: by whose definition, how sure we are, and over which time. */
const definitionLines = (
  measure: MeasureText,
  on: Line,
  { time, certainty }: { readonly time: string; readonly certainty: readonly string[] },
): readonly Line[] => [
  [...on, 'time', ...LABELLED, '', time],
  [...on, 'definition', ...LABELLED, measure.source, measure.definition],
  [...on, 'certainty', ...LABELLED, measure.certainty.mark, certainty.join(' ')],
  [...on, 'version', '', '', '', measure.version],
];

/** "1 April 2026 to 22 November 2026 (year to date)", or what the measure's own time is. */
export const timeText = (measure: Measure, asOf: Day, window: WindowKind | undefined): string => {
  if (window !== undefined) return windowInWords(window, asOf);
  const over = measure.kind === 'cases' ? OVER[measure.over] : OVER.day;
  return `${over} (${dayInWords(asOf)})`;
};

export const figureLines = ({ figure, whose, asKnown, breakdowns, comparison }: FigurePage): FigureLines => {
  const { measure, value, denominator, trend, window } = figure;
  const on = startOf(measure, whose, asKnown);
  return {
    figures: [
      [
        ...on(asKnown.asOf),
        'figure',
        '',
        '',
        '',
        ...figureCells(measure, { value, numerator: toldNumerator(figure), denominator }),
        '',
        figure.noValue === undefined ? '' : NO_VALUE[figure.noValue],
      ],
      ...trend.map(
        (point): Line => [
          ...on(point.on),
          trendName(window),
          '',
          '',
          '',
          ...figureCells(measure, { ...point, numerator: toldNumerator(point) }),
        ],
      ),
      ...comparisonLines(comparison, measure).map(
        ({ on: day, cells }): Line => [...on(day ?? asKnown.asOf), ...cells],
      ),
    ],
    parts: breakdowns.flatMap(({ by, rows }) =>
      rows.map(
        (row): Line => [
          ...on(asKnown.asOf),
          'part',
          DIMENSIONS[by].title,
          row.key,
          row.title,
          ...figureCells(measure, row),
        ],
      ),
    ),
    definitions: definitionLines(measure, on(asKnown.asOf), {
      time: timeText(measure, asKnown.asOf, window),
      certainty: figure.certainty,
    }),
  };
};

/** What one line of a trend is of: see `trendStops`. */
const trendName = (window: WindowKind | undefined): string => {
  if (window === undefined) return 'trend';
  if (window === 'quarter') return 'quarter';
  return window === 'twelve-months' ? 'twelve months' : 'month';
};

export const breakdownLines = (shown: BreakdownPage): FigureLines => {
  const { measure, breakdown, whose, asKnown } = shown;
  const start = startOf(measure, whose, asKnown);
  const on = start(asKnown.asOf);
  return {
    figures: [],
    parts: [
      ...breakdown.rows.map(
        (row): Line => [
          ...on,
          'part',
          breakdown.title,
          row.key,
          row.title,
          row.value,
          measure.unit,
          row.numerator,
          row.denominator,
        ],
      ),
      ...partsComparedLines(shown).map(
        ({ on: day, cells }): Line => [...start(day ?? asKnown.asOf), ...cells],
      ),
    ],
    definitions: definitionLines(measure, on, {
      time: `${OVER.day} (${dayInWords(asKnown.asOf)})`,
      certainty: [measure.certainty.says],
    }),
  };
};

/** Rounded, as the page is, and with no remark on certainty that counts children. */
export const headlineLines = ({ headline, shown, comparison }: HeadlinePage): FigureLines => {
  const { measure } = headline;
  const on = startOf(measure, { kind: 'authority' }, { knownAt: knownAtOf(shown) });
  const line = (day: Day, what: string, value: HeadlineValue): Line => [
    ...on(day),
    what,
    '',
    '',
    '',
    ...roundedCells(value, measure),
  ];
  return {
    figures: [
      line(headline.on, 'figure, rounded', headline.value),
      ...headline.trend.map(({ on: day, value }) => line(day, 'trend, rounded', value)),
      ...comparisonLines(comparison, measure).map(
        ({ on: day, cells }): Line => [...on(day ?? shown.asOf), ...cells],
      ),
    ],
    parts: [],
    definitions: definitionLines(measure, on(headline.on), {
      time: timeText(measure, headline.on, measure.kind === 'flow' ? 'year-to-date' : undefined),
      certainty: [measure.certainty.says],
    }),
  };
};

const roundedCells = (value: HeadlineValue, { unit }: Measure): readonly Cell[] => {
  switch (value.kind) {
    case 'about':
      return value.to === undefined
        ? [value.value, unit]
        : [value.value, unit, '', '', '', `to the nearest ${value.to}`];
    case 'fewer-than-5':
      return ['fewer than 5', unit];
    case 'withheld':
      return ['not shown', unit, ...(value.why === undefined ? [] : ['', '', '', value.why])];
    case 'none':
      return ['', unit];
  }
};
