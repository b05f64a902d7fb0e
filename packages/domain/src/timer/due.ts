import { type BankHolidays, BankHolidaysNotHeld } from '../calendar/bank-holidays.ts';
import { addDays, addMonths, type Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { ClockSpan } from './clock-rule.ts';

/** When something began: the day, and the moment where it is known. */
export interface Began {
  readonly on: Day;
  readonly at?: Moment | undefined;
}

/** The last day, which is still in time; and the moment, where hours are counted from a known one. */
export interface Due {
  readonly on: Day;
  readonly at?: Moment | undefined;
}

/**
 * When a span that began is over. The day it began is day 0. A day that is due stays the day it is, whether or not anybody
 * works on it. Hours run on real time: 72 of them over the change of the clocks are 72. Where only the day is known on
 * which they began, they are counted in whole days, so that nobody is called late who may not have been.
 *
 * Undefined for working days in a year whose bank holidays are not held.
 */
export const dueOf = ({ unit, count }: ClockSpan, began: Began, calendar: BankHolidays): Due | undefined => {
  switch (unit) {
    case 'working-days':
      return workingDaysAfter(began.on, count, calendar);
    case 'days':
      return { on: addDays(began.on, count) };
    case 'weeks':
      return { on: addDays(began.on, count * 7) };
    case 'months':
      return { on: addMonths(began.on, count) };
    case 'hours': {
      if (began.at === undefined) return { on: addDays(began.on, Math.ceil(count / 24)) };
      const at = addMinutes(began.at, count * 60);
      return { on: londonDayOf(at), at };
    }
  }
};

const workingDaysAfter = (on: Day, count: number, calendar: BankHolidays): Due | undefined => {
  const due = workingDayFrom(on, count, calendar);
  return due && { on: due };
};

/** So many working days on, or back; undefined where bank holidays are not held. */
export const workingDayFrom = (on: Day, count: number, calendar: BankHolidays): Day | undefined => {
  try {
    return addWorkingDays(on, count, calendar);
  } catch (error) {
    if (error instanceof BankHolidaysNotHeld) return undefined;
    throw error;
  }
};

/** Whether it was done in time. Of what was done on the very day, without a time, nobody says that it was late. */
export const isInTime = (done: Began, due: Due): boolean =>
  done.at !== undefined && due.at !== undefined ? done.at <= due.at : done.on <= due.on;

export const isPast = (due: Due, now: Moment): boolean =>
  due.at === undefined ? londonDayOf(now) > due.on : now > due.at;
