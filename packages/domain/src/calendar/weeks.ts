import { addDays, type Day, dayNumber } from './day.ts';
import { type ClosedPeriod, daysIn, intersectPeriods, isZeroLength } from './period.ts';

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Day 0, 1 January 1970, was a Thursday. */
export const weekdayOfNumber = (n: number): Weekday => (((((n + 3) % 7) + 7) % 7) + 1) as Weekday;

export const weekdayOf = (d: Day): Weekday => weekdayOfNumber(dayNumber(d));

export const isWeekend = (d: Day): boolean => weekdayOf(d) >= 6;

/** The Monday of the week that `d` is in. */
export const mondayOf = (d: Day): Day => addDays(d, 1 - weekdayOf(d));

/** Monday to Sunday. */
export const weekOf = (d: Day): ClosedPeriod => {
  const starts = mondayOf(d);
  return { starts, ends: addDays(starts, 7) };
};

/** As much of a Monday-to-Sunday week as a longer period holds. */
export interface WeekPart {
  readonly week: ClosedPeriod;
  /** The days of the week that are in the period. */
  readonly part: ClosedPeriod;
  /** Fewer than seven days, so not to be compared with whole weeks. */
  readonly isPart: boolean;
}

/** The weeks that a period touches, in order; the first and the last may be in part. */
export const weeksOf = (p: ClosedPeriod): readonly WeekPart[] => {
  const weeks: WeekPart[] = [];
  if (isZeroLength(p)) return weeks;
  for (let week = weekOf(p.starts); week.starts < p.ends; week = weekOf(week.ends)) {
    const part = intersectPeriods(week, p);
    if (part !== undefined) weeks.push({ week, part, isPart: daysIn(part) < 7 });
  }
  return weeks;
};
