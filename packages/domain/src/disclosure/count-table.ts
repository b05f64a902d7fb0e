import type { ReleaseCount, ReleasePart, ReleaseRelation } from './release.ts';

/** One way of cutting a count: by age, by legal status. */
export interface CountWay {
  readonly id: string;
  readonly keys: readonly { readonly key: string; readonly title: string }[];
}

/** Which part: a key for each way it is cut; a way that is left out is summed over. */
export type CountPart = Readonly<Record<string, string>>;

export interface CountTable {
  /** What is counted, with version and dates: `cla-number v1 on 2026-03-31`. */
  readonly of: string;
  readonly title: string;
  readonly ways: readonly CountWay[];
  /** The count of an inner cell, where every way has a key. */
  readonly count: (part: CountPart) => number;
  /** Which totals are printed: all unless this says otherwise. Those that are not may still not be worked out if small. */
  readonly printsTotal?: (part: CountPart) => boolean;
  readonly keeps?: (part: CountPart) => boolean;
}

/** The same for the same children, whichever table it stands in and however its ways are ordered. */
export const countKey = (of: string, part: CountPart = {}): string => {
  const ways = Object.keys(part).toSorted();
  return [of, ...ways.map((way) => `${way}=${part[way]}`)].join(' | ');
};

/**
 * A table cut any number of ways, with every total there is: of one way, a list with its total; of two, rows and columns
 * with theirs; of three, a block with all its sides. Totals over everything have the measure's own key, so tables of one
 * measure are tied together without saying so.
 */
export const countTable = (table: CountTable): ReleasePart => {
  const { of, title, ways, printsTotal = () => true, keeps = () => false } = table;
  const counts = new Map<string, ReleaseCount>();
  const relations: ReleaseRelation[] = [];
  // Inner cells first, then totals over one way, and so on, so that what is added up is there.
  for (const part of partsOf(ways).toSorted((a, b) => size(b) - size(a))) {
    const summed = ways.filter((way) => part[way.id] === undefined);
    const key = countKey(of, part);
    const add = (value: number): void => {
      const printed = summed.length === 0 || printsTotal(part);
      const titled = [title, ...ways.flatMap((way) => titleOf(way, part))].join(', ');
      counts.set(key, { key, title: titled, value, printed, totalOf: summed.length, keep: keeps(part) });
    };
    if (summed.length === 0) {
      add(table.count(part));
      continue;
    }
    for (const way of summed) {
      const parts = way.keys.map((one) => countKey(of, { ...part, [way.id]: one.key }));
      add(parts.reduce((sum, each) => sum + (counts.get(each)?.value ?? 0), 0));
      relations.push([{ key, times: -1 }, ...parts.map((each) => ({ key: each, times: 1 }))]);
    }
  }
  return { counts: [...counts.values()], relations, ratios: [] };
};

const size = (part: CountPart): number => Object.keys(part).length;

const titleOf = (way: CountWay, part: CountPart): readonly string[] =>
  way.keys.filter(({ key }) => key === part[way.id]).map(({ title }) => title);

const partsOf = (ways: readonly CountWay[]): readonly CountPart[] =>
  ways.reduce<readonly CountPart[]>(
    (parts, way) =>
      parts.flatMap((part) => [...way.keys.map(({ key }) => ({ ...part, [way.id]: key })), part]),
    [{}],
  );
