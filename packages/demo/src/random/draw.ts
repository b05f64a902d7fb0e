import type { Stream } from './stream.ts';

/** Outcomes and how likely each is; the weights need not add up to one. */
export type Odds<T> = readonly (readonly [outcome: T, weight: number])[];

/** True about `probability` of the time. */
export const chance = (next: Stream, probability: number): boolean => next() < probability;

/** A whole number from `low` to `high`, both included. */
export const between = (next: Stream, low: number, high: number): number =>
  low + Math.floor(next() * (high - low + 1));

export const pick = <T>(next: Stream, from: readonly T[]): T => {
  const picked = from[Math.floor(next() * from.length)];
  if (picked === undefined) throw new RangeError('Nothing to pick from');
  return picked;
};

/** Running totals of long lists (of places, say), which are drawn from again and again. */
const runningTotals = new WeakMap<Odds<unknown>, Float64Array>();
const LONG = 24;

const totalsOf = (odds: Odds<unknown>): Float64Array => {
  const known = runningTotals.get(odds);
  if (known !== undefined) return known;
  const totals = new Float64Array(odds.length);
  let total = 0;
  for (const [i, [, weight]] of odds.entries()) {
    total += weight;
    totals[i] = total;
  }
  runningTotals.set(odds, totals);
  return totals;
};

/** The place of the first running total above the draw. */
const placeOf = (totals: Float64Array, drawn: number): number => {
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle] ?? 0) > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
};

const placeInShort = (next: Stream, odds: Odds<unknown>): number => {
  let total = 0;
  for (let i = 0; i < odds.length; i += 1) total += odds[i]?.[1] ?? 0;
  let left = next() * total;
  for (let i = 0; i < odds.length; i += 1) {
    left -= odds[i]?.[1] ?? 0;
    if (left < 0) return i;
  }
  return odds.length - 1;
};

const placeInLong = (next: Stream, odds: Odds<unknown>): number => {
  const totals = totalsOf(odds);
  return placeOf(totals, next() * (totals[totals.length - 1] ?? 0));
};

export const weighted = <T>(next: Stream, odds: Odds<T>): T => {
  const drawn = odds[odds.length > LONG ? placeInLong(next, odds) : placeInShort(next, odds)];
  if (drawn === undefined) throw new RangeError('Nothing to choose between');
  return drawn[0];
};

/** A duration in whole days, at least one, spread as durations are: many short, few long. */
export const logNormalDays = (next: Stream, median: number, spread: number): number => {
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  const normal = radius * Math.cos(2 * Math.PI * next());
  return Math.max(1, Math.round(median * Math.exp(spread * normal)));
};
