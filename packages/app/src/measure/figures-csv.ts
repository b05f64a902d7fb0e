import { type Day, DIMENSIONS, type Measure } from '@rightplace/domain';
import { neutraliseFormula } from '@rightplace/ssda903';
import type { AsKnown } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { comparisonLines } from './comparison-lines.ts';
import type { HeadlineValue } from './headline.ts';
import type { Whose } from './load-figures.ts';
import {
  type BreakdownPage,
  type FigurePage,
  type HeadlinePage,
  type MeasureRefusal,
  type NoSuchMeasure,
  openMeasure,
} from './measure-page.ts';
import { knownAtOf } from './quarter-ends.ts';

export interface FiguresFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

type Cell = string | number | null | undefined;

/** One line a figure: the same columns for the figure, its trend and its parts, so that files can be put together. */
const HEADER = [
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

/** What a measure's page shows, as a file. It counts children and names none. */
export const downloadFigures = async (
  world: World,
  signedIn: SignedIn,
  asked: { readonly id: string; readonly asKnown: AsKnown },
): Promise<FiguresFile | NoSuchMeasure | MeasureRefusal> => {
  const found = await openMeasure(world, signedIn, asked);
  switch (found.kind) {
    case 'figure':
      return file(found.figure.measure.id, found.asKnown.asOf, figureLines(found));
    case 'breakdown':
      return file(found.measure.id, found.asKnown.asOf, breakdownLines(found));
    case 'nothing-known':
      return file(asked.id, found.quarterEnds?.asOf ?? asked.asKnown.asOf, []);
    case 'headline':
      return file(found.headline.measure.id, found.shown.asOf, headlineLines(found));
    default:
      return found;
  }
};

const file = (id: string, asOf: string, lines: readonly (readonly Cell[])[]): FiguresFile => ({
  kind: 'file',
  name: `${id}-${asOf}.csv`,
  // With a byte-order mark, without which spreadsheets spoil every accent.
  text: `\uFEFF${[HEADER, ...lines.map(toWidth)].map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`,
});

/** Only what a figure is held against has a source and notes. */
const toWidth = (line: readonly Cell[]): readonly Cell[] => [
  ...line,
  ...Array.from<Cell>({ length: HEADER.length - line.length }).fill(''),
];

const cell = (value: Cell): string => {
  // A figure below nought is a number, and not text that a spreadsheet would run.
  if (typeof value === 'number') return String(value);
  const text = neutraliseFormula(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const inWords = (whose: Whose): string =>
  whose.kind === 'authority' ? 'whole authority' : whose.names.join('; ');

const start = (
  measure: Pick<Measure, 'id' | 'title'>,
  whose: Whose,
  { asOf, knownAt }: AsKnown,
): readonly Cell[] => [measure.id, measure.title, inWords(whose), asOf, knownAt ?? 'now'];

const figureLines = ({
  figure,
  whose,
  asKnown,
  breakdowns,
  comparison,
}: FigurePage): readonly (readonly Cell[])[] => {
  const { measure, value, numerator, denominator, trend } = figure;
  const on = (asOf: AsKnown['asOf']) => start(measure, whose, { ...asKnown, asOf });
  const what = measure.kind === 'flow' ? 'month' : 'trend';
  return [
    [...on(asKnown.asOf), 'figure', '', '', '', value, measure.unit, numerator, denominator],
    ...trend.map((point) => [
      ...on(point.on),
      what,
      '',
      '',
      '',
      point.value,
      measure.unit,
      point.numerator,
      point.denominator,
    ]),
    ...breakdowns.flatMap(({ by, rows }) =>
      rows.map((row) => [
        ...on(asKnown.asOf),
        'part',
        DIMENSIONS[by].title,
        row.key,
        row.title,
        row.value,
        measure.unit,
        row.numerator,
        row.denominator,
      ]),
    ),
    ...comparisonLines(comparison, measure).map(({ on: day, cells }) => [
      ...on(day ?? asKnown.asOf),
      ...cells,
    ]),
  ];
};

const breakdownLines = ({
  measure,
  breakdown,
  whose,
  asKnown,
}: BreakdownPage): readonly (readonly Cell[])[] =>
  breakdown.rows.map((row) => [
    ...start(measure, whose, asKnown),
    'part',
    breakdown.title,
    row.key,
    row.title,
    row.value,
    measure.unit,
    row.numerator,
    row.denominator,
  ]);

const headlineLines = ({ headline, shown, comparison }: HeadlinePage): readonly (readonly Cell[])[] => {
  const { measure } = headline;
  const line = (on: Day, what: string, value: HeadlineValue): readonly Cell[] => [
    ...start(measure, { kind: 'authority' }, { asOf: on, knownAt: knownAtOf(shown) }),
    what,
    '',
    '',
    '',
    ...roundedCells(value, measure),
    '',
    '',
  ];
  return [
    line(shown.asOf, 'figure, rounded', headline.value),
    ...headline.trend.map(({ on, value }) => line(on, 'trend, rounded', value)),
    ...comparisonLines(comparison, measure).map(({ on: day, cells }) => [
      ...start(measure, { kind: 'authority' }, { asOf: day ?? shown.asOf, knownAt: knownAtOf(shown) }),
      ...cells,
    ]),
  ];
};

const roundedCells = (value: HeadlineValue, { unit }: Measure): readonly Cell[] => {
  switch (value.kind) {
    case 'about':
      return [value.value, unit];
    case 'fewer-than-5':
      return ['fewer than 5', unit];
    case 'withheld':
      return ['not shown', unit];
    case 'none':
      return ['', unit];
  }
};
