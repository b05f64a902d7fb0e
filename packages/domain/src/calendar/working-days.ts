import { type BankHolidays, BankHolidaysNotHeld } from './bank-holidays.ts';
import { type Day, type DayNumber, dayFromNumber, dayNumber } from './day.ts';
import { weekdayOfNumber } from './weeks.ts';

/**
 * A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England (Care Planning,
 * Placement and Case Review (England) Regulations 2010, regulation 2). The day of the trigger is day 0 and is not
 * counted; the last day counted is. Every function throws `BankHolidaysNotHeld` when it would have to look at a day
 * for which the calendar given holds no bank holidays, and never guesses.
 */
const isWorkingNumber = (n: DayNumber, calendar: BankHolidays): boolean =>
  weekdayOfNumber(n) <= 5 && !calendar.numbers.has(n);

/** Checks both ends of a run of days at once: what is held is one stretch. */
const mustHold = (calendar: BankHolidays, days: readonly DayNumber[]): void => {
  const { first, end } = heldBy(calendar);
  const missing = days.find((n) => n < first || n >= end);
  if (missing !== undefined) throw new BankHolidaysNotHeld(dayFromNumber(missing), calendar.covers);
};

/** The days for which a calendar holds bank holidays, from the first up to the end, as numbers. */
const heldBy = ({ covers }: BankHolidays): { readonly first: DayNumber; readonly end: DayNumber } => ({
  first: dayNumber(covers.starts),
  end: dayNumber(covers.ends),
});

export const isWorkingDay = (d: Day, calendar: BankHolidays): boolean => {
  const n = dayNumber(d);
  mustHold(calendar, [n]);
  return isWorkingNumber(n, calendar);
};

/**
 * The day on which so many working days have passed since `from`; with a negative number, the day so many working
 * days before it. Nought gives `from` itself, whether or not it is a working day.
 */
export const addWorkingDays = (from: Day, workingDays: number, calendar: BankHolidays): Day => {
  if (!Number.isInteger(workingDays)) throw new RangeError(`Working days are whole: ${workingDays}`);
  const step = workingDays < 0 ? -1 : 1;
  let n = dayNumber(from);
  mustHold(calendar, [n]);
  const { first, end } = heldBy(calendar);
  for (let left = Math.abs(workingDays); left > 0; ) {
    n += step;
    if (n < first || n >= end) throw new BankHolidaysNotHeld(dayFromNumber(n), calendar.covers);
    if (isWorkingNumber(n, calendar)) left -= 1;
  }
  return dayFromNumber(n);
};

/**
 * How many working days have passed on `to` since `from`: those after `from`, up to and including `to`. When `to` is
 * the earlier, the working days from `to` up to the day before `from`, as a negative number. Either way it undoes
 * `addWorkingDays`.
 */
export const workingDaysBetween = (from: Day, to: Day, calendar: BankHolidays): number => {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  mustHold(calendar, [start, end]);
  let count = 0;
  for (let n = start + 1; n <= end; n++) if (isWorkingNumber(n, calendar)) count += 1;
  for (let n = start - 1; n >= end; n--) if (isWorkingNumber(n, calendar)) count -= 1;
  return count;
};
