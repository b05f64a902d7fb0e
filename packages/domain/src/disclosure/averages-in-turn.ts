import type { Unit } from '../measure/measure.ts';
import { exact, LEAST_STEP, stepsUpTo, toStep } from './average-steps.ts';
import { type AmountOf, AVERAGE_RULE, type AverageRule, type ToldAverage, tellAmounts } from './averages.ts';

/** A mean or a sum that is told again and again, of children of whom many are the same each time. */
export interface AveragedAgain {
  readonly takes: 'mean' | 'sum';
  readonly unit: Unit;
}

/**
 * Averages of overlapping times (three years to each 31 March), the earliest first, each told so that it does no harm beside
 * those before it. One alone leaves to whoever knows all amounts but one a range as wide as that one is far from the others;
 * two of them about the same child leave what is in both ranges, which may be very little. So each is told in the finest
 * steps with which every child still has as wide a range in all that was told so far, and otherwise not at all.
 */
export const tellInTurn = (
  sets: readonly (readonly AmountOf[])[],
  averaged: AveragedAgain,
  ruleOf: (i: number) => AverageRule = () => AVERAGE_RULE,
): readonly ToldAverage[] => {
  const before = new Map<string, Left>();
  return sets.map((amounts, i) => {
    const rule = ruleOf(i);
    const alone = tellAmounts(amounts, averaged, rule);
    if (alone.printed.kind !== 'rounded') return alone;
    const children = totalsIn(amounts);
    const whole = sumOf(amounts.map(({ amount }) => amount));
    const times = averaged.takes === 'mean' ? amounts.length : 1;
    const value = whole / times;
    const finest = LEAST_STEP[averaged.unit] ?? 1;
    for (const many of stepsUpTo(Math.abs(value) / (2 * finest))) {
      const step = exact(many * finest);
      if (step < alone.printed.to) continue;
      const told = toStep(value, step);
      const found = children.map((child) => {
        const rest = whole - child.total;
        const [from, to] = [(told - step / 2) * times - rest, (told + step / 2) * times - rest];
        const { from: least, to: most, needs } = before.get(child.key) ?? NOTHING_TOLD;
        const apart = apartOf({ ...child, rest }, amounts.length, averaged);
        return {
          key: child.key,
          from: Math.max(from, least),
          to: Math.min(to, most),
          needs: Math.max(needs, apart, averaged.takes === 'mean' ? rule.fewest * finest : finest),
        };
      });
      if (found.some((child) => child.to - child.from < child.needs * (1 - 1e-9))) continue;
      for (const child of found) before.set(child.key, child);
      return { printed: { kind: 'rounded', value: told, to: step } };
    }
    return { printed: { kind: 'hidden' }, why: 'beside-earlier' };
  });
};

/** What is left of one child's amounts by all that was told so far, and how wide that has to be. */
interface Left {
  readonly from: number;
  readonly to: number;
  readonly needs: number;
}

const NOTHING_TOLD: Left = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, needs: 0 };

const sumOf = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

interface Total {
  /** The same child with the same amounts is the same unknown number in another year. */
  readonly key: string;
  readonly total: number;
  readonly cases: number;
}

const totalsIn = (amounts: readonly AmountOf[]): readonly Total[] =>
  [...Map.groupBy(amounts, ({ of }) => of)].map(([of, own]) => {
    const total = sumOf(own.map(({ amount }) => amount));
    return { key: `${of} ${own.length} ${total}`, total, cases: own.length };
  });

/** How far a child is from what the others would lead one to expect. */
const apartOf = (
  { total, cases, rest }: Total & { readonly rest: number },
  all: number,
  { takes }: AveragedAgain,
): number => Math.abs(takes === 'sum' ? total : total - (rest * cases) / Math.max(1, all - cases));
