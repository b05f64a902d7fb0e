/**
 * A day is a plain date with no time and no zone, written `YYYY-MM-DD`. Because the text sorts as the days do,
 * days are compared with `<` and `>`. A JavaScript `Date` is a moment: turning one into a day depends on a time
 * zone, and in Britain a birthday read that way slips back a day every summer. So no `Date` is used here.
 *
 * Every measure calls these functions for every episode, so they read digits by their codes and write them from
 * a table: several times faster than regular expressions, slices and padding.
 */
export type Day = string & { readonly __day: never };

/** Days since 1 January 1970 (day 0), for arithmetic and typed columns. May be negative. */
export type DayNumber = number;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => (n < 10 ? `0${n}` : `${n}`));

/** 1 January 0001 and 31 December 9999: the days that four digits can write. */
const FIRST_NUMBER = -719_162;
const LAST_NUMBER = 2_932_896;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** For parts already known to make a real day. */
const write = (year: number, month: number, dayOfMonth: number): Day =>
  `${TWO_DIGITS[Math.floor(year / 100)]}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}` as Day;

/** The day of that year, month (1 to 12) and day of the month, or undefined when there is no such day. */
export const findDay = (year: number, month: number, dayOfMonth: number): Day | undefined => {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return undefined;
  return write(year, month, dayOfMonth);
};

/** The number that `length` digits from `at` write, or NaN when one of them is not a digit. */
const digits = (text: string, at: number, length: number): number => {
  let value = 0;
  for (let i = at; i < at + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/** Reads `YYYY-MM-DD`; undefined when the text is not a real day written that way. */
export const parseDay = (text: string): Day | undefined =>
  text.length === 10 && text[4] === '-' && text[7] === '-'
    ? findDay(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2))
    : undefined;

/** Reads `DD/MM/YYYY`; undefined when the text is not a real day written that way. */
export const parseDayFirst = (text: string): Day | undefined =>
  text.length === 10 && text[2] === '/' && text[5] === '/'
    ? findDay(digits(text, 6, 4), digits(text, 3, 2), digits(text, 0, 2))
    : undefined;

/** Reads a day that must be right: a literal in code, or text the database has already held to be a date. */
export const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`Not a day written YYYY-MM-DD: ${JSON.stringify(text)}`);
  return parsed;
};

export const yearOf = (d: Day): number => digits(d, 0, 4);
/** 1 to 12. */
export const monthOf = (d: Day): number => digits(d, 5, 2);
export const dayOfMonthOf = (d: Day): number => digits(d, 8, 2);

export const dayNumber = (d: Day): DayNumber => {
  const year = yearOf(d);
  const month = monthOf(d);
  const y = year - 1;
  const leapDaysBefore = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const inYear =
    (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + dayOfMonthOf(d);
  return y * 365 + leapDaysBefore + inYear - 719_163;
};

export const dayFromNumber = (n: DayNumber): Day => {
  if (!(n >= FIRST_NUMBER && n <= LAST_NUMBER))
    throw new RangeError(`No day of years 1 to 9999 is number ${n}`);
  // Civil-from-days over 400-year eras that begin on 1 March, so that the leap day is the last of its year.
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
};

export const addDays = (d: Day, days: number): Day => dayFromNumber(dayNumber(d) + days);

/** Whole days from `from` to `to`; negative when `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/**
 * The same day of the month so many calendar months on (or back), clamped to the month's end:
 * 31 March less 30 months is 30 September; 29 February 2024 plus 12 months is 28 February 2025.
 * Not for birthdays: see `birthdayAt`.
 */
export const addMonths = (d: Day, months: number): Day => {
  const index = yearOf(d) * 12 + monthOf(d) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (!(year >= 1 && year <= 9999))
    throw new RangeError(`${d} and ${months} months is not in years 1 to 9999`);
  return write(year, month, Math.min(dayOfMonthOf(d), daysInMonth(year, month)));
};

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);
