import {
  addMonths,
  type Day,
  dayOfMonthOf,
  daysBetween,
  daysInMonth,
  findDay,
  monthOf,
  yearOf,
} from './day.ts';
import type { ClosedPeriod } from './period.ts';

export const firstOfMonth = (d: Day): Day => `${d.slice(0, 8)}01` as Day;

/** The last day of the month that `d` is in. */
export const endOfMonth = (d: Day): Day => {
  const [year, month] = [yearOf(d), monthOf(d)];
  return findDay(year, month, daysInMonth(year, month)) ?? d;
};

export const isEndOfMonth = (d: Day): boolean => dayOfMonthOf(d) === daysInMonth(yearOf(d), monthOf(d));

/** The last `count` ends of months on or before `upTo`, earliest first. */
export const monthEnds = (count: number, upTo: Day): readonly Day[] => {
  const latest = isEndOfMonth(upTo) ? upTo : endOfMonth(addMonths(upTo, -1));
  return Array.from({ length: count }, (_, i) => endOfMonth(addMonths(latest, i - count + 1)));
};

/** The calendar month that `d` is in. */
export const monthPeriodOf = (d: Day): ClosedPeriod => {
  const starts = firstOfMonth(d);
  return { starts, ends: addMonths(starts, 1) };
};

/**
 * Whole calendar months from one day to another by the corresponding day, clamped to the month's end as
 * `addMonths` is: 31 January to 28 February 2025 is one. Counted backwards (negative) when `to` is the earlier.
 */
export const wholeMonthsBetween = (from: Day, to: Day): number => {
  if (to < from) return 0 - wholeMonthsBetween(to, from);
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return months > 0 && addMonths(from, months) > to ? months - 1 : months;
};

/** How long it is from one day to a later one, in whole years, then months, then days. */
export interface CalendarSpan {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

export const spanBetween = (from: Day, to: Day): CalendarSpan => {
  if (to < from) throw new RangeError(`A span runs forward; ${to} is before ${from}`);
  const wholeMonths = wholeMonthsBetween(from, to);
  return {
    years: Math.floor(wholeMonths / 12),
    months: wholeMonths % 12,
    days: daysBetween(addMonths(from, wholeMonths), to),
  };
};
