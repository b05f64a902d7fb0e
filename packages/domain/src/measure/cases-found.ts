import type { AuthorityOnDay } from './authority-on-day.ts';
import { whyNoRecords } from './days-told.ts';
import type { Case, CaseMeasure, MeasureContext } from './measure.ts';

/** What a measure of cases finds on a day, in an order that later news does not change. None while its records are not kept. */
export const casesFound = (
  measure: CaseMeasure,
  authority: AuthorityOnDay,
  context: MeasureContext,
): readonly Case[] => {
  if (whyNoRecords(measure, authority, context) !== undefined) return [];
  const cases = measure.cases(authority, context);
  // Other records come in an order of their own, in which something recorded later could change places.
  return measure.needs === undefined ? cases : cases.toSorted(byIdThenDay);
};

const byIdThenDay = (a: Case, b: Case): number => {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0;
};
