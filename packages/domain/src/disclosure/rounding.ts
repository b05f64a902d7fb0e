import type { Range } from './range.ts';

/**
 * To the nearest multiple, halves upward, as the tables of the Department were. Whole numbers in, so that no half is lost
 * to binary fractions.
 */
export const roundedTo = (value: number, multiple: number): number =>
  Math.floor((2 * value + multiple) / (2 * multiple)) * multiple;

/** The whole numbers that round to this. */
export const rangeRoundedTo = (rounded: number, multiple: number): Range => ({
  lower: Math.max(0, Math.ceil(rounded - multiple / 2)),
  upper: Math.ceil(rounded + multiple / 2) - 1,
});

/** A share or rate, from counts that are not rounded, to so many decimals, halves upward. */
export const ratioOf = (
  numerator: number,
  denominator: number,
  { per, decimals }: { readonly per: number; readonly decimals: number },
): number => ratioInSteps(numerator, denominator, { per, decimals }) / 10 ** decimals;

/** The same in its last decimal's steps: 6.6 is 66 steps. */
export const ratioInSteps = (
  numerator: number,
  denominator: number,
  { per, decimals }: { readonly per: number; readonly decimals: number },
): number => roundedTo(numerator * per * 10 ** decimals, denominator) / denominator;
