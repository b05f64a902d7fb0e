import type { Figure, NoValue } from './figure.ts';
import type { Case, CaseMeasure } from './measure.ts';

export type Value = Pick<Figure, 'value'> & { readonly noValue?: NoValue };

export const divided = (numerator: number, denominator: number, by: number): Value =>
  denominator === 0 ? { value: null, noValue: 'nobody-to-count' } : { value: (numerator * by) / denominator };

type Amounts = Pick<Case, 'amount' | 'outOf'>;

/** One figure of cases: see `CaseMeasure.takes`. */
export const valueOfCases = (
  takes: CaseMeasure['takes'],
  counted: readonly Amounts[],
  all: readonly unknown[],
): Value & Pick<Figure, 'numerator' | 'denominator'> => {
  if (takes === 'count' || takes === 'share')
    return valueOfTotals(takes, { counted: counted.length, all: all.length, sum: 0, outOf: 0 });
  const amounts = counted.map(({ amount }) => amount ?? 0);
  const sum = amounts.reduce((a, b) => a + b, 0);
  const outOf = counted.reduce((total, each) => total + (each.outOf ?? 0), 0);
  const totals = { counted: amounts.length, all: all.length, sum, outOf };
  if (takes !== 'median' || amounts.length === 0) return valueOfTotals(takes, totals);
  return { value: medianOf(amounts), numerator: sum, denominator: amounts.length };
};

/** How many cases count, and of all; the sum of their amounts, and of what those are out of. */
export interface Totals {
  readonly counted: number;
  readonly all: number;
  readonly sum: number;
  readonly outOf: number;
}

/** The same from the totals of the cases alone. They tell the median of none only. */
export const valueOfTotals = (
  takes: CaseMeasure['takes'],
  { counted, all, sum, outOf }: Totals,
): Value & Pick<Figure, 'numerator' | 'denominator'> => {
  switch (takes) {
    case 'count':
      return { value: counted, numerator: counted, denominator: null };
    case 'share':
      return { ...divided(counted, all, 100), numerator: counted, denominator: all };
    case 'sum':
      return { value: sum, numerator: sum, denominator: null };
    case 'ratio':
      return { ...divided(sum, outOf, 100), numerator: sum, denominator: outOf };
    case 'mean':
      return { ...divided(sum, counted, 1), numerator: sum, denominator: counted };
    case 'median':
      return { ...divided(0, 0, 1), numerator: sum, denominator: counted };
  }
};

/** The middle one; of an even number, half-way between the middle two. */
const medianOf = (amounts: readonly number[]): number => {
  const sorted = amounts.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};
