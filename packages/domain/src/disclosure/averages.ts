import type { Unit } from '../measure/measure.ts';
import { exact, LEAST_STEP, stepsUpTo, toStep } from './average-steps.ts';
import type { Printed } from './printed.ts';
import { FEW } from './profile.ts';

/** One thing that is averaged or added up: whose it is, and how much. A child may have several. */
export interface AmountOf {
  readonly of: string;
  readonly amount: number;
}

export type Averaging = 'mean' | 'median' | 'sum';

/**
 * When an average or a sum may be told, and how exactly. A local convention after the rules that statistical offices use for
 * amounts: see decision 12 for where they are from and what they do not cover.
 */
export interface AverageRule {
  /** Fewer children than this have no average and no sum. */
  readonly fewest: number;
  /** No child's amounts may be more than this part of a sum. */
  readonly mostOfOne: number;
  /** What all but the two largest add must be at least this part of the largest: else the second largest knows the first. */
  readonly restOfLargest: number;
}

export const AVERAGE_RULE: AverageRule = { fewest: 10, mostOfOne: 0.5, restOfLargest: 0.1 };

/** Why an average or a sum is not told, in a sentence for readers: it counts nobody. */
export const WHY_NO_AVERAGE = {
  'too-few': 'Not told: too few children stand behind it.',
  'one-child': 'Not told: one child’s amount makes too much of it.',
  uneven: 'Not told: one child more or fewer would change it too much.',
  'beside-earlier': 'Not told: beside what was told of earlier years it would tell too much of one child.',
} as const;

export type PrintedAverage = Extract<Printed, { kind: 'rounded' | 'not-applicable' | 'hidden' }>;

export interface ToldAverage {
  readonly printed: PrintedAverage;
  /** Of one that is hidden. */
  readonly why?: keyof typeof WHY_NO_AVERAGE;
}

/**
 * An average or a sum as it may be told: of enough children, none of whom makes up most of it, and rounded so coarsely that
 * no child moves it by more than a step. Whoever knows how many there are, and all amounts but one, learns of that one no
 * more than that it is among the others; and so does whoever subtracts last quarter's figure from this one's.
 */
export const tellAmounts = (
  amounts: readonly AmountOf[],
  { takes, unit }: { readonly takes: Averaging; readonly unit: Unit },
  rule: AverageRule = AVERAGE_RULE,
): ToldAverage => {
  if (amounts.length === 0) return { printed: { kind: 'not-applicable' } };
  const byChild = [...Map.groupBy(amounts, ({ of }) => of).values()];
  if (byChild.length < rule.fewest) return hidden('too-few');
  if (takes !== 'median' && hasOneLarge(byChild, rule)) return hidden('one-child');
  const value = take(amounts, takes);
  const moved = mostMovedBy(byChild, amounts, { takes, value });
  const least = LEAST_STEP[unit] ?? 1;
  for (const times of stepsUpTo(Math.abs(value) / (2 * least))) {
    const step = exact(times * least);
    const told = toStep(value, step);
    if (step < moved - 1e-9) continue;
    if (takes === 'median' && !isOfMore(byChild, told, step)) continue;
    return { printed: { kind: 'rounded', value: told, to: step } };
  }
  return hidden('uneven');
};

const hidden = (why: keyof typeof WHY_NO_AVERAGE): ToldAverage => ({ printed: { kind: 'hidden' }, why });

const sumOf = (amounts: readonly AmountOf[]): number =>
  amounts.reduce((total, { amount }) => total + amount, 0);

const hasOneLarge = (byChild: readonly (readonly AmountOf[])[], rule: AverageRule): boolean => {
  const [first = 0, second = 0, ...rest] = byChild.map((of) => Math.abs(sumOf(of))).toSorted((a, b) => b - a);
  const others = rest.reduce((a, b) => a + b, 0);
  if (first === 0) return false;
  return first > rule.mostOfOne * (first + second + others) || others < rule.restOfLargest * first;
};

const take = (amounts: readonly AmountOf[], takes: Averaging): number => {
  if (takes === 'median') return middleOf(amounts.map(({ amount }) => amount).toSorted((a, b) => a - b));
  return takes === 'sum' ? sumOf(amounts) : sumOf(amounts) / amounts.length;
};

const middleOf = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** How far it moves at most when one child is left out of it. */
const mostMovedBy = (
  byChild: readonly (readonly AmountOf[])[],
  amounts: readonly AmountOf[],
  { takes, value }: { readonly takes: Averaging; readonly value: number },
): number => {
  if (takes !== 'median') {
    const whole = sumOf(amounts);
    return Math.max(
      ...byChild.map((of) => {
        const left = amounts.length - of.length;
        const without = whole - sumOf(of);
        return Math.abs(value - (takes === 'sum' ? without : without / Math.max(1, left)));
      }),
    );
  }
  const sorted = amounts.toSorted((a, b) => a.amount - b.amount);
  return Math.max(
    ...byChild.map(([first]) => {
      const without = sorted.filter(({ of }) => of !== first?.of).map(({ amount }) => amount);
      return Math.abs(value - middleOf(without));
    }),
  );
};

/** A middle is somebody's own amount: the range that it is told as has to hold more than a few children's. */
const isOfMore = (byChild: readonly (readonly AmountOf[])[], told: number, step: number): boolean =>
  byChild.filter((of) => of.some(({ amount }) => amount >= told - step / 2 && amount < told + step / 2))
    .length > FEW;
