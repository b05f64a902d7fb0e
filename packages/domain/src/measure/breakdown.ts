import type { Day } from '../calendar/day.ts';
import type { ChildId } from '../child/record.ts';
import type { AuthorityOnDay } from './authority-on-day.ts';
import type { BreakdownMeasure } from './catalogue/breakdowns.ts';
import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf, UNKNOWN } from './dimensions.ts';
import { judgeAll } from './evaluate.ts';
import type { CaseMeasure, Measure, MeasureContext, Told } from './measure.ts';
import { takesOf, valueOfCases } from './value-of-cases.ts';

/** One part of a figure. */
export interface BreakdownPart {
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** The count, or the percentage, mean or median within this part; null where nobody is in its denominator. */
  readonly value: number | null;
  readonly children: {
    readonly numerator: readonly ChildId[];
    readonly denominator: readonly ChildId[];
    /** The amount of each case in the numerator, in its order; undefined for what has none. */
    readonly amounts?: readonly number[];
  };
}

/** One part of a figure cut one way. */
export interface BreakdownRow extends BreakdownPart {
  readonly key: string;
  readonly title: string;
}

/** A figure cut one way: a row for every key that some child in its denominator has. */
export const breakDown = (
  measure: Measure,
  by: DimensionId,
  authority: AuthorityOnDay,
  context: MeasureContext = {},
): readonly BreakdownRow[] => {
  const dimension: Dimension = DIMENSIONS[by];
  const judged = judgeAll(measure, authority, context);
  const keyOf = keyIn(by, context);
  const counted = Map.groupBy(judged.numerator, keyOf);
  const takes = takesOf(measure);
  const all = takes === 'share' ? Map.groupBy(judged.denominator, keyOf) : counted;
  return inOrderOf(dimension, all.keys()).map((key) => ({
    key,
    title: dimension.titleOf(key),
    ...partOf(takes, counted.get(key) ?? [], all.get(key) ?? []),
  }));
};

/** A figure cut two ways at once, with the totals of each. A cell that nobody is in is not there. */
export interface CrossedBreakdown {
  readonly rows: readonly Named[];
  readonly columns: readonly Named[];
  readonly cells: readonly (BreakdownPart & { readonly row: string; readonly column: string })[];
  readonly rowTotals: readonly BreakdownRow[];
  readonly columnTotals: readonly BreakdownRow[];
  readonly total: BreakdownPart;
}

interface Named {
  readonly key: string;
  readonly title: string;
}

export const crossBreakdowns = (
  measure: Measure,
  [down, across]: readonly [DimensionId, DimensionId],
  authority: AuthorityOnDay,
  context: MeasureContext = {},
): CrossedBreakdown => {
  const { numerator, denominator } = judgeAll(measure, authority, context);
  const takes = takesOf(measure);
  const all = takes === 'share' ? denominator : numerator;
  const [rowOf, columnOf] = [keyIn(down, context), keyIn(across, context)];
  const bothOf = (each: Told): string => JSON.stringify([rowOf(each), columnOf(each)]);
  const counted = Map.groupBy(numerator, bothOf);
  const cells = [...Map.groupBy(all, bothOf)].map(([both, cases]) => {
    const [row, column] = JSON.parse(both) as [string, string];
    return { row, column, ...partOf(takes, counted.get(both) ?? [], cases) };
  });
  const rowTotals = breakDown(measure, down, authority, context);
  const columnTotals = breakDown(measure, across, authority, context);
  return {
    rows: rowTotals.map(named),
    columns: columnTotals.map(named),
    cells,
    rowTotals,
    columnTotals,
    total: partOf(takes, numerator, all),
  };
};

const named = ({ key, title }: BreakdownRow): Named => ({ key, title });

const keyIn = (by: DimensionId, context: MeasureContext) => {
  const { keyOf }: Dimension = DIMENSIONS[by];
  return (each: Told): string => {
    const told = each.keys?.[by];
    if (told !== undefined) return told;
    const { child } = each;
    return child === undefined ? UNKNOWN : keyOf(child, context);
  };
};

const partOf = (
  takes: CaseMeasure['takes'],
  counted: readonly Told[],
  all: readonly Told[],
): BreakdownPart => {
  const { value, numerator, denominator } = valueOfCases(takes, counted, all);
  const ids = (cases: readonly Told[]): readonly ChildId[] => cases.map(({ id }) => id);
  return {
    value,
    numerator,
    denominator,
    children: {
      numerator: ids(counted),
      denominator: takes === 'share' ? ids(all) : [],
      ...(takes === 'share' || takes === 'count'
        ? {}
        : { amounts: counted.map(({ amount }) => amount ?? 0) }),
    },
  };
};

/** What a breakdown with an id of its own gave on a day. */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly id: string;
  readonly version: number;
  readonly asOf: Day;
  readonly by: DimensionId;
  readonly rows: readonly BreakdownRow[];
}

export const evaluateBreakdown = (
  { id, version, of, by }: BreakdownMeasure,
  authority: AuthorityOnDay,
  context: MeasureContext = {},
): Breakdown => ({
  kind: 'breakdown',
  id,
  version,
  asOf: authority.asOf,
  by,
  rows: breakDown(of, by, authority, context),
});
