import { addDays, type Day, dayFromNumber, dayNumber, parseDay } from './day.ts';

/**
 * A moment is a point in time, as UTC text of one fixed width: `2026-03-31T09:30:00.000000Z`. Being of one width it
 * sorts as time does, so moments are compared with `<` and `>`. It is kept to the microsecond because PostgreSQL
 * keeps them: cut to the millisecond, "as known when this was recorded" would fall just before it was recorded.
 */
export type Moment = string & { readonly __moment: never };

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})0*)?)?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/** Minutes ahead of UTC, or undefined for an offset no clock has. */
const offsetMinutes = (zone: string): number | undefined => {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2)) * (zone.length > 3 ? 1 : 0);
  if (hours > 14 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (zone.startsWith('-') ? -1 : 1);
};

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/**
 * Reads ISO 8601 text, or PostgreSQL's with a space, that says its zone: `Z` or an offset. Undefined when it is not a
 * real time, says no zone (whose nine o'clock?), or is finer than a microsecond.
 */
export const parseMoment = (text: string): Moment | undefined => {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  const [, date = '', hh, mm, ss = '00', fraction = '', zone = ''] = match;
  const writtenDay = parseDay(date);
  const offset = offsetMinutes(zone);
  const [hour, minute, second] = [Number(hh), Number(mm), Number(ss)];
  if (writtenDay === undefined || offset === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  // As a database writes it: nothing is to be counted again.
  if (offset === 0) return `${writtenDay}T${hh}:${mm}:${ss}.${fraction.padEnd(6, '0')}Z` as Moment;
  const minutes = hour * 60 + minute - offset;
  const days = Math.floor(minutes / 1440);
  const ofDay = minutes - days * 1440;
  const utcDay = addDays(writtenDay, days);
  const time = `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}:${two(second)}`;
  return `${utcDay}T${time}.${fraction.padEnd(6, '0')}Z` as Moment;
};

/** Reads a moment that must be right: a literal in code, a clock's, or the database's. */
export const moment = (text: string): Moment => {
  const parsed = parseMoment(text);
  if (parsed === undefined)
    throw new RangeError(`Not a moment written YYYY-MM-DDTHH:MM:SSZ: ${JSON.stringify(text)}`);
  return parsed;
};

/** The moment of a clock that counts milliseconds since the start of 1970, as computers' clocks do. */
export const momentFromMilliseconds = (milliseconds: number): Moment => {
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const ofDay = seconds - days * 86_400;
  const time = `${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`;
  const fraction = String(Math.floor(milliseconds) - seconds * 1000).padStart(3, '0');
  return `${dayFromNumber(days)}T${time}.${fraction}000Z` as Moment;
};

/** Below nought when `a` is the earlier, above when it is the later. For sorting. */
export const compareMoments = (a: Moment, b: Moment): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day a moment falls on in UTC. People here live by London's clock: see `londonDayOf`. */
export const utcDayOf = (m: Moment): Day => m.slice(0, 10) as Day;

/** Minutes since the start of 1970, seconds let go. */
export const minuteNumber = (m: Moment): number =>
  dayNumber(utcDayOf(m)) * 1440 + Number(m.slice(11, 13)) * 60 + Number(m.slice(14, 16));

/** The moment so many minutes later, or earlier when negative. */
export const addMinutes = (m: Moment, minutes: number): Moment => {
  const total = minuteNumber(m) + minutes;
  const days = Math.floor(total / 1440);
  const ofDay = total - days * 1440;
  return `${dayFromNumber(days)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}${m.slice(16)}` as Moment;
};
