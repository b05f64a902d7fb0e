import { type Day, parseDay, parseDayFirst } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { ChildFact, FactKind } from './record.ts';

/** Facts keep the text of the return, whose days are DD/MM/YYYY. Undefined for anything else, part-known days too. */
export const readReturnDay = (text: string): Day | undefined => {
  const known = daysRead.get(text);
  if (known !== undefined) return known;
  const read = parseDayFirst(text) ?? parseDay(text);
  if (read !== undefined && daysRead.size < MOST_DAYS_READ) daysRead.set(text, read);
  return read;
};

/** A nation's reviews, times missing and social workers fall on some thousands of days: each is one text, however often told. */
const daysRead = new Map<string, Day>();
const MOST_DAYS_READ = 20_000;

/** Columns that say when a fact began and ended. What happens on one day has no end. */
const DAY_COLUMNS: Readonly<Partial<Record<FactKind, readonly [starts: string, ends?: string]>>> = {
  review: ['REVIEW'],
  missing: ['MIS_START', 'MIS_END'],
  'placed-for-adoption': ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  'social-worker': ['SW_DECOM', 'SW_DEC'],
  'deprivation-of-liberty': ['DOLO_START', 'DOLO_END'],
};

/** Columns that say how a fact ended, and so say nothing before it did. */
const END_COLUMNS: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  missing: ['MIS_END'],
  'placed-for-adoption': ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  'social-worker': ['SW_DEC'],
  'deprivation-of-liberty': ['DOLO_END'],
  uasc: ['DUC'],
};

const YEARLY: ReadonlySet<FactKind> = new Set<FactKind>(['oc2', 'oc3', 'ad1', 'previous-permanence']);

/** When a fact was so; undefined for one with no day of its own, or whose day cannot be read. */
export const findFactPeriod = ({ kind, fields }: ChildFact): Period | undefined => {
  const [starts, ends] = DAY_COLUMNS[kind] ?? [];
  if (starts === undefined) return undefined;
  const from = readReturnDay(fields[starts] ?? '');
  if (from === undefined) return undefined;
  return { starts: from, ends: ends === undefined ? from : (readReturnDay(fields[ends] ?? '') ?? null) };
};

/** The collection year of a yearly fact, by its end year; undefined for the others. */
export const findFactYear = ({ kind, key }: ChildFact): number | undefined => {
  const year = YEARLY.has(kind) ? Number(key.slice(0, 4)) : Number.NaN;
  return Number.isInteger(year) && year > 0 ? year : undefined;
};

/** A fact as a day could have told it: undefined when it came later, without its ending when that came later. */
export const findFactAsOf = (fact: ChildFact, asOf: Day): ChildFact | undefined => {
  const year = findFactYear(fact);
  // A year's facts are gathered through the year, so they are told from its first day.
  if (year !== undefined && `${year - 1}-04-01` > asOf) return undefined;
  const period = findFactPeriod(fact);
  if (period !== undefined && period.starts > asOf) return undefined;
  const ends = fact.kind === 'uasc' ? readReturnDay(fact.fields['DUC'] ?? '') : period?.ends;
  const endsLater = ends !== undefined && ends !== null && ends > asOf;
  return endsLater ? withoutEnding(fact) : fact;
};

const withoutEnding = (fact: ChildFact): ChildFact => {
  const gone = END_COLUMNS[fact.kind] ?? [];
  return {
    ...fact,
    fields: Object.fromEntries(Object.entries(fact.fields).filter(([column]) => !gone.includes(column))),
  };
};
