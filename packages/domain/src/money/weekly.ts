import { type Day, dayNumber } from '../calendar/day.ts';
import type { ClosedPeriod } from '../calendar/period.ts';
import { weekdayOfNumber } from '../calendar/weeks.ts';
import { formatMoney } from './format-money.ts';
import { type Pence, pence } from './pence.ts';

/** A price for each seven days. A type of its own, so that a weekly price is never added to a total. */
export type PencePerWeek = number & { readonly __pencePerWeek: never };

export const pencePerWeek = (amount: number): PencePerWeek => pence(amount) as number as PencePerWeek;

/** "£5,761 a week". */
export const formatWeekly = (price: PencePerWeek): string => `${formatMoney(pence(price))} a week`;

/** Whole sevenths, towards nought, by remainder: no fraction of a penny is made on the way. */
const seventh = (amount: number): number => pence((amount - (amount % 7)) / 7);

/** What is due from the Monday of the week of that day up to the night before it. */
const dueSinceMonday = (price: PencePerWeek, n: number): number =>
  seventh(pence(price * (weekdayOfNumber(n) - 1)));

const mondayNumber = (n: number): number => n - weekdayOfNumber(n) + 1;

/**
 * What a weekly price comes to over the nights of a period (the night of its last day is the next placement's).
 *
 * A week is seven nights and rarely divides by seven, so each night has a whole price of its own: what is due from
 * Monday to that night, rounded down to a penny, less what was due the night before. Nights of one week differ by at
 * most a penny and any seven in a row come to exactly the weekly price. Because a night's price does not depend on
 * where a bill begins or ends, the parts of a period always add up to the whole: rounding each part (half up, or by
 * largest remainder) would not. Any period comes to within a penny of the exact sum.
 */
export const costOverPeriod = (price: PencePerWeek, { starts, ends }: ClosedPeriod): Pence => {
  const [from, to] = [dayNumber(starts), dayNumber(ends)];
  const wholeWeeks = (mondayNumber(to) - mondayNumber(from)) / 7;
  return pence(price * wholeWeeks + dueSinceMonday(price, to) - dueSinceMonday(price, from));
};

/** What the night of that day costs at a weekly price. */
export const costOfNight = (price: PencePerWeek, d: Day): Pence => {
  const n = dayNumber(d);
  const dueByMorning = weekdayOfNumber(n) === 7 ? price : dueSinceMonday(price, n + 1);
  return pence(dueByMorning - dueSinceMonday(price, n));
};
