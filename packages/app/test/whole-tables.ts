import type { Knowledge } from '@rightplace/domain';

/** What a number is in all tables of whole numbers that agree with everything a reader knows. */
export interface Enumerated {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Tries every table of whole numbers, with no linear programming, up to so many above the true count; for a few cells only.
 * Written apart from the attack it is compared with.
 */
export const enumerate = (
  { numbers, relations }: Knowledge,
  above: number,
): ReadonlyMap<string, Enumerated> => {
  const all = [...numbers.values()];
  const place = new Map(all.map(({ key }, i) => [key, i]));
  const rows = relations.map((relation) =>
    relation.map(({ key, times }) => ({ number: place.get(key) ?? -1, times })),
  );
  const lower = all.map(({ range, value }) => Math.max(range.lower, value - above));
  const upper = all.map(({ range, value }) => Math.min(range.upper, value + above));
  const lowest = all.map(() => Number.POSITIVE_INFINITY);
  const highest = all.map(() => Number.NEGATIVE_INFINITY);

  const search = (low: readonly number[], high: readonly number[]): void => {
    const bounds = narrowed(rows, [...low], [...high]);
    if (bounds === undefined) return;
    const open = bounds.low.findIndex((least, i) => least < (bounds.high[i] ?? least));
    if (open === -1) {
      for (const [i, value] of bounds.low.entries()) {
        lowest[i] = Math.min(lowest[i] ?? value, value);
        highest[i] = Math.max(highest[i] ?? value, value);
      }
      return;
    }
    for (let value = bounds.low[open] ?? 0; value <= (bounds.high[open] ?? 0); value++)
      search(bounds.low.with(open, value), bounds.high.with(open, value));
  };
  search(lower, upper);
  return new Map(all.map(({ key }, i) => [key, { lowest: lowest[i] ?? 0, highest: highest[i] ?? 0 }]));
};

type Row = readonly { readonly number: number; readonly times: number }[];

/** What each sum leaves of the bounds of its numbers; undefined where nothing is left. */
const narrowed = (
  rows: readonly Row[],
  low: number[],
  high: number[],
): { readonly low: number[]; readonly high: number[] } | undefined => {
  for (let changed = true; changed; ) {
    changed = false;
    for (const row of rows) {
      for (const { number, times } of row) {
        let [least, most] = [0, 0];
        for (const other of row) {
          if (other.number === number) continue;
          const ends = [(low[other.number] ?? 0) * other.times, (high[other.number] ?? 0) * other.times];
          least += Math.min(...ends);
          most += Math.max(...ends);
        }
        const ends = [-least / times, -most / times];
        const newLow = Math.max(low[number] ?? 0, Math.ceil(Math.min(...ends)));
        const newHigh = Math.min(high[number] ?? 0, Math.floor(Math.max(...ends)));
        if (newLow > newHigh) return undefined;
        if (newLow > (low[number] ?? 0) || newHigh < (high[number] ?? 0)) changed = true;
        low[number] = newLow;
        high[number] = newHigh;
      }
    }
  }
  return { low, high };
};
