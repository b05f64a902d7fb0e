import { type Day, findDay } from '@rightplace/domain';
import { dayFromReturn, troubleWithDate } from '../dates.ts';
import { earliestDay, tooLongAgo } from './doubts.ts';

export type DayRead =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'blank' }
  | { readonly kind: 'trouble'; readonly reason: string; readonly todo: string };

/** A time of day at midnight is how spreadsheets and databases write a day without one. */
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?Z?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Lists write DD/MM/YYYY, the census YYYY-MM-DD, and a workbook's own days come as the latter: both are taken. */
export const readDay = (written: string, latest: Day): DayRead => {
  const text = written.trim().replace(MIDNIGHT, '');
  if (text === '') return { kind: 'blank' };
  const day = dayOf(text);
  if (day === undefined) return { kind: 'trouble', ...troubleWithDate(text) };
  if (day > latest)
    return {
      kind: 'trouble',
      reason: `${text} is after the day on which it was loaded.`,
      todo: 'Put the day right; what is planned is not counted.',
    };
  if (day < earliestDay(latest)) return { kind: 'trouble', ...tooLongAgo(text) };
  return { kind: 'day', day };
};

const dayOf = (text: string): Day | undefined => {
  const yearFirst = YEAR_FIRST.exec(text);
  const dayFirst = DAY_FIRST.exec(text);
  if (yearFirst !== null) {
    const [year, month, day] = [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])];
    return year >= 1900 && year <= 2100 ? findDay(year, month, day) : undefined;
  }
  if (dayFirst === null) return undefined;
  const [day = '', month = '', year = ''] = dayFirst.slice(1);
  return dayFromReturn(`${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`);
};
