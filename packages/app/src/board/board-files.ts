import {
  type AttemptRefusal,
  type Comparator,
  dayInWords,
  type Measure,
  TARGET_DIRECTIONS,
  TARGET_STANDINGS,
  valueInUnit,
} from '@rightplace/domain';
import { writeWorkbook } from '@rightplace/spreadsheet';
import { neutraliseFormula } from '@rightplace/ssda903';
import type { AsKnown } from '../child/load-children.ts';
import { byInWords, doingInWords } from '../commentary/commentary-lines.ts';
import type { Comparison } from '../comparison/comparer.ts';
import { type Cell, csvText } from '../measure/csv-file.ts';
import { figureCells, valueCells } from '../measure/figure-cells.ts';
import { whoseText } from '../measure/figure-lines.ts';
import type { Headline, HeadlineValue } from '../measure/headline.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type BoardLine, openBoard, type ShownBoard } from './show-boards.ts';

export interface BoardFile {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

const COLUMNS = [
  { title: 'measure', width: 18 },
  { title: 'title', width: 44 },
  { title: 'whose', width: 18 },
  { title: 'as at', width: 12 },
  { title: 'known at', width: 12 },
  { title: 'value', width: 12 },
  { title: 'unit', width: 12 },
  { title: 'numerator', width: 10 },
  { title: 'denominator', width: 10 },
  { title: 'a year before', width: 12 },
  { title: 'target', width: 14 },
  { title: 'standing', width: 14 },
  { title: 'England', width: 28 },
  { title: 'neighbours', width: 28 },
  { title: 'more than chance', width: 50 },
  { title: 'commentary', width: 60 },
  { title: 'what is being done', width: 50 },
  { title: 'written by', width: 30 },
] as const;

const DEFINITION_COLUMNS = [
  { title: 'measure', width: 18 },
  { title: 'title', width: 44 },
  { title: 'definition', width: 80 },
  { title: 'source', width: 40 },
  { title: 'how sure', width: 20 },
  { title: 'version', width: 10 },
] as const;

type Row = readonly Cell[];

/** A board to take away: what is shown of it, line by line, with the definitions of its measures. */
export const downloadBoard = async (
  world: World,
  signedIn: SignedIn,
  asked: { readonly id: number; readonly asKnown: AsKnown; readonly format: 'csv' | 'xlsx' },
): Promise<BoardFile | { readonly kind: 'not-found' } | AttemptRefusal> => {
  const shown = await openBoard(world, signedIn, asked);
  if (shown.kind !== 'board') return shown;
  const name = `board-${shown.board.id}-${shown.asKnown.asOf}`;
  const rows = shown.lines.map((line) => rowOf(line, shown));
  const definitions = shown.board.measures.map(definitionOf);
  if (asked.format === 'csv') {
    const sheet = (columns: readonly { readonly title: string }[], lines: readonly Row[]): string =>
      csvText(
        columns.map(({ title }) => title),
        lines,
      );
    // One file has one byte-order mark.
    const body = `${sheet(COLUMNS, rows)}\r\n${sheet(DEFINITION_COLUMNS, definitions).slice(1)}`;
    return { kind: 'file', name: `${name}.csv`, type: 'text/csv; charset=utf-8', body };
  }
  return {
    kind: 'file',
    name: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeWorkbook([
      { name: 'Board', columns: COLUMNS, rows: rows.map(safely) },
      { name: 'Definitions', columns: DEFINITION_COLUMNS, rows: definitions.map(safely) },
    ]),
  };
};

const safely = (row: Row): readonly (string | number)[] =>
  row.map((cell) => (typeof cell === 'number' ? cell : neutraliseFormula(cell ?? '')));

const definitionOf = (measure: Measure): Row => [
  measure.id,
  measure.title,
  measure.definition,
  measure.source,
  measure.certainty.mark,
  measure.version,
];

const rowOf = (line: BoardLine, { whose, asKnown }: ShownBoard): Row => {
  const start = (measure: Measure, on: AsKnown['asOf']): Row => [
    measure.id,
    measure.title,
    whoseText(whose),
    on,
    asKnown.knownAt ?? 'now',
  ];
  switch (line.kind) {
    case 'not-shown':
      return [
        ...start(line.measure, asKnown.asOf),
        'not shown',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        line.why,
        '',
        '',
        '',
      ];
    case 'headline':
      return [
        ...start(line.headline.measure, line.headline.on),
        ...roundedCells(line.headline),
        ...comparedCells(line.comparison, line.headline.measure),
        '',
        ...commentaryCells(line),
      ];
    case 'figure': {
      const { measure, asOf, value, numerator, denominator, yearBefore } = line.figure;
      return [
        ...start(measure, asOf),
        ...figureCells(measure, { value, numerator, denominator }),
        valueCells(yearBefore.value, measure.unit)[0],
        ...comparedCells(line.comparison, measure),
        line.reading.sentence,
        ...commentaryCells(line),
      ];
    }
  }
};

const roundedCells = ({ value, yearBefore, measure }: Headline): Row => [
  roundedText(value),
  `${measure.unit} (rounded)`,
  '',
  '',
  roundedText(yearBefore),
];

const roundedText = (value: HeadlineValue): Cell => {
  switch (value.kind) {
    case 'about':
      return value.value;
    case 'fewer-than-5':
      return 'fewer than 5';
    case 'withheld':
      return 'not shown';
    case 'none':
      return '';
  }
};

const comparedCells = ({ target, comparators }: Comparison, measure: Measure): Row => [
  target === undefined
    ? ''
    : `${TARGET_DIRECTIONS[target.direction]} ${valueInUnit(target.value, measure.unit)}`,
  target === undefined ? '' : standingText(target.standing),
  comparedText(comparators, 'england', measure),
  comparedText(comparators, 'neighbours', measure),
];

const standingText = (standing: NonNullable<Comparison['target']>['standing']): string =>
  typeof standing === 'string' ? TARGET_STANDINGS[standing] : standing.notJudged;

/** A count is compared by its rate or share, so then it is said what of. */
const ofWhat = (unit: string, measure: Measure): string => {
  if (unit === measure.unit || unit === 'children') return '';
  return unit === 'percent' ? ' of children looked after' : ' per 10,000 children';
};

const comparedText = (comparators: readonly Comparator[], id: Comparator['id'], measure: Measure): string => {
  const found = comparators.find((each) => each.id === id);
  if (found === undefined) return '';
  if (found.kind === 'blank') return found.reason;
  return `${valueInUnit(found.value, found.unit)}${ofWhat(found.unit, measure)}, ${dayInWords(found.asAt)}`;
};

const commentaryCells = ({ commentary }: Pick<Extract<BoardLine, { kind: 'figure' }>, 'commentary'>): Row =>
  commentary === undefined
    ? ['', '', '']
    : [commentary.said, doingInWords(commentary), byInWords(commentary)];
