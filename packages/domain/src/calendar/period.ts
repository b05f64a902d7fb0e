import { addDays, type Day, daysBetween, maxDay, minDay } from './day.ts';

/**
 * A half-open stretch of days: `starts` is in it, `ends` is the first day after it; null while it runs on.
 * A period that ends on the day it starts has no length: it holds no day, overlaps nothing and covers nothing,
 * but it happened, it has a place in time, and `isWithin` can say where.
 */
export interface Period {
  readonly starts: Day;
  readonly ends: Day | null;
}

/** A period whose end is known. */
export interface ClosedPeriod extends Period {
  readonly ends: Day;
}

/** A period that must be right; one that ends before it starts is a mistake in the code that asks for it. */
export const period = (starts: Day, ends: Day | null): Period => {
  if (ends !== null && ends < starts)
    throw new RangeError(`A period cannot end (${ends}) before it starts (${starts})`);
  return { starts, ends };
};

/** From one day to another, both in it: the way people say a period. */
export const closedPeriod = (firstDay: Day, lastDay: Day): ClosedPeriod => {
  if (lastDay < firstDay) throw new RangeError(`The last day (${lastDay}) is before the first (${firstDay})`);
  return { starts: firstDay, ends: addDays(lastDay, 1) };
};

export const isOpen = (p: Period): boolean => p.ends === null;

export const isZeroLength = (p: Period): boolean => p.starts === p.ends;

/** Whether the period is running at the end of that day. What ended that day is not. */
export const containsDay = (p: Period, d: Day): boolean => p.starts <= d && (p.ends === null || p.ends > d);

/** Whether two periods share at least one day. */
export const periodsOverlap = (a: Period, b: Period): boolean => {
  const starts = maxDay(a.starts, b.starts);
  return (a.ends === null || starts < a.ends) && (b.ends === null || starts < b.ends);
};

const earlierEnd = (a: Day | null, b: Day | null): Day | null =>
  a === null ? b : b === null ? a : minDay(a, b);

/** The days two periods share, or undefined when they share none. */
export function intersectPeriods(a: ClosedPeriod, b: Period): ClosedPeriod | undefined;
export function intersectPeriods(a: Period, b: ClosedPeriod): ClosedPeriod | undefined;
export function intersectPeriods(a: Period, b: Period): Period | undefined;
export function intersectPeriods(a: Period, b: Period): Period | undefined {
  const starts = maxDay(a.starts, b.starts);
  const ends = earlierEnd(a.ends, b.ends);
  return ends !== null && ends <= starts ? undefined : { starts, ends };
}

/** Whether all of `inner` lies inside `outer`. One with no length may lie on either edge. */
export const isWithin = (inner: Period, outer: Period): boolean =>
  inner.starts >= outer.starts && (outer.ends === null || (inner.ends !== null && inner.ends <= outer.ends));

/** Whether `later` starts on the day that `earlier` ends. */
export const followsOn = (earlier: Period, later: Period): boolean => earlier.ends === later.starts;

/** The number of days in a period whose end is known. */
export const daysIn = (p: ClosedPeriod): number => daysBetween(p.starts, p.ends);

/** The number of days of a period up to and including `lastDay`; none when it starts later. */
export const daysInUpTo = (p: Period, lastDay: Day): number => {
  const through = addDays(lastDay, 1);
  const ends = p.ends === null ? through : minDay(p.ends, through);
  return Math.max(0, daysBetween(p.starts, ends));
};
