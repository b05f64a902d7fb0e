import { type DayNumber, dayNumber, daysInMonth, findDay } from '@rightplace/domain';

/** The days that a date may stand for of which parts are not known: from the first to the last, both among them. */
export interface PossibleDays {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

const PARTIAL = /^(\d{1,2}|ZZ)\/(\d{1,2}|ZZ)\/(\d{4}|ZZZZ)$/;
const ANY_DAY: PossibleDays = { first: -Infinity, last: Infinity };

const fromTo = (year: number, first: Parts, last: Parts): PossibleDays | undefined => {
  const [from, to] = [findDay(year, ...first), findDay(year, ...last)];
  return from === undefined || to === undefined ? undefined : { first: dayNumber(from), last: dayNumber(to) };
};

type Parts = readonly [month: number, day: number];

/**
 * Reads DD/MM/YYYY, ZZ/MM/YYYY, ZZ/ZZ/YYYY and ZZ/ZZ/ZZZZ. A part may be unknown only where all that is finer is
 * unknown as well: a day of an unknown month is no date. Undefined for anything else.
 */
export const possibleDays = (text: string): PossibleDays | undefined => {
  const match = PARTIAL.exec(text);
  if (match === null) return undefined;
  const [, dayPart = '', monthPart = '', yearPart = ''] = match;
  if (yearPart === 'ZZZZ') return dayPart === 'ZZ' && monthPart === 'ZZ' ? ANY_DAY : undefined;
  const [year, month, day] = [Number(yearPart), Number(monthPart), Number(dayPart)];
  if (monthPart === 'ZZ') return dayPart === 'ZZ' ? fromTo(year, [1, 1], [12, 31]) : undefined;
  if (dayPart !== 'ZZ') return fromTo(year, [month, day], [month, day]);
  return fromTo(year, [month, 1], [month, daysInMonth(year, month)]);
};
