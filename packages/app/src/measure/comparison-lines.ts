import {
  type Comparator,
  type Day,
  type Measure,
  TARGET_DIRECTIONS,
  TARGET_STANDINGS,
} from '@rightplace/domain';
import type { Comparison, ShownTarget } from '../comparison/comparer.ts';

type Cell = string | number | null;

/** What a figure is held against, as lines of its file, from the column that says what the line is. */
export interface ComparisonLine {
  /** The day it is of; undefined for the day asked for. */
  readonly on: Day | undefined;
  readonly cells: readonly Cell[];
}

export const comparisonLines = (
  { target, comparators }: Comparison,
  measure: Measure,
): readonly ComparisonLine[] => [
  ...(target === undefined ? [] : [targetLine(target, measure)]),
  ...comparators.map(comparatorLine),
];

/** What, by, part, its title, value, unit, numerator, denominator, source, note. */
const targetLine = (target: ShownTarget, { unit }: Measure): ComparisonLine => ({
  on: undefined,
  cells: [
    'target',
    '',
    '',
    `${TARGET_DIRECTIONS[target.direction]}, from ${target.from}`,
    target.value,
    unit,
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
  return { on: asAt, cells: [...start, value, unit, '', '', source, notes.join(' ')] };
};
