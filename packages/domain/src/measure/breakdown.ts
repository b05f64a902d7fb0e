import type { Day } from '../calendar/day.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import type { ChildId } from '../child/record.ts';
import type { AuthorityOnDay } from './authority-on-day.ts';
import type { BreakdownMeasure } from './catalogue/breakdowns.ts';
import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf } from './dimensions.ts';
import { judgeAll } from './evaluate.ts';
import type { MeasureContext, StockMeasure } from './measure.ts';

/** One part of a stock figure cut one way. */
export interface BreakdownRow {
  readonly key: string;
  readonly title: string;
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** The count, or the percentage within this part; null where nobody is in its denominator. */
  readonly value: number | null;
  readonly children: { readonly numerator: readonly ChildId[]; readonly denominator: readonly ChildId[] };
}

/** A stock figure cut one way: a row for every key that some child in its denominator has. */
export const breakDown = (
  measure: StockMeasure,
  by: DimensionId,
  authority: AuthorityOnDay,
  context: MeasureContext = {},
): readonly BreakdownRow[] => {
  const dimension: Dimension = DIMENSIONS[by];
  const judged = judgeAll(measure, authority, context);
  const counted = group(judged.numerator, dimension);
  const share = measure.unit === 'percent';
  const denominators = share ? group(judged.denominator, dimension) : counted;
  return inOrderOf(dimension, denominators.keys()).map((key) => {
    const numerator = counted.get(key) ?? [];
    const denominator = denominators.get(key) ?? [];
    return {
      key,
      title: dimension.titleOf(key),
      numerator: numerator.length,
      denominator: share ? denominator.length : null,
      value: share ? (numerator.length * 100) / denominator.length : numerator.length,
      children: { numerator, denominator: share ? denominator : [] },
    };
  });
};

const group = (
  children: readonly ChildOnDay[],
  { keyOf }: Dimension,
): ReadonlyMap<string, readonly ChildId[]> => {
  const groups = new Map<string, ChildId[]>();
  for (const child of children) {
    const key = keyOf(child);
    const ids = groups.get(key);
    if (ids === undefined) groups.set(key, [child.id]);
    else ids.push(child.id);
  }
  return groups;
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
