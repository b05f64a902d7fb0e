import { maxDay } from './day.ts';
import { type ClosedPeriod, daysIn, intersectPeriods, isZeroLength, type Period } from './period.ts';

/** Sets of days made of several periods. Answers are in date order, never overlap and never touch. */

const byStart = (a: Period, b: Period): number => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0);

/** All the days that any of the periods holds: those that overlap or follow on are joined into one. */
export const unionOfPeriods = (periods: readonly Period[]): readonly Period[] => {
  const joined: Period[] = [];
  for (const next of periods.filter((p) => !isZeroLength(p)).sort(byStart)) {
    const last = joined.at(-1);
    if (last === undefined || (last.ends !== null && last.ends < next.starts)) {
      joined.push({ starts: next.starts, ends: next.ends });
    } else if (last.ends !== null) {
      joined[joined.length - 1] = {
        starts: last.starts,
        ends: next.ends === null ? null : maxDay(last.ends, next.ends),
      };
    }
  }
  return joined;
};

/** The days of `whole` that none of the periods holds. Nothing taken away leaves it as it is. */
export function subtractPeriods(whole: ClosedPeriod, taken: readonly Period[]): readonly ClosedPeriod[];
export function subtractPeriods(whole: Period, taken: readonly Period[]): readonly Period[];
export function subtractPeriods(whole: Period, taken: readonly Period[]): readonly Period[] {
  const left: Period[] = [];
  let from = whole.starts;
  for (const { starts, ends } of unionOfPeriods(taken)) {
    const before = intersectPeriods(whole, { starts: from, ends: maxDay(from, starts) });
    if (before !== undefined) left.push(before);
    if (ends === null) return left;
    from = maxDay(from, ends);
  }
  const rest = intersectPeriods(whole, { starts: from, ends: null });
  return rest === undefined ? left : [...left, rest];
}

/** The parts of the periods that fall inside the window, each cut to it; those with no day in it are left out. */
export const clipPeriods = <P extends Period>(
  periods: readonly P[],
  window: ClosedPeriod,
): readonly (P & ClosedPeriod)[] =>
  periods.flatMap((p) => {
    const part = intersectPeriods(p, window);
    return part === undefined ? [] : [{ ...p, ...part }];
  });

/** How many days of the window at least one of the periods holds. */
export const coveredDays = (periods: readonly Period[], window: ClosedPeriod): number =>
  clipPeriods(unionOfPeriods(periods), window).reduce((days, p) => days + daysIn(p), 0);
