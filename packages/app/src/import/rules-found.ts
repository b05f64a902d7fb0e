import { type CollectionYear, type Day, londonDayOf, type Moment } from '@rightplace/domain';
import {
  cellsInWords,
  collectionDaysSoFar,
  dayLookedUpTo,
  FIRST_YEAR,
  type FindingLine,
  findingLines,
  findingsCsv,
  findRule,
  formatOf,
  inferCollectionYear,
  LAST_YEAR,
  placesOfRows,
  type ReadReturn,
  type RuleTally,
  ruleWords,
  type Severity,
  talliesByRule,
  validateReturn,
} from '@rightplace/ssda903';
import type { Tx } from '@rightplace/store';
import { severityOf } from '../return-readiness/describe-finding.ts';
import { publishedForRules } from '../return-readiness/published-for-rules.ts';
import { lastYearOf, type RecordForReturns } from '../return-readiness/record-as-return.ts';
import type { ShownImport } from './past-imports.ts';

/** What the rules of the return find in files that were given: to be worked on, whether they are loaded or not. */
export interface RulesFound {
  readonly collectionYear: CollectionYear;
  /** The day up to which a year that was not over was looked at. */
  readonly upTo?: Day;
  /** What comparisons with the year before were made with: one of the files, or what the record has of it. */
  readonly lastYear: 'files' | 'frozen' | 'record' | 'nothing';
  readonly rulesRun: number;
  readonly rows: number;
  readonly children: number;
  /** The rules that found most first. */
  readonly byRule: readonly RuleTally[];
}

/** A row at fault as it is kept with the import: what its rule says of it is the rule's to say. */
export type FoundRowKept = Pick<
  FindingLine,
  'rule' | 'table' | 'file' | 'line' | 'child' | 'fields' | 'values'
>;

/** As with rows set aside: the rest are like them, and a report without end could not be kept. */
export const MOST_FOUND_ROWS_KEPT = 10_000;

export interface ReturnRead extends ReadReturn {
  readonly collectionYear: CollectionYear | null;
}

/** The record that files are held against before they are loaded, and when and by whom. */
export interface Beside {
  readonly tx: Tx;
  readonly record: RecordForReturns;
  readonly authorityId: string;
  readonly now: Moment;
}

/** Of the newest return for whose year rules are held; undefined when there is none. */
export const findByRules = async (
  returns: readonly ReturnRead[],
  { tx, record, authorityId, now }: Beside,
): Promise<{ readonly told: RulesFound; readonly rows: readonly FoundRowKept[] } | undefined> => {
  const byYear = new Map<CollectionYear, ReturnRead>();
  for (const read of returns) {
    const year = read.collectionYear ?? inferCollectionYear(read.tables);
    if (year !== undefined && read.tables.length > 0) byYear.set(year, read);
  }
  const collectionYear = [...byYear.keys()]
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR)
    .toSorted((a, b) => b - a)[0];
  const newest = collectionYear === undefined ? undefined : byYear.get(collectionYear);
  if (collectionYear === undefined || newest === undefined) return undefined;
  const { tables } = newest;
  const given = byYear.get(collectionYear - 1)?.tables;
  const last =
    given === undefined
      ? await lastYearOf(tx, record, { collectionYear, today: londonDayOf(now), tables })
      : ({ kind: 'files', tables: given } as const);
  const published = await publishedForRules(tx, [...tables, ...(last.tables ?? [])]);
  const period = collectionDaysSoFar(collectionYear, londonDayOf(now));
  const upTo = dayLookedUpTo(collectionYear, period.END);
  const { findings, ran } = validateReturn({
    collectionYear,
    period,
    format: formatOf(tables),
    tables,
    authority: authorityId,
    ...(last.tables === undefined ? {} : { previous: last.tables }),
    ...(published.providers === undefined ? {} : { providers: published.providers }),
    ...(published.postcodes === undefined ? {} : { postcodes: published.postcodes }),
  });
  const byRule = talliesByRule(findings, collectionYear, upTo);
  const told: RulesFound = {
    collectionYear,
    ...(upTo === undefined ? {} : { upTo }),
    lastYear: last.kind,
    rulesRun: ran.length,
    rows: byRule.reduce((sum, { rows }) => sum + rows, 0),
    children: new Set(findings.map(({ child }) => child)).size,
    byRule,
  };
  const lines = findingLines(findings, collectionYear, placesOfRows(tables, last.tables), upTo);
  return { told, rows: lines.slice(0, MOST_FOUND_ROWS_KEPT).map(rowToKeep) };
};

const rowToKeep = ({ rule, table, file, line, child, fields, values }: FindingLine): FoundRowKept => ({
  rule,
  table,
  file,
  line,
  child,
  fields,
  values,
});

/** A row at fault as people read it. */
export interface FoundRowInWords extends FoundRowKept {
  readonly cells: string;
}

export interface FoundByRule {
  readonly title: string;
  readonly severity: Severity;
  readonly wrong: string;
  readonly todo: string;
  readonly rows: readonly FoundRowInWords[];
}

type Kept = Pick<ShownImport, 'foundRows'> & Pick<RulesFound, 'collectionYear' | 'upTo'>;

/** What one rule found, row by row; undefined when it found nothing. */
export const foundByRule = (
  { foundRows, collectionYear, upTo }: Kept,
  code: string,
): FoundByRule | undefined => {
  const rule = findRule(code, collectionYear);
  const rows = foundRows.filter((row) => row.rule === code);
  if (rule === undefined || rows.length === 0) return undefined;
  const { title, wrong, todo } = ruleWords(rule, upTo);
  return {
    title,
    severity: severityOf(rule),
    wrong,
    todo,
    rows: rows.map((row) => ({ ...row, cells: cellsInWords(row) })),
  };
};

/** For a spreadsheet, with the mark without which it spoils every apostrophe. */
export const foundAsCsv = ({ foundRows, collectionYear, upTo }: Kept): string => {
  const lines = foundRows.map((row) => {
    const rule = findRule(row.rule, collectionYear);
    const said = rule && ruleWords(rule, upTo);
    const message = [said?.wrong, said?.todo].filter(Boolean).join(' ');
    return { ...row, row: 0, title: said?.title ?? '', severity: severityOf(rule), message };
  });
  return `\uFEFF${findingsCsv({ lines, collectionYear })}`;
};
