import {
  type Comparator,
  type Day,
  type Measure,
  TARGET_DIRECTIONS,
  TARGET_STANDINGS,
} from '@rightplace/domain';
import type { Comparison, ShownTarget } from '../comparison/comparer.ts';
import { valueCells } from './figure-cells.ts';
import type { BreakdownPage } from './measure-page.ts';

type Cell = string | number | null;

/** What a figure is held against, as lines of its file, from the column that says what the line is. */
export interface ComparisonLine {
  /** The day it is of; undefined for the day asked for. */
  readonly on: Day | undefined;
  readonly cells: readonly Cell[];
}

export const comparisonLines = (
  { target, comparators, england, neighbours }: Comparison,
  measure: Measure,
): readonly ComparisonLine[] => [
  ...(target === undefined ? [] : [targetLine(target, measure)]),
  ...comparators.map(comparatorLine),
  ...publishedBefore('england', 'England', england, measure),
  ...publishedBefore('neighbours', 'Neighbours', neighbours, measure),
];

/** What was published at days of its own, as the chart of the figure has it. */
const publishedBefore = (
  id: string,
  title: string,
  points: Comparison['england'],
  { unit }: Measure,
): readonly ComparisonLine[] =>
  points.map(({ on, value }) => ({
    on,
    cells: ['published over the years', '', id, title, ...valueCells(value, unit)],
  }));

/** The share of each part of a breakdown: on the day, on the earlier day, and where it is published, or why not. */
export const partsComparedLines = ({
  breakdown,
  parts,
  against,
}: Pick<BreakdownPage, 'breakdown' | 'parts' | 'against'>): readonly ComparisonLine[] =>
  parts.flatMap(({ key, title, share, shareBefore, comparators }) => {
    const part = [breakdown.title, key, title] as const;
    const shared = (on: Day | undefined, what: string, value: number | null): ComparisonLine => ({
      on,
      cells: [what, ...part, value, 'percent', '', '', '', value === null ? 'Cannot be compared.' : ''],
    });
    return [
      shared(undefined, 'share', share),
      shared(against, 'share before', shareBefore),
      ...comparators.map((each): ComparisonLine => {
        const what = `share: ${each.title}`;
        return each.kind === 'blank'
          ? { on: undefined, cells: [what, ...part, '', '', '', '', '', each.reason] }
          : {
              on: each.asAt,
              cells: [what, ...part, each.value, each.unit, '', '', each.source, each.notes.join(' ')],
            };
      }),
    ];
  });

/** What, by, part, its title, value, unit, numerator, denominator, source, note. */
const targetLine = (target: ShownTarget, { unit }: Measure): ComparisonLine => ({
  on: undefined,
  cells: [
    'target',
    '',
    '',
    `${TARGET_DIRECTIONS[target.direction]}, from ${target.from}`,
    ...valueCells(target.value, unit),
    '',
    '',
    target.why,
    typeof target.standing === 'string' ? TARGET_STANDINGS[target.standing] : target.standing.notJudged,
  ],
});

const comparatorLine = (comparator: Comparator): ComparisonLine => {
  const start = ['compared with', '', comparator.id, comparator.title] as const;
  if (comparator.kind === 'blank')
    return { on: undefined, cells: [...start, '', '', '', '', '', comparator.reason] };
  const { value, unit, asAt, source, notes } = comparator;
  return { on: asAt, cells: [...start, ...valueCells(value, unit), '', '', source, notes.join(' ')] };
};
