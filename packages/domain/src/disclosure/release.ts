import type { PrintedAverage } from './averages.ts';

/**
 * Everything that is published together, as numbers and what ties them: what an attacker would work with. Tables, headline
 * figures and shares are all written down this way (see `count-table.ts` and `beside.ts`), so that one attack covers them.
 */
export interface Release {
  readonly id: string;
  readonly title: string;
  readonly area: 'authority' | 'wider';
  /** The earlier release that this is a new version of: how much a count changed between the two must not tell of a few. */
  readonly revises?: string | undefined;
  readonly counts: readonly ReleaseCount[];
  readonly relations: readonly ReleaseRelation[];
  readonly ratios: readonly ReleaseRatio[];
  readonly averages?: readonly ReleaseAverage[];
}

/** A part of a release; releases are put together from these. */
export type ReleasePart = Pick<Release, 'counts' | 'relations' | 'ratios' | 'averages'>;

export interface ReleaseCount {
  /**
   * What is counted, in full: which measure and version, on which day or over which dates, which children. The same in
   * two tables, or in two releases, means the same count: see `countKey`.
   */
  readonly key: string;
  readonly title: string;
  readonly value: number;
  /** False for one that is printed nowhere and must not be worked out either, such as a difference. */
  readonly printed: boolean;
  /** In how many ways it is a total: 0 for an inner cell. Totals are hidden later than parts. */
  readonly totalOf: number;
  /** To be shown unless nothing else helps. */
  readonly keep: boolean;
}

/** What a reader can add up: each count so many times comes to nought together. */
export type ReleaseRelation = readonly RelationTerm[];

export interface RelationTerm {
  readonly key: string;
  readonly times: number;
}

/** A percentage or rate. */
export interface ReleaseRatio {
  readonly key: string;
  readonly title: string;
  readonly numerator: string;
  /** Another count's key, or a number that everybody knows, such as a population. */
  readonly denominator: string | number;
  readonly per: number;
  readonly decimals: number;
}

/**
 * A mean, a median or a sum of amounts, as it may be told: see `averages.ts`. It is hidden with the count that it is of, and
 * where it is told, so is that the count is large enough for it.
 */
export interface ReleaseAverage {
  readonly key: string;
  readonly title: string;
  readonly count: string;
  readonly fewest: number;
  readonly printed: PrintedAverage;
}

interface ReleaseHead {
  readonly id: string;
  readonly title: string;
  readonly area?: Release['area'];
  readonly revises?: Release['revises'];
}

/**
 * Puts parts together. A count that is in several is one count: printed if it is printed anywhere. Throws where two parts
 * disagree about a count, or a sum does not come out: such a release would be wrong, whatever was hidden in it.
 */
export const releaseOf = (
  { id, title, area = 'authority', revises }: ReleaseHead,
  parts: readonly ReleasePart[],
): Release => {
  const counts = new Map<string, ReleaseCount>();
  for (const count of parts.flatMap((part) => part.counts)) {
    if (!Number.isSafeInteger(count.value) || count.value < 0)
      throw new Error(`"${count.title}" is ${count.value}, which is no count.`);
    counts.set(count.key, merged(counts.get(count.key), count));
  }
  const valueOf = (key: string): number => {
    const count = counts.get(key);
    if (count === undefined) throw new Error(`Nothing in "${title}" is "${key}".`);
    return count.value;
  };
  const relations = parts.flatMap((part) => part.relations);
  for (const relation of relations) {
    if (sumOf(relation, valueOf) !== 0)
      throw new Error(`These do not add up: ${relation.map(({ key }) => key).join(', ')}.`);
  }
  const ratios = parts.flatMap((part) => part.ratios);
  for (const { key, numerator, denominator } of ratios) {
    const of = typeof denominator === 'number' ? denominator : valueOf(denominator);
    if (valueOf(numerator) < 0 || !Number.isSafeInteger(of) || of < 0)
      throw new Error(`"${key}" is a share of no count.`);
  }
  const averages = parts.flatMap((part) => part.averages ?? []);
  for (const { key, count, fewest, printed } of averages) {
    if (printed.kind === 'rounded' && valueOf(count) < fewest) throw new Error(`"${key}" is of too few.`);
  }
  return {
    id,
    title,
    area,
    ...(revises === undefined ? {} : { revises }),
    counts: [...counts.values()],
    relations,
    ratios,
    ...(averages.length === 0 ? {} : { averages }),
  };
};

export const sumOf = (relation: ReleaseRelation, valueOf: (key: string) => number): number =>
  relation.reduce((sum, { key, times }) => sum + times * valueOf(key), 0);

const merged = (held: ReleaseCount | undefined, count: ReleaseCount): ReleaseCount => {
  if (held === undefined) return count;
  if (held.value !== count.value)
    throw new Error(`"${count.title}" is ${count.value} in one place and ${held.value} in another.`);
  return {
    ...held,
    printed: held.printed || count.printed,
    totalOf: Math.max(held.totalOf, count.totalOf),
    keep: held.keep || count.keep,
  };
};
