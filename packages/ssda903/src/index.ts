/** The statutory return's files: read, taken in, and written again. See README.md. */

export { type Acceptance, acceptReturns, type ReturnOfYear } from './accept/accept-returns.ts';
export type { TroubleInColumns } from './accept/check-row.ts';
export { troubleWithChild } from './accept/child-identifier.ts';
export { inferCollectionYear } from './accept/collection-year.ts';
export type { HeldChild, HeldEpisode, HeldFact, Outcome, Outcomes, Reported } from './accept/held.ts';
export { ledgerFromHeld, recordFromHeld } from './accept/ledger.ts';
export { tellsTheSame } from './accept/same-child.ts';
export type { RowCounts } from './accept/tally.ts';
export type { CodeSet } from './codes/code-set.ts';
export { CODE_SETS, type CodeSetName, codesIn, codesInAnyYear, meaningOfCode } from './codes/codes.ts';
export { sexCode, sexFromCode } from './codes/sex.ts';
export { type Corrected, correctRow, type RowToCorrect } from './correct/correct-row.ts';
export type { RowChange, RowsChanged } from './correct/row-change.ts';
export {
  type ChildRow,
  type ChildRows,
  type OfYear,
  rowsOfChild,
  tablesOfChild,
} from './correct/rows-of-child.ts';
export { withRecord } from './correct/with-record.ts';
export { yearsOfRow } from './correct/years-of-row.ts';
export { neutraliseFormula, withoutNeutralising } from './csv/formula-cells.ts';
export { dayFromReturn, dayToReturn, isPartialDate, troubleWithDate } from './dates.ts';
export {
  NotAProviderList,
  type ProviderRow,
  providerListDoubts,
  readProviders,
} from './providers/read-providers.ts';
export { csvLines, sheetOfCsv } from './published/csv-lines.ts';
export {
  type GridPlace,
  gridOf,
  NotAPostcodeDirectory,
  placesIn,
  readPostcodeGrid,
  seemsPostcodeDirectory,
} from './published/postcode-grid.ts';
export { postcodesWanted } from './published/postcodes-wanted.ts';
export type { FileRead } from './read/file-read.ts';
export { joinFiles, type ReadReturn, type ReturnFile, readReturn } from './read/read-return.ts';
export { ReturnFileReader } from './read/return-file-reader.ts';
export { type Notice, yearDoubts, yearNotices } from './read/year-notices.ts';
export { yearOfFolder, yearOfPath } from './read/year-of-path.ts';
export type { SetAside, SetAsideRule } from './set-aside.ts';
export { type ColumnWords, wordsOfColumn } from './tables/column-words.ts';
export { rowKeys } from './tables/row-keys.ts';
export type { Column, ColumnKind, Table, TableName } from './tables/table.ts';
export { cellsOf, rowCount, type TableRows, tableRowsFrom } from './tables/table-rows.ts';
export { columnNames, getTable, isInYear, TABLES } from './tables/tables.ts';
export { tablesToldBy } from './tables/tables-told-by.ts';
export { csvRows, type Separator } from './upstream/csv-rows.ts';
export * from './upstream/plan-load.ts';
export { readUpstream } from './upstream/read-upstream.ts';
export * from './upstream/upstream-fact.ts';
export { type ListToWrite, listsOf } from './upstream/write-lists.ts';
export { type CollectionDays, collectionDaysSoFar } from './validate/collection.ts';
export {
  cellsInWords,
  type FindingLine,
  type FindPlace,
  findingLines,
  placesOfRows,
  type RuleTally,
  talliesByRule,
} from './validate/finding-lines.ts';
export { findingsCsv, findingsSheets, type LinesOfYear } from './validate/findings-tables.ts';
export { formatOf } from './validate/format-of.ts';
export { compactPostcode, type PostcodeDirectory, type PostcodePlace } from './validate/postcodes.ts';
export type { ProviderLine } from './validate/providers.ts';
export type { SourceName } from './validate/return-table.ts';
export { FIRST_YEAR, type Rule, type Severity } from './validate/rule.ts';
export { dayLookedUpTo, type RuleWords, ruleWords } from './validate/rule-words.ts';
export type { Finding, OnTogether } from './validate/rules-at-work.ts';
export { findRule, LAST_YEAR, rulesOf } from './validate/ruleset.ts';
export type { Progress, ValidateResult } from './validate/run-rules.ts';
export {
  type ReturnToValidate,
  UnusableInput,
  type ValidateInput,
  validate,
  validateReturn,
  validatingReturn,
} from './validate/validate.ts';
export { whoCanFix } from './validate/who-can-fix.ts';
export { type Lack, lacksIn } from './validate/why-not-run.ts';
export { withEarlierEpisodes } from './write/earlier-episodes.ts';
export { choiceForRules } from './write/rows-of-year.ts';
export { withTablesHeld } from './write/tables-held.ts';
export {
  type WriteOptions,
  type WrittenFile,
  type WrittenReturn,
  writeReturn,
} from './write/write-return.ts';
