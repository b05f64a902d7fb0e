import { rangeTold } from './printed.ts';
import type { PublishedRatio, PublishedRelease } from './published.ts';
import { ANY_COUNT, ANYTHING, both, only, type Range } from './range.ts';
import type { ReleaseAverage, ReleaseRatio, ReleaseRelation } from './release.ts';
import { ratioInSteps } from './rounding.ts';

/** A number as a reader knows it, and as it truly is. */
export interface Known {
  readonly key: string;
  readonly title: string;
  readonly value: number;
  readonly range: Range;
  /**
   * A count printed as it is, rounded or as a few; one printed as hidden; one not printed; a sum that a ratio bounds; or
   * how much more a count is than in the version of the release that it was printed in before.
   */
  readonly as: 'shown' | 'hidden' | 'unprinted' | 'bound' | 'change';
}

/** All that a reader of some releases can put together: between what bounds each number lies, and what adds up. */
export interface Knowledge {
  readonly numbers: ReadonlyMap<string, Known>;
  readonly relations: readonly ReleaseRelation[];
}

/**
 * What a reader of all these knows, the newest release first. A count that was put right in between is another number in
 * the older release. One that was not is taken for the same, as a reader would who guesses that it was not. `revised` is
 * the release that is being made a new version of, if any.
 */
export const knowledgeFrom = (
  releases: readonly PublishedRelease[],
  valuesNow: ReadonlyMap<string, number> = new Map(),
  revised?: string,
): Knowledge => {
  const newest = new Map(valuesNow);
  const isRevised = new Set([revised, ...releases.map(({ revises }) => revises)]);
  const numbers = new Map<string, Known>();
  const relations: ReleaseRelation[] = [];
  const learn = (known: Known): void => {
    const held = numbers.get(known.key);
    // As the newest release has it: those come first.
    numbers.set(known.key, held === undefined ? known : { ...held, range: both(held.range, known.range) });
  };
  for (const published of releases) {
    const named = new Map<string, string>();
    for (const { key, title, value, printed } of published.counts) {
      const current = newest.get(key) ?? value;
      newest.set(key, current);
      const name = current === value ? key : `${key} (then ${value})`;
      named.set(key, name);
      const range = printed === null ? ANY_COUNT : rangeTold(printed);
      const as = printed === null ? 'unprinted' : printed.kind === 'hidden' ? 'hidden' : 'shown';
      learn({ key: name, title, value, range, as });
      if (name === key || printed === null || !isRevised.has(published.id)) continue;
      const change = `${name}, change since`;
      learn({
        key: change,
        title: `${title}, change`,
        value: current - value,
        range: ANYTHING,
        as: 'change',
      });
      relations.push([
        { key, times: 1 },
        { key: name, times: -1 },
        { key: change, times: -1 },
      ]);
    }
    const nameOf = (key: string): string => named.get(key) ?? key;
    const learnBound = (title: string, { key, value, range, terms }: ToldByRatio): void => {
      const name = `${published.id}: ${key}`;
      learn({ key: name, title, value, range, as: 'bound' });
      relations.push([
        { key: name, times: -1 },
        ...terms.map((term) => ({ key: nameOf(term.key), times: term.times })),
      ]);
    };
    const valueOf = (key: string): number => numbers.get(nameOf(key))?.value ?? 0;
    for (const relation of published.relations)
      relations.push(relation.map(({ key, times }) => ({ key: nameOf(key), times })));
    for (const ratio of published.ratios) {
      for (const told of whatRatioTells(ratio, valueOf)) learnBound(ratio.title, told);
    }
    for (const average of published.averages ?? []) {
      for (const told of boundsOfAverage(average, valueOf)) learnBound(average.title, told);
    }
  }
  return { numbers, relations };
};

/** An average that is told says that enough children stand behind it. */
export const boundsOfAverage = (
  { key, count, fewest, printed }: ReleaseAverage,
  valueOf: (key: string) => number,
): readonly ToldByRatio[] =>
  printed.kind === 'rounded'
    ? [
        {
          key: `${key}, of at least`,
          value: valueOf(count),
          range: { lower: fewest, upper: Number.POSITIVE_INFINITY },
          terms: [{ key: count, times: 1 }],
        },
      ]
    : [];

/** A number made of counts that a printed ratio bounds. */
export interface ToldByRatio {
  readonly key: string;
  readonly value: number;
  readonly range: Range;
  readonly terms: ReleaseRelation;
}

const whatRatioTells = (ratio: PublishedRatio, valueOf: (key: string) => number): readonly ToldByRatio[] => {
  if (ratio.printed.kind === 'exact')
    return boundsOfRatio(ratio, Math.round(ratio.printed.value * 10 ** ratio.decimals), valueOf);
  if (ratio.printed.kind === 'not-applicable' && typeof ratio.denominator === 'string')
    return [
      {
        key: `${ratio.key} of nobody`,
        value: 0,
        range: only(0),
        terms: [{ key: ratio.denominator, times: 1 }],
      },
    ];
  return [];
};

/**
 * A ratio printed as so many steps of its last decimal, rounded half upward, says that twice the numerator lies between
 * half a step below and half a step above: two sums of counts that cannot be negative.
 */
export const boundsOfRatio = (
  { key, numerator, denominator, per, decimals }: ReleaseRatio,
  steps: number,
  valueOf: (key: string) => number,
): readonly ToldByRatio[] => {
  const twice = 2 * per * 10 ** decimals;
  if (typeof denominator === 'number') {
    // Of a number that everybody knows: that is a range of the numerator itself.
    const lower = Math.ceil(((2 * steps - 1) * denominator) / twice);
    const upper = Math.ceil(((2 * steps + 1) * denominator) / twice) - 1;
    return [
      {
        key: `${key}, counted`,
        value: valueOf(numerator),
        range: { lower: Math.max(0, lower), upper },
        terms: [{ key: numerator, times: 1 }],
      },
    ];
  }
  const bound = (name: string, counted: number, of: number, lower: number): ToldByRatio => ({
    key: `${key}, ${name}`,
    value: counted * valueOf(numerator) + of * valueOf(denominator),
    range: { lower, upper: Number.POSITIVE_INFINITY },
    terms: [
      { key: numerator, times: counted },
      { key: denominator, times: of },
    ],
  });
  return [bound('not less', twice, 1 - 2 * steps, 0), bound('not more', -twice, 2 * steps + 1, 1)];
};

/** The steps a ratio is printed as; undefined for a share of nobody. */
export const stepsOfRatio = (ratio: ReleaseRatio, valueOf: (key: string) => number): number | undefined => {
  const denominator = typeof ratio.denominator === 'number' ? ratio.denominator : valueOf(ratio.denominator);
  return denominator === 0 ? undefined : ratioInSteps(valueOf(ratio.numerator), denominator, ratio);
};

/** The part of what is known that has anything to do with these numbers. */
export const concerning = (keys: Iterable<string>, { numbers, relations }: Knowledge): Knowledge => {
  const reached = new Set(keys);
  let open = relations.map((relation) => ({ relation, taken: false }));
  let grew = true;
  while (grew) {
    grew = false;
    for (const one of open) {
      if (!one.relation.some(({ key }) => reached.has(key))) continue;
      for (const { key } of one.relation) reached.add(key);
      one.taken = true;
      grew = true;
    }
    open = open.filter(({ taken }) => !taken);
  }
  return {
    numbers: new Map([...numbers].filter(([key]) => reached.has(key))),
    relations: relations.filter((relation) => relation.some(({ key }) => reached.has(key))),
  };
};
