import { addDays, type Day, findDay, yearOf } from './day.ts';
import { addMinutes, type Moment, moment, parseMoment, utcDayOf } from './moment.ts';
import { weekdayOf } from './weeks.ts';
import { dayInWords } from './words.ts';

/**
 * London's clock, so that "today", "as it was known on 3 March" and times shown are those of the people here. It is
 * an hour ahead of UTC from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
 * (Summer Time Act 1972, as amended by the Summer Time Order 2002). The ends of summer differed before 1996, so
 * earlier moments are refused; what this system recorded is later.
 */
const FIRST_YEAR = 1996;

const lastSunday = (year: number, month: 3 | 10): Day => {
  const last = findDay(year, month, 31);
  if (last === undefined || year < FIRST_YEAR) throw new RangeError(`London time is not held for ${year}`);
  return addDays(last, -(weekdayOf(last) % 7));
};

/** Worked out once for a year: a list of cases asks it several thousand times. */
const summers = new Map<number, readonly [starts: Moment, ends: Moment]>();

const summerOf = (year: number): readonly [starts: Moment, ends: Moment] => {
  const known = summers.get(year);
  if (known !== undefined) return known;
  const summer = [
    moment(`${lastSunday(year, 3)}T01:00:00Z`),
    moment(`${lastSunday(year, 10)}T01:00:00Z`),
  ] as const;
  summers.set(year, summer);
  return summer;
};

const isSummerTime = (m: Moment): boolean => {
  const [starts, ends] = summerOf(yearOf(utcDayOf(m)));
  return m >= starts && m < ends;
};

/** The moment, written as London's clock shows it (no longer a moment: it has lost its zone). */
const onLondonClock = (m: Moment): string => (isSummerTime(m) ? addMinutes(m, 60) : m);

/** The day it was in London. */
export const londonDayOf = (m: Moment): Day => onLondonClock(m).slice(0, 10) as Day;

/** "09:30". */
export const londonTimeOf = (m: Moment): string => onLondonClock(m).slice(11, 16);

/** The moment at which London's clock shows a time ("09:30") on a day: the first of two when the clocks go back, none when they skip it. */
export const momentOnLondonClock = (d: Day, time: string): Moment | undefined => {
  const asUtc = parseMoment(`${d}T${time}:00Z`);
  return asUtc === undefined
    ? undefined
    : [addMinutes(asUtc, -60), asUtc].find((m) => londonDayOf(m) === d && londonTimeOf(m) === time);
};

/** "3 March 2026 at 09:30". */
export const momentInWords = (m: Moment): string => `${dayInWords(londonDayOf(m))} at ${londonTimeOf(m)}`;

/** Midnight in London at the start of the day. (The clocks change later in the day than this.) */
export const startOfLondonDay = (d: Day): Moment => {
  const utcMidnight = moment(`${d}T00:00:00Z`);
  const hourEarlier = addMinutes(utcMidnight, -60);
  return isSummerTime(hourEarlier) ? hourEarlier : utcMidnight;
};

/** Midnight in London at the end of the day: what was known by then was known on that day. */
export const endOfLondonDay = (d: Day): Moment => startOfLondonDay(addDays(d, 1));
