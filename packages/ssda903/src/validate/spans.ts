import type { DayNumber } from '@rightplace/domain';

/** From a day to a day; NaN is no start, by which it is never found, or no end yet. */
export interface Span<R> {
  readonly row: R;
  readonly starts: DayNumber;
  readonly ends: DayNumber;
}

const TAKEN = -Infinity;

/**
 * Spans in the order of their starts, so that those of some days are found without asking each of them: a child may
 * have thousands, and each may be held against thousands of something else. Both questions are of spans that had begun
 * by one day and last to another at least; to share a day with something is to have begun by its end and last to its
 * start.
 */
export class Spans<R> {
  readonly #spans: readonly Span<R>[];
  /** The latest end of each span and those before it. */
  readonly #latest: Float64Array;
  /** A tree of what has not been taken: of node `n`, over `2n` and `2n + 1`, the latest end. Leaves are the spans. */
  readonly #tree: Float64Array;
  readonly #leaves: number;

  constructor(spans: readonly Span<R>[]) {
    this.#spans = spans.filter(({ starts }) => !Number.isNaN(starts)).toSorted((a, b) => a.starts - b.starts);
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, this.#spans.length)));
    this.#latest = new Float64Array(this.#spans.length);
    this.#tree = new Float64Array(this.#leaves * 2).fill(TAKEN);
    let latest = TAKEN;
    for (const [i, { ends }] of this.#spans.entries()) {
      const end = Number.isNaN(ends) ? Infinity : ends;
      latest = Math.max(latest, end);
      this.#latest[i] = latest;
      this.#tree[this.#leaves + i] = end;
    }
    for (let node = this.#leaves - 1; node > 0; node--) this.#sumUp(node);
  }

  /** Whether there is one, taken or not. */
  some(begunBy: DayNumber, lastingTo: DayNumber): boolean {
    return (this.#latest[this.#begunBy(begunBy) - 1] ?? TAKEN) >= lastingTo;
  }

  /** Those that have not been taken before. */
  take(begunBy: DayNumber, lastingTo: DayNumber): readonly R[] {
    const taken: R[] = [];
    const end = this.#begunBy(begunBy);
    const takeFrom = (node: number, first: number, count: number): void => {
      if (first >= end || !((this.#tree[node] ?? TAKEN) >= lastingTo)) return;
      const span = this.#spans[first];
      if (count === 1) {
        if (span !== undefined) taken.push(span.row);
        this.#tree[node] = TAKEN;
        return;
      }
      takeFrom(node * 2, first, count / 2);
      takeFrom(node * 2 + 1, first + count / 2, count / 2);
      this.#sumUp(node);
    };
    takeFrom(1, 0, this.#leaves);
    return taken;
  }

  #sumUp(node: number): void {
    this.#tree[node] = Math.max(this.#tree[node * 2] ?? TAKEN, this.#tree[node * 2 + 1] ?? TAKEN);
  }

  /** How many had begun by a day; none by no day. */
  #begunBy(day: DayNumber): number {
    let [from, to] = [0, this.#spans.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#spans[middle]?.starts ?? Infinity) <= day) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
