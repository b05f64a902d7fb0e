import { DIMENSIONS } from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type CrossAsked, type CrossCell, openCross, type ShownCross } from './cross-figure.ts';
import { csvText } from './csv-file.ts';
import { figureCells } from './figure-cells.ts';
import { type Line, timeText, whoseText } from './figure-lines.ts';
import type { FiguresFile } from './figures-csv.ts';
import type { MeasureRefusal, NoSuchMeasure } from './measure-page.ts';

const HEADER = [
  'measure',
  'title',
  'whose',
  'as at',
  'known at',
  'time',
  'down',
  'part down',
  'part down title',
  'across',
  'part across',
  'part across title',
  'value',
  'unit',
  'numerator',
  'denominator',
  'beside',
  'value then',
  'numerator then',
  'denominator then',
  'definition',
  'certainty',
  'version',
] as const;

type Head = Pick<ShownCross['rows'][number], 'key' | 'title'>;

/** The same part on the earlier day, where one was chosen: the day, and blanks where nobody was in it. */
const thenOf = ({ measure, before }: ShownCross, row: Head, column: Head): Line => {
  if (before === undefined) return ['', '', '', ''];
  const then = before.cell(row.key === '' ? undefined : row.key, column.key === '' ? undefined : column.key);
  if (then === undefined) return [before.on, null, null, null];
  const [value, , numerator, denominator] = figureCells(measure, then);
  return [before.on, value, numerator, denominator];
};

const ALL = { key: '', title: 'All' } as const;

/** A figure cut two ways as a file: a line a cell, with the totals, and what it is on every line. */
export const downloadCross = async (
  world: World,
  signedIn: SignedIn,
  asked: CrossAsked,
): Promise<FiguresFile | NoSuchMeasure | MeasureRefusal> => {
  const cross = await openCross(world, signedIn, asked);
  if (cross.kind !== 'cross') return cross;
  return {
    kind: 'file',
    name: `${cross.measure.id}-${cross.down}-${cross.across}-${cross.asKnown.asOf}.csv`,
    text: csvText(HEADER, linesOf(cross)),
  };
};

const linesOf = (cross: ShownCross): readonly Line[] => {
  const { measure, whose, asKnown, window, rows, columns, total } = cross;
  const line = (row: Head, column: Head, cell: CrossCell): Line => [
    measure.id,
    measure.title,
    whoseText(whose),
    asKnown.asOf,
    asKnown.knownAt ?? 'now',
    timeText(measure, asKnown.asOf, window),
    DIMENSIONS[cross.down].title,
    row.key,
    row.title,
    DIMENSIONS[cross.across].title,
    column.key,
    column.title,
    ...figureCells(measure, cell),
    ...thenOf(cross, row, column),
    measure.definition,
    `${measure.certainty.mark}: ${measure.certainty.says}`,
    measure.version,
  ];
  return [
    ...rows.flatMap((row) => [
      ...columns.flatMap((column) => {
        const cell = cross.cell(row.key, column.key);
        return cell === undefined ? [] : [line(row, column, cell)];
      }),
      line(row, ALL, row.total),
    ]),
    ...columns.map((column) => line(ALL, column, column.total)),
    line(ALL, ALL, total),
  ];
};
