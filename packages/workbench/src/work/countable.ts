import { addDays, addMonths, CATALOGUE, type Day, dayInWords, MEASURES } from '@rightplace/domain';
import { getTable, type TableName, tablesToldBy } from '@rightplace/ssda903';

/** The tables that some measure is worked out from. */
export const COUNTED = tablesToldBy(CATALOGUE.flatMap(({ fields }) => fields));

/** Tables that may be left out by those who have nobody to put in them: without, there are none. */
const MAY_BE_EMPTY: readonly TableName[] = ['Header', 'Episodes', 'UASC'];

/** What can be counted of the tables given. */
export interface Countable {
  /** Measures and breakdowns, by id. */
  readonly ids: ReadonlySet<string>;
  /** Titles of measures that the service counts and this page, with what it was given, does not. */
  readonly notCounted: readonly string[];
}

/** Measures of which the tables given say all. Without its table a measure would come to nought, or nothing. */
export const countableOf = (given: Iterable<TableName>): Countable => {
  const columns = new Set([
    ...[...MAY_BE_EMPTY, ...given].flatMap((table) => getTable(table).columns.map(({ name }) => name)),
    // Not of a return: the analyst gives it on the page.
    'population estimate',
  ]);
  const isTold = ({ fields }: { readonly fields: readonly string[] }): boolean =>
    fields.every((field) => columns.has(field));
  return {
    ids: new Set([...MEASURES, ...CATALOGUE].filter(isTold).map(({ id }) => id)),
    notCounted: MEASURES.filter((measure) => !isTold(measure)).map(({ title }) => title),
  };
};

/** How many months a measure looks back from its day, by the time it is over. A return knows nobody's care of before its year. */
const OVER: Readonly<Record<string, number>> = {
  'twelve-months': 12,
  'half-a-year-ago': 18,
  'a-year-ago': 24,
  year: 12,
  'two-years-ago': 36,
  'three-years': 36,
};

/** And those that look back from a day, or from what happened within the year. */
const BY_ID: Readonly<Record<string, number>> = {
  'stability-3plus': 12,
  'sw-changes': 12,
  'stability-3plus-moves': 12,
  'stability-3plus-2yr': 24,
  'cla-reentry-starts': 12,
  'cla-reentry-starts-24m': 24,
  'cla-reentry-starts-ever': 216,
};

const monthsBack = (id: string): number => {
  const measure = MEASURES.find((one) => one.id === id);
  return BY_ID[id] ?? (measure?.kind === 'cases' ? OVER[measure.over] : undefined) ?? 0;
};

/** The first day on which a measure has all that it looks back on, in files that begin on a day. */
export const reachOf = (id: string, from: Day): Day => {
  const months = monthsBack(id);
  return months === 0 ? from : addDays(addMonths(from, months), -1);
};

/** Why a figure may not be believed; '' when it may. */
export const cautionFor = (id: string, asOf: Day, from: Day): string =>
  asOf >= reachOf(id, from)
    ? ''
    : `Not whole: the files given begin on ${dayInWords(from)}, and it looks back ${
        monthsBack(id) > 36 ? 'to the beginning' : `${monthsBack(id)} months`
      }.`;
