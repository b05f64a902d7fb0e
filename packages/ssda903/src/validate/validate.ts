import { type CollectionYear, dayNumber, parseCollectionYear, parseDay } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import type { TableRows } from '../tables/table-rows.ts';
import { TABLES } from '../tables/tables.ts';
import { type CollectionDays, collectionDays } from './collection.ts';
import { type PostcodeDirectory, type PostcodeLine, postcodeDirectory } from './postcodes.ts';
import type { ProviderLine } from './providers.ts';
import { type ReturnTable, type TableObjects, tableFromObjects, tableFromRows } from './return-table.ts';
import { FIRST_YEAR } from './rule.ts';
import { LAST_YEAR } from './ruleset.ts';
import { type Checked, type Progress, runRules, type ValidateResult } from './run-rules.ts';

export type TablesGiven = Readonly<Partial<Record<string, TableObjects | null>>>;

/** What other programs hand in: see `validate`. */
export interface ValidateInput {
  /** "2026-27" or "2026/27". It picks the rules. */
  readonly collectionYear: string;
  /** YYYY-MM-DD, both in it. It picks the dates they are held against; the collection year's own when absent. */
  readonly period?: { readonly start: string; readonly end: string };
  readonly format?: 'csv' | 'xml';
  /** By name. A table that is present, be it empty, counts as given. */
  readonly tables: TablesGiven;
  /** Last year's return. */
  readonly previous?: TablesGiven;
  readonly reference?: {
    /** The reporting authority, nine characters. */
    readonly authority?: string;
    readonly providers?: readonly ProviderLine[];
    readonly postcodes?: readonly PostcodeLine[];
  };
  /** Codes of the rules to run; when absent, all that the Department has for the year. */
  readonly rules?: readonly string[];
  /** Run our own rules too, whose codes begin with RP. One that `rules` names is run in any case. */
  readonly ourRules?: boolean;
  readonly peerCompatible?: boolean;
}

/** The same for a return whose files have been read, with what is looked up held by whoever asks. */
export interface ReturnToValidate {
  readonly collectionYear: CollectionYear;
  readonly period?: CollectionDays;
  readonly format?: 'csv' | 'xml';
  readonly tables: readonly TableRows[];
  readonly previous?: readonly TableRows[];
  readonly authority?: string;
  readonly providers?: readonly ProviderLine[];
  readonly postcodes?: PostcodeDirectory;
  readonly rules?: readonly string[];
  readonly ourRules?: boolean;
  readonly peerCompatible?: boolean;
}

/** An input that no rule can be run on, and why. */
export class UnusableInput extends Error {}

const yearGiven = (text: unknown): CollectionYear => {
  const year = typeof text === 'string' ? parseCollectionYear(text) : undefined;
  if (year === undefined)
    throw new UnusableInput(`collectionYear is ${JSON.stringify(text)}; write it as "2026-27".`);
  return knownYear(year);
};

const knownYear = (year: CollectionYear): CollectionYear => {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new UnusableInput(
    `There are no rules for the collection year that ends in ${year}: they are held for those ending in ${FIRST_YEAR} to ${LAST_YEAR}.`,
  );
};

const periodGiven = (period: ValidateInput['period'], year: CollectionYear): CollectionDays => {
  if (period === undefined || period === null) return collectionDays(year);
  const [start, end] = [parseDay(period.start), parseDay(period.end)];
  if (start === undefined || end === undefined || start > end)
    throw new UnusableInput('period needs a start and an end, written YYYY-MM-DD, the start first.');
  return { START: dayNumber(start), END: dayNumber(end) };
};

const TABLE_NAMES: ReadonlyMap<string, TableName> = new Map(
  TABLES.map(({ name }) => [name.toUpperCase(), name]),
);

const tablesGiven = (given: TablesGiven | undefined, suffix: '' | '_last'): readonly ReturnTable[] =>
  Object.entries(given ?? {}).flatMap(([name, objects]) => {
    const table = TABLE_NAMES.get(name.toUpperCase());
    if (table === undefined)
      throw new UnusableInput(
        `${name} is not a table of the return. They are ${[...TABLE_NAMES.values()].join(', ')}.`,
      );
    if (objects === null || objects === undefined) return [];
    if (!Array.isArray(objects)) throw new UnusableInput(`${name} should be a list of rows.`);
    return [tableFromObjects(`${table}${suffix}`, objects as TableObjects)];
  });

const checkedFromInput = (input: ValidateInput): Checked => {
  if (typeof input !== 'object' || input === null) throw new UnusableInput('The input is not an object.');
  const year = yearGiven(input.collectionYear);
  const { authority, providers, postcodes } = input.reference ?? {};
  return {
    year,
    days: periodGiven(input.period, year),
    format: input.format ?? 'csv',
    tables: [...tablesGiven(input.tables, ''), ...tablesGiven(input.previous, '_last')],
    authority: (authority ?? '').trim().toUpperCase(),
    providers: providers ?? undefined,
    directory: postcodes === undefined || postcodes === null ? undefined : postcodeDirectory(postcodes),
    rules: input.rules ?? undefined,
    withOurs: input.ourRules === true,
    peerCompatible: input.peerCompatible === true,
  };
};

const tablesRead = (files: readonly TableRows[] | undefined, suffix: '' | '_last'): readonly ReturnTable[] =>
  [...Map.groupBy(files ?? [], ({ table }) => table)].map(([table, same]) =>
    tableFromRows(`${table}${suffix}`, same),
  );

const checkedFromReturn = (given: ReturnToValidate): Checked => ({
  year: knownYear(given.collectionYear),
  days: given.period ?? collectionDays(given.collectionYear),
  format: given.format ?? 'csv',
  tables: [...tablesRead(given.tables, ''), ...tablesRead(given.previous, '_last')],
  authority: given.authority ?? '',
  providers: given.providers,
  directory: given.postcodes,
  rules: given.rules,
  withOurs: given.ourRules === true,
  peerCompatible: given.peerCompatible === true,
});

const finish = (running: Generator<Progress, ValidateResult>): ValidateResult => {
  for (;;) {
    const step = running.next();
    if (step.done === true) return step.value;
  }
};

/**
 * Runs the rules of a collection year on a return, and says what they found, which were run and which could not be.
 * A bad cell affects its own row only. Rows are told by their places in the tables given, from 0; a row of last year's
 * under the table's name with `_last`. Throws `UnusableInput` when there is nothing to run rules on.
 */
export const validate = (input: ValidateInput): ValidateResult => finish(runRules(checkedFromInput(input)));

/** The same of a return whose files have been read with `readReturn`. Rows are told by their places in those. */
export const validateReturn = (given: ReturnToValidate): ValidateResult => finish(validatingReturn(given));

/** The same a piece at a time, for whoever shows progress or may stop: yields how far it is. */
export const validatingReturn = (given: ReturnToValidate): Generator<Progress, ValidateResult> =>
  runRules(checkedFromReturn(given));
