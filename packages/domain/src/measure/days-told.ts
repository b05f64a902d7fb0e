import { addDays, addMonths, type Day, maxDay } from '../calendar/day.ts';
import { type ClosedPeriod, intersectPeriods, isWithin } from '../calendar/period.ts';
import { collectionYearOf, collectionYearPeriod, rollingTwelveMonths } from '../calendar/reporting-year.ts';
import { type AuthorityOnDay, yearEndBy } from './authority-on-day.ts';
import type { NoValue } from './figure.ts';
import type { CaseMeasure, MeasureContext } from './measure.ts';
import { lacksRecords, type RecordKind } from './records.ts';
import { windowOf } from './window.ts';

/**
 * Of which days what is kept of a kind tells: what was loaded is of a time, and nothing found outside it is no nought. A kind
 * that is not named tells of every day.
 */
export type DaysTold = Readonly<Partial<Record<RecordKind, readonly ClosedPeriod[]>>>;

/** Times that touch or overlap as one, earliest first. */
export const joinedTimes = (times: readonly ClosedPeriod[]): readonly ClosedPeriod[] => {
  const joined: ClosedPeriod[] = [];
  for (const time of times.toSorted((a, b) => (a.starts < b.starts ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || time.starts > last.ends) joined.push(time);
    else joined[joined.length - 1] = { starts: last.starts, ends: maxDay(last.ends, time.ends) };
  }
  return joined;
};

/** The days of which all that a measure needs tells; undefined where that is every day. */
export const toldFor = (
  { needs = [] }: Pick<CaseMeasure, 'needs'>,
  { recordsTold = {} }: Pick<MeasureContext, 'recordsTold'>,
): readonly ClosedPeriod[] | undefined => {
  const each = needs.flatMap((kind) => (recordsTold[kind] === undefined ? [] : [recordsTold[kind]]));
  if (each.length === 0) return undefined;
  return each.reduce((a, b) => a.flatMap((one) => b.flatMap((other) => intersectPeriods(one, other) ?? [])));
};

/** The time whose records a figure is worked out from. */
const timeOf = (
  { over }: Pick<CaseMeasure, 'over'>,
  { asOf, window }: Pick<AuthorityOnDay, 'asOf' | 'window'>,
): ClosedPeriod => {
  const upToDay = (starts: Day): ClosedPeriod => ({ starts, ends: addDays(asOf, 1) });
  switch (over) {
    case 'day':
      return upToDay(asOf);
    case 'window':
      return window;
    case 'quarter':
      return windowOf('quarter', asOf);
    case 'twelve-months':
      return rollingTwelveMonths(asOf);
    case 'half-a-year-ago':
      return rollingTwelveMonths(addMonths(asOf, -6));
    case 'a-year-ago':
      return rollingTwelveMonths(addMonths(asOf, -12));
    case 'two-years-ago':
      return rollingTwelveMonths(addMonths(asOf, -24));
    case 'year':
      return collectionYearPeriod(collectionYearOf(yearEndBy(asOf)));
    case 'three-years':
      return upToDay(addDays(addMonths(asOf, -36), 1));
  }
};

/** Why records besides the return's give no figure: they are not kept, or do not tell of all of its time. */
export const whyNoRecords = (
  measure: CaseMeasure,
  authority: Pick<AuthorityOnDay, 'asOf' | 'window'>,
  context: MeasureContext,
): Extract<NoValue, 'no-records' | 'not-told'> | undefined => {
  if (lacksRecords(measure, context)) return 'no-records';
  const told = toldFor(measure, context);
  if (told === undefined) return undefined;
  const time = timeOf(measure, authority);
  return told.some((each) => isWithin(time, each)) ? undefined : 'not-told';
};
