/**
 * A day is a plain date with no time and no zone, written `YYYY-MM-DD`. Because the text sorts as the days do,
 * days are compared with `<` and `>`. A JavaScript `Date` is a moment: turning one into a day depends on a time
 * zone, and in Britain a birthday read that way slips back a day every summer. So no `Date` is used here.
 */
export type Day = string & { readonly __day: never };

/** Days since 1 January 1970 (day 0), for arithmetic and typed columns. May be negative. */
export type DayNumber = number;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

export const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The day of that year, month (1 to 12) and day of the month, or undefined when there is no such day. */
export const findDay = (year: number, month: number, dayOfMonth: number): Day | undefined => {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
};

/** Reads `YYYY-MM-DD`; undefined when the text is not a real day written that way. */
export const parseDay = (text: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : findDay(Number(match[1]), Number(match[2]), Number(match[3]));
};

/** Reads a day that must be right: a literal in code, or text the database has already held to be a date. */
export const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`Not a day written YYYY-MM-DD: ${JSON.stringify(text)}`);
  return parsed;
};

export const yearOf = (d: Day): number => Number(d.slice(0, 4));
/** 1 to 12. */
export const monthOf = (d: Day): number => Number(d.slice(5, 7));
export const dayOfMonthOf = (d: Day): number => Number(d.slice(8, 10));

export const dayNumber = (d: Day): DayNumber => {
  const year = yearOf(d);
  const month = monthOf(d);
  const y = year - 1;
  const leapDaysBefore = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + dayOfMonthOf(d);
  return y * 365 + leapDaysBefore + inYear - 719_163;
};

export const dayFromNumber = (n: DayNumber): Day => {
  // Civil-from-days over 400-year eras that begin on 1 March, so that the leap day is the last of its year.
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
};

export const addDays = (d: Day, days: number): Day => dayFromNumber(dayNumber(d) + days);

/** Whole days from `from` to `to`; negative when `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/**
 * The same day of the month so many calendar months on (or back), clamped to the month's end:
 * 31 March less 30 months is 30 September; 29 February 2024 plus 12 months is 28 February 2025.
 */
export const addMonths = (d: Day, months: number): Day => {
  const index = yearOf(d) * 12 + monthOf(d) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12 + 12) % 12 + 1;
  const dayOfMonth = Math.min(dayOfMonthOf(d), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
};
