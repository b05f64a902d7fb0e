import type { Figure, NoValue } from './figure.ts';
import type { Case, CaseMeasure, Measure } from './measure.ts';

export type Value = Pick<Figure, 'value'> & { readonly noValue?: NoValue };

export const divided = (numerator: number, denominator: number, by: number): Value =>
  denominator === 0 ? { value: null, noValue: 'nobody-to-count' } : { value: (numerator * by) / denominator };

type Amounts = Pick<Case, 'amount' | 'outOf'>;

/** What a figure and each of its parts is of what was counted. */
export const takesOf = (measure: Measure): CaseMeasure['takes'] => {
  if (measure.kind === 'cases') return measure.takes;
  return measure.unit === 'percent' ? 'share' : 'count';
};

/** A figure in numbers alone. */
export type Count = Value & Pick<Figure, 'numerator' | 'denominator'>;

/** One figure of cases: see `CaseMeasure.takes`. */
export const valueOfCases = (
  takes: CaseMeasure['takes'],
  counted: readonly Amounts[],
  all: readonly unknown[],
): Count => valueOfTotals(takes, { ...totalsOf(takes, counted), all: all.length });

/** How many cases count, and of all; the sum of their amounts, and of what those are out of. */
export interface Totals {
  readonly counted: number;
  readonly all: number;
  readonly sum: number;
  readonly outOf: number;
  /** Each amount: of a median alone, which the sum does not tell. */
  readonly amounts?: readonly number[];
}

/** Amounts are added up only where the figure is worked out from them. */
export const totalsOf = (takes: CaseMeasure['takes'], counted: readonly Amounts[]): Omit<Totals, 'all'> => {
  if (takes === 'count' || takes === 'share') return { counted: counted.length, sum: 0, outOf: 0 };
  const amounts = counted.map(({ amount }) => amount ?? 0);
  return {
    counted: counted.length,
    sum: amounts.reduce((a, b) => a + b, 0),
    outOf: counted.reduce((total, each) => total + (each.outOf ?? 0), 0),
    ...(takes === 'median' ? { amounts } : {}),
  };
};

/** The same from the totals of the cases alone. */
export const valueOfTotals = (
  takes: CaseMeasure['takes'],
  { counted, all, sum, outOf, amounts = [] }: Totals,
): Count => {
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
      return {
        ...(amounts.length === 0 ? divided(0, 0, 1) : { value: medianOf(amounts) }),
        numerator: sum,
        denominator: counted,
      };
  }
};

/** The middle one; of an even number, half-way between the middle two. */
const medianOf = (amounts: readonly number[]): number => {
  const sorted = amounts.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};
