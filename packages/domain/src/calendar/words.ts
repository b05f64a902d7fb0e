import { type Day, dayOfMonthOf, monthOf, yearOf } from './day.ts';
import { spanBetween } from './months.ts';
import { weekdayOf } from './weeks.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const monthName = (d: Day): string => MONTHS[monthOf(d) - 1] ?? '';

/** "3 March 2026". */
export const dayInWords = (d: Day): string => `${dayOfMonthOf(d)} ${monthName(d)} ${yearOf(d)}`;

/** "3 Mar 2026", for tables and charts. */
export const dayInShort = (d: Day): string => `${dayOfMonthOf(d)} ${monthName(d).slice(0, 3)} ${yearOf(d)}`;

/** "Tuesday 3 March 2026", for due dates. */
export const dayAndWeekday = (d: Day): string => `${WEEKDAYS[weekdayOf(d) - 1]} ${dayInWords(d)}`;

/** "March 2026". */
export const monthInWords = (d: Day): string => `${monthName(d)} ${yearOf(d)}`;

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** "11 days". */
export const daysInWords = (days: number): string => counted(days, 'day');

/**
 * How long it is from one day to a later one, as people say it: days below a month, whole months below a year, then
 * years and months. "11 days", "3 months", "2 years and 3 months".
 */
export const spanInWords = (from: Day, to: Day): string => {
  const { years, months, days } = spanBetween(from, to);
  if (years === 0 && months === 0) return daysInWords(days);
  const parts = [years > 0 ? counted(years, 'year') : '', months > 0 ? counted(months, 'month') : ''];
  return parts.filter((part) => part !== '').join(' and ');
};
