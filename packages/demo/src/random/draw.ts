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

export const weighted = <T>(next: Stream, odds: Odds<T>): T => {
  let total = 0;
  for (const [, weight] of odds) total += weight;
  let left = next() * total;
  for (const [outcome, weight] of odds) {
    left -= weight;
    if (left < 0) return outcome;
  }
  const last = odds[odds.length - 1];
  if (last === undefined) throw new RangeError('Nothing to choose between');
  return last[0];
};

/** A duration in whole days, at least one, spread as durations are: many short, few long. */
export const logNormalDays = (next: Stream, median: number, spread: number): number => {
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  const normal = radius * Math.cos(2 * Math.PI * next());
  return Math.max(1, Math.round(median * Math.exp(spread * normal)));
};
