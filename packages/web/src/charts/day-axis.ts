import {
  addDays,
  addMonths,
  type Day,
  dayInShort,
  dayNumber,
  daysBetween,
  findDay,
  firstOfMonth,
  monthInWords,
  monthOf,
  yearOf,
} from '@rightplace/domain';
import { scaleLinear } from 'd3-scale';

/** A step between marks on an axis of days, from one day to five years. */
interface Step {
  readonly days: number;
  readonly first: (from: Day) => Day;
  readonly next: (mark: Day) => Day;
  readonly text: (mark: Day) => string;
}

const shortDay = (mark: Day): string => dayInShort(mark).replace(/ \d{4}$/, '');
const shortMonth = (mark: Day): string => monthInWords(mark).replace(/^(\w{3})\w*/, '$1');
const startOfYear = (year: number, from: Day): Day => findDay(year, 1, 1) ?? from;

const everyDays = (days: number): Step => ({
  days,
  first: (from) => from,
  next: (mark) => addDays(mark, days),
  text: shortDay,
});
const everyMonths = (months: number): Step => ({
  days: months * 30,
  first: (from) => {
    const month = firstOfMonth(from);
    return addMonths(month, (months - ((monthOf(month) - 1) % months)) % months);
  },
  next: (mark) => addMonths(mark, months),
  text: shortMonth,
});
const everyYears = (years: number): Step => ({
  days: years * 365,
  first: (from) => startOfYear(Math.ceil(yearOf(from) / years) * years, from),
  next: (mark) => addMonths(mark, years * 12),
  text: (mark) => String(yearOf(mark)),
});

const STEPS: readonly Step[] = [
  everyDays(1),
  everyDays(2),
  everyDays(7),
  everyDays(14),
  everyMonths(1),
  everyMonths(3),
  everyMonths(6),
  everyYears(1),
  everyYears(2),
  everyYears(5),
];

export interface DayMark {
  readonly on: Day;
  readonly x: number;
  readonly text: string;
}

export interface DayAxis {
  readonly from: Day;
  readonly to: Day;
  readonly at: (on: Day) => number;
  readonly marks: readonly DayMark[];
}

/** An axis over a day or eighteen years: the marks are days, months or years, as many as there is room to name. */
export const dayAxis = (from: Day, to: Day, left: number, right: number): DayAxis => {
  const span = Math.max(1, daysBetween(from, to));
  const most = Math.max(2, Math.floor((right - left) / 90));
  const step = STEPS.find(({ days }) => span / days <= most) ?? everyYears(10);
  const scale = scaleLinear()
    .domain([dayNumber(from), dayNumber(from) + span])
    .range([left, right]);
  const at = (on: Day): number => Math.round(scale(dayNumber(on)) * 10) / 10;
  const marks: DayMark[] = [];
  for (let on = step.first(from); on <= to; on = step.next(on)) {
    if (on >= from) marks.push({ on, x: at(on), text: step.text(on) });
  }
  return { from, to, at, marks };
};
