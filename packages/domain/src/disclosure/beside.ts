import { countKey } from './count-table.ts';
import type { ReleaseCount, ReleasePart } from './release.ts';

/** What stands beside tables: single counts, sums across tables, differences, shares and rates. */
const count = (key: string, title: string, value: number, printed = true): ReleaseCount => ({
  key,
  title,
  value,
  printed,
  totalOf: 0,
  keep: false,
});

export const singleCount = (key: string, title: string, value: number): ReleasePart => ({
  counts: [count(key, title, value)],
  relations: [],
  ratios: [],
});

/** One count is the sum of others, wherever they stand: "all moves" is this table's total and that one's. */
export const sumAcross = (whole: string, parts: readonly string[]): ReleasePart => ({
  counts: [],
  relations: [[{ key: whole, times: -1 }, ...parts.map((key) => ({ key, times: 1 }))]],
  ratios: [],
});

/**
 * What is left of a count when a part of it is taken away, where only those two are printed: with and without
 * unaccompanied children, all moves and planned ones. A reader can subtract, so it is protected like a printed one.
 */
export const leftOver = (
  whole: { readonly key: string; readonly value: number },
  part: { readonly key: string; readonly value: number },
  title: string,
): ReleasePart => {
  const key = `${whole.key} less ${part.key}`;
  return {
    counts: [count(key, title, whole.value - part.value, false)],
    relations: [
      [
        { key: whole.key, times: -1 },
        { key: part.key, times: 1 },
        { key, times: 1 },
      ],
    ],
    ratios: [],
  };
};

export interface ShareToRelease {
  /** What is shared out, with version and dates. */
  readonly of: string;
  readonly title: string;
  readonly numerator: { readonly key?: string; readonly value: number; readonly printed: boolean };
  readonly denominator: { readonly key?: string; readonly value: number; readonly printed: boolean };
  readonly decimals?: number;
}

/** A percentage, with the children on both sides of it: those it counts and those it does not. */
export const shareOf = ({ of, title, numerator, denominator, decimals = 0 }: ShareToRelease): ReleasePart => {
  const upper = { key: numerator.key ?? countKey(`${of}, counted`), value: numerator.value };
  const lower = { key: denominator.key ?? countKey(`${of}, all`), value: denominator.value };
  const others = leftOver(lower, upper, `${title}, the others`);
  return {
    counts: [
      count(upper.key, `${title}, counted`, upper.value, numerator.printed),
      count(lower.key, `${title}, all`, lower.value, denominator.printed),
      ...others.counts,
    ],
    relations: others.relations,
    ratios: [
      { key: `${of}, percentage`, title, numerator: upper.key, denominator: lower.key, per: 100, decimals },
    ],
  };
};

/** A rate of a population that everybody can look up: it tells the count behind it nearly exactly. */
export const rateOf = ({
  of,
  title,
  counted,
  population,
  per = 10_000,
  decimals = 0,
}: {
  readonly of: string;
  readonly title: string;
  readonly counted: { readonly key: string; readonly value: number; readonly printed: boolean };
  readonly population: number;
  readonly per?: number;
  readonly decimals?: number;
}): ReleasePart => ({
  counts: [count(counted.key, `${title}, counted`, counted.value, counted.printed)],
  relations: [],
  ratios: [{ key: `${of}, rate`, title, numerator: counted.key, denominator: population, per, decimals }],
});
