import type { ChildId } from '../../child/record.ts';
import type { Figure } from '../figure.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { recordDifferences } from './record-differences.ts';
import { type Standing, standingIn } from './standing.ts';
import { evaluateView, findHistory, type View } from './view.ts';

/** How a figure came to differ between two days, or between what was known of one day at two moments. */
export interface FigureChange {
  readonly before: Figure;
  readonly after: Figure;
  readonly numerator: SideChange;
  readonly denominator: SideChange;
  /** Every child who joined or left a side, or was left out for another reason, in order of identifier. */
  readonly children: readonly ChildChange[];
}

/** Who is in one side of a figure and was not, and the reverse; once for each event where events are counted. */
export interface SideChange {
  readonly joined: readonly ChildId[];
  readonly left: readonly ChildId[];
}

export interface ChildChange {
  readonly id: ChildId;
  readonly before: Standing;
  readonly after: Standing;
  /** What the record says differently of the child, in sentences; empty when it says the same and only time passed. */
  readonly why: readonly string[];
}

export const explainChange = (
  measure: Measure,
  before: View,
  after: View,
  context: MeasureContext = {},
): FigureChange => {
  const was = evaluateView(measure, before, context);
  const is = evaluateView(measure, after, context);
  const numerator = sideChange(was.children.numerator, is.children.numerator);
  const denominator = sideChange(was.children.denominator, is.children.denominator);
  const excluded = sideChange(
    was.excluded.map(({ id }) => id),
    is.excluded.map(({ id }) => id),
  );
  const changed = new Set(
    [numerator, denominator, excluded].flatMap(({ joined, left }) => [...joined, ...left]),
  );
  for (const id of otherwiseExcluded(was, is)) changed.add(id);
  const children = [...changed]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((id) => ({
      id,
      before: standingIn(was, before, id),
      after: standingIn(is, after, id),
      why: whyChanged(id, before, after),
    }));
  return { before: was, after: is, numerator, denominator, children };
};

const sideChange = (before: readonly ChildId[], after: readonly ChildId[]): SideChange => ({
  joined: without(after, before),
  left: without(before, after),
});

/** What is left of a list when each entry of another has been taken from it once. */
const without = (from: readonly ChildId[], taken: readonly ChildId[]): readonly ChildId[] => {
  const still = new Map<ChildId, number>();
  for (const id of taken) still.set(id, (still.get(id) ?? 0) + 1);
  return from.filter((id) => {
    const times = still.get(id) ?? 0;
    still.set(id, times - 1);
    return times <= 0;
  });
};

/** Left out both times, for different reasons. */
const otherwiseExcluded = (before: Figure, after: Figure): readonly ChildId[] => {
  const reasons = new Map(before.excluded.map(({ id, reason }) => [id, reason]));
  return after.excluded
    .filter(({ id, reason }) => reasons.has(id) && reasons.get(id) !== reason)
    .map(({ id }) => id);
};

const whyChanged = (id: ChildId, before: View, after: View): readonly string[] => {
  const was = findHistory(before, id);
  const is = findHistory(after, id);
  if (is === undefined) return ['The child is no longer in the record.'];
  if (was === undefined) return ['The child was not in the record before.'];
  return recordDifferences(was, before.asOf, is, after.asOf);
};
