import {
  addMonths,
  type Day,
  type DimensionId,
  type ExclusionReason,
  type Figure,
  type Measure,
  type WindowKind,
  windowOf,
} from '@rightplace/domain';
import { type Cut, type FigureBook, measureOf, type Part, type Point, windowFor } from './figure-book.ts';

/** A figure as a page shows it: counts, and never who. */
export interface ShownFigure {
  readonly measure: Measure;
  readonly asOf: Day;
  readonly value: number | null;
  readonly noValue: Figure['noValue'];
  readonly numerator: number;
  readonly denominator: number | null;
  /** How many cases it is of: for a count the numerator itself, for an average those averaged. */
  readonly cases: number;
  /** In the denominator, with nothing recorded either way. */
  readonly notRecorded: number;
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  readonly certainty: readonly string[];
  /** The time it is counted over, of those that can be chosen; undefined for what has a time of its own. */
  readonly window: WindowKind | undefined;
  /** The same a year before, over the same time up to the same day of that year. */
  readonly yearBefore: Point;
  readonly trend: readonly Point[];
}

export const showFigure = (
  book: FigureBook,
  measure: Measure,
  asOf: Day,
  window?: WindowKind,
): ShownFigure => {
  const figure = book.figure(measure, asOf, window);
  return {
    measure,
    asOf,
    value: figure.value,
    noValue: figure.noValue,
    numerator: figure.numerator,
    denominator: figure.denominator,
    cases: figure.children.numerator.length,
    notRecorded: figure.notRecorded.length,
    excluded: countReasons(figure),
    certainty: figure.certainty,
    window: windowFor(measure, window),
    yearBefore: book.point(measure, addMonths(asOf, -12), window),
    trend: book.trend(measure, asOf, window),
  };
};

const countReasons = ({ excluded }: Figure): ShownFigure['excluded'] => {
  const counts = Map.groupBy(excluded, ({ reason }) => reason);
  return [...counts]
    .map(([reason, each]) => ({ reason, count: each.length }))
    .sort((a, b) => b.count - a.count);
};

/** One part of a figure cut one way, with the same part a year before. */
export interface ShownRow {
  readonly key: string;
  readonly title: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: number | null;
  /** Nought for a part that had nobody in it then; null when the two days cannot be compared. */
  readonly yearBefore: { readonly numerator: number; readonly value: number | null } | null;
}

export const showRows = (
  book: FigureBook,
  {
    measure,
    by,
    asOf,
    ...cut
  }: {
    readonly measure: Measure;
    readonly by: DimensionId;
    readonly asOf: Day;
  } & Cut,
): readonly ShownRow[] => {
  const now = book.parts(measure, by, asOf, cut) ?? [];
  const yearAgo = addMonths(asOf, -12);
  const comparable = book.isComparable(yearAgo);
  const before = new Map((book.parts(measure, by, yearAgo, cut) ?? []).map((row) => [row.key, row]));
  return now.map((row) => ({
    key: row.key,
    title: row.title,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    yearBefore: comparable ? partThen(before.get(row.key)) : null,
  }));
};

const partThen = (row: Part | undefined): ShownRow['yearBefore'] =>
  row === undefined ? { numerator: 0, value: null } : { numerator: row.numerator, value: row.value };

/** Who came into care and who left, since the first day of the quarter. */
export interface ThisQuarter {
  readonly from: Day;
  readonly came: number;
  readonly left: number;
}

export const flowsThisQuarter = (book: FigureBook, asOf: Day): ThisQuarter => {
  const { starts: from } = windowOf('quarter', asOf);
  const since = (id: string): number => book.count(measureOf(id), asOf, 'quarter').numerator;
  return { from, came: since('cla-starts'), left: since('cla-ends') };
};
