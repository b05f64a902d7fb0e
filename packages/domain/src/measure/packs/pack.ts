import type { Day } from '../../calendar/day.ts';
import type { CollectionYear } from '../../calendar/reporting-year.ts';
import type { BreakdownRow } from '../breakdown.ts';
import type { DimensionId } from '../dimensions.ts';
import type { Figure } from '../figure.ts';
import type { Measure } from '../measure.ts';

/** A set of tables that belong together, such as the pictures of a strategy: each figure by part and year. */
export interface Pack {
  readonly title: string;
  /** Oldest first. */
  readonly years: readonly CollectionYear[];
  readonly tables: readonly PackTable[];
}

export interface PackTable {
  readonly id: string;
  /** As the paper that it comes from numbers it: "Figure 1.4". */
  readonly number: string;
  /** Whose and over which years is said beside it. */
  readonly title: string;
  /** A 31 March, or the year that ended then. */
  readonly of: 'day' | 'year';
  readonly shows: 'count' | 'share';
  /** What a line is: "Age". */
  readonly lineHeader: string;
  /** What its greatest line is said to be: "the largest age group". Undefined where the lines are no parts of a whole. */
  readonly largest: string | undefined;
  /** What is counted in it, for definitions. */
  readonly measures: readonly Measure[];
  readonly lines: readonly PackLine[];
  readonly notes: readonly string[];
}

export interface PackLine {
  readonly key: string;
  readonly title: string;
  readonly area: 'own' | 'england';
  /** The whole that the other lines are parts of. */
  readonly isWhole: boolean;
  readonly measure: Measure;
  /** The part of the measure that it is; undefined for all of it. */
  readonly part: { readonly by: DimensionId; readonly key: string } | undefined;
  /** In the order of the pack’s years. */
  readonly cells: readonly PackCell[];
}

export type PackCell =
  /** From the record, as it is: to be told to nobody outside before disclosure control. */
  | { readonly kind: 'counted'; readonly counted: number; readonly of: number | null }
  | { readonly kind: 'published'; readonly value: number; readonly release: string }
  /** No figure, and why. Nothing stands in for it. */
  | { readonly kind: 'blank'; readonly reason: string };

/** Where a pack’s own figures come from: worked out now, or kept from before. */
export interface PackFigures {
  readonly figure: (measure: Measure, asOf: Day) => Pick<Figure, 'numerator'>;
  readonly rows: (
    measure: Measure,
    by: DimensionId,
    asOf: Day,
  ) => readonly Pick<BreakdownRow, 'key' | 'numerator'>[] | undefined;
}

/** The number in a cell: a count, or a percentage that is not rounded. */
export const valueOfCell = (cell: PackCell): number | null => {
  switch (cell.kind) {
    case 'counted':
      if (cell.of === null) return cell.counted;
      return cell.of === 0 ? null : (cell.counted * 100) / cell.of;
    case 'published':
      return cell.value;
    case 'blank':
      return null;
  }
};
