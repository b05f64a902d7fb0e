import type { CollectionYear } from '@rightplace/domain';
import type { TableRows } from '../tables/table-rows.ts';
import { type CollectionDays, collectionDays } from './collection.ts';
import { checkedFromInput, knownYear, type ValidateInput } from './input.ts';
import type { PostcodeDirectory } from './postcodes.ts';
import type { ProviderLine } from './providers.ts';
import { type ReturnTable, tableFromRows } from './return-table.ts';
import type { OnTogether } from './rules-at-work.ts';
import type { Ruleset } from './ruleset.ts';
import { type Checked, type Progress, runRules, type ValidateResult } from './run-rules.ts';

export { type TablesGiven, UnusableInput, type ValidateInput } from './input.ts';

/** What `validate` is given, of a return whose files have been read, with what is looked up held by whoever asks. */
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
  /** Told, while the rules run, of findings that are one thing to put right in rows of several tables. */
  readonly onTogether?: OnTogether;
}

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
  onTogether: given.onTogether,
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

/** The same with other rules than the return's: to try the engine out. */
export const validateWith = (ruleset: Ruleset, input: ValidateInput): ValidateResult =>
  finish(runRules(checkedFromInput(input), ruleset));

/** The same of a return whose files have been read with `readReturn`. Rows are told by their places in those. */
export const validateReturn = (given: ReturnToValidate): ValidateResult => finish(validatingReturn(given));

/** The same a piece at a time, for whoever shows progress or may stop: yields how far it is. */
export const validatingReturn = (given: ReturnToValidate): Generator<Progress, ValidateResult> =>
  runRules(checkedFromReturn(given));
