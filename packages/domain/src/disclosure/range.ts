/** Whole numbers from one to another, both included; either end may be infinite. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export const ANY_COUNT: Range = { lower: 0, upper: Number.POSITIVE_INFINITY };
export const ANYTHING: Range = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

export const only = (value: number): Range => ({ lower: value, upper: value });

export const within = (value: number, { lower, upper }: Range): boolean => lower <= value && value <= upper;

export const both = (a: Range, b: Range): Range => ({
  lower: Math.max(a.lower, b.lower),
  upper: Math.min(a.upper, b.upper),
});
