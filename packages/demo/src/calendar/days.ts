import { type Day, type DayNumber, dayFromNumber, dayNumber, daysInMonth } from '@rightplace/domain';

/**
 * Inventing works in day numbers, which add and compare fast; days are written out only at the end. The writings are
 * kept, because a few thousand days are written millions of times.
 */
interface Written {
  readonly day: Day;
  readonly slashed: string;
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const written = new Map<DayNumber, Written>();

const write = (n: DayNumber): Written => {
  const known = written.get(n);
  if (known !== undefined) return known;
  const day = dayFromNumber(n);
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const made = {
    day,
    slashed: `${dayOfMonth}/${month}/${year}`,
    year: Number(year),
    month: Number(month),
    dayOfMonth: Number(dayOfMonth),
  };
  written.set(n, made);
  return made;
};

export const dayText = (n: DayNumber): Day => write(n).day;

/** As the return writes it: DD/MM/YYYY. */
export const slashed = (n: DayNumber): string => write(n).slashed;

const clamped = (year: number, month: number, dayOfMonth: number): DayNumber => {
  const day = Math.min(dayOfMonth, daysInMonth(year, month));
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day);
};

/** The day of that age. No one in the demonstration is born on 29 February (see `notLeapDay`). */
export const birthday = (born: DayNumber, age: number): DayNumber => {
  const { year, month, dayOfMonth } = write(born);
  return clamped(year + age, month, dayOfMonth);
};

export const ageAt = (born: DayNumber, on: DayNumber): number => {
  const b = write(born);
  const o = write(on);
  const hadBirthday = o.month > b.month || (o.month === b.month && o.dayOfMonth >= b.dayOfMonth);
  return o.year - b.year - (hadBirthday ? 0 : 1);
};

/** Sources differ on when someone born on 29 February comes of age, so no invented child is. */
export const notLeapDay = (n: DayNumber): DayNumber => {
  const { month, dayOfMonth } = write(n);
  return month === 2 && dayOfMonth === 29 ? n - 1 : n;
};

export const addMonthsTo = (n: DayNumber, months: number): DayNumber => {
  const { year, month, dayOfMonth } = write(n);
  const index = year * 12 + month - 1 + months;
  return clamped(Math.floor(index / 12), (index % 12) + 1, dayOfMonth);
};

/** The year by its end: 21 November 2026 is in 2027. */
export const yearOf = (n: DayNumber): number => {
  const { year, month } = write(n);
  return month >= 4 ? year + 1 : year;
};

const firsts = new Map<number, DayNumber>();

/** 1 April on which that collection year begins. */
export const yearStart = (year: number): DayNumber => {
  const known = firsts.get(year);
  if (known !== undefined) return known;
  const first = clamped(year - 1, 4, 1);
  firsts.set(year, first);
  return first;
};

/** 31 March on which it ends. */
export const yearEnd = (year: number): DayNumber => yearStart(year + 1) - 1;

/** Monday to Friday: 1 January 1970 was a Thursday. */
export const isWeekday = (n: DayNumber): boolean => {
  const fromMonday = (((n + 3) % 7) + 7) % 7;
  return fromMonday < 5;
};

/** That day, or the Monday after it. */
export const nextWeekday = (n: DayNumber): DayNumber => {
  let day = n;
  while (!isWeekday(day)) day += 1;
  return day;
};
