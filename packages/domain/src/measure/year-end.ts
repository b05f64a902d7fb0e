import type { Day } from '../calendar/day.ts';
import { collectionYearLabel, collectionYearOf } from '../calendar/reporting-year.ts';
import { dayInWords } from '../calendar/words.ts';
import { type AuthorityOnDay, type PreparedLedger, yearEndBy } from './authority-on-day.ts';
import { onceFor } from './once-for.ts';

const yearEnds = onceFor((_: PreparedLedger) => new Map<Day, AuthorityOnDay>());

/** The authority on the last 31 March: one for all the days that look back on it, so that a year is worked out once. */
export const atYearEnd = (authority: AuthorityOnDay): AuthorityOnDay => {
  const years = yearEnds(authority.ledger);
  const on = yearEndBy(authority.asOf);
  const found = years.get(on) ?? (on === authority.asOf ? authority : authority.onDay(on));
  years.set(on, found);
  return found;
};

/** Works something out of a 31 March once, however many days look back on it. */
export const oncePerYear = <Made>(make: (yearEnd: AuthorityOnDay) => Made) => {
  const made = onceFor(make);
  return (authority: AuthorityOnDay): Made => made(atYearEnd(authority));
};

/** Which year a figure is of: on any day but 31 March, that is not the year of the day. */
export const yearRemark = ({ asOf }: AuthorityOnDay): string => {
  const end = yearEndBy(asOf);
  return `Of the year ${collectionYearLabel(collectionYearOf(end))}, as it stood on ${dayInWords(end)}.`;
};
