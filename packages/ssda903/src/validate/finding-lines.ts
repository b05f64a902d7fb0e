import type { CollectionYear, Day } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import type { TableRows } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import type { SourceName } from './return-table.ts';
import type { Severity } from './rule.ts';
import { ruleWords } from './rule-words.ts';
import type { Finding } from './rules-at-work.ts';
import { findRule } from './ruleset.ts';

/** Where a row of a return is found again: the file it came in, and the line of it. */
export interface PlaceOfRow {
  readonly file: string;
  /** From 1, the column names on the first. */
  readonly line: number;
}

/** With what the row holds in columns that are asked for. */
export interface FoundRow extends PlaceOfRow {
  readonly values: readonly string[];
}

export type FindPlace = (table: SourceName, row: number, columns?: readonly string[]) => FoundRow;

/** Files of one table are numbered on, one after the other, as the rules number their rows. */
export const placesOfRows = (
  tables: readonly TableRows[],
  previous: readonly TableRows[] = [],
): FindPlace => {
  const byTable = Map.groupBy(tables, ({ table }): SourceName => table);
  const byTableLast = Map.groupBy(previous, ({ table }): SourceName => `${table}_last`);
  return (table, row, columns = []) => {
    let left = row;
    for (const rows of byTable.get(table) ?? byTableLast.get(table) ?? []) {
      const { file, lines } = rows;
      if (left < lines.length) return { file, line: lines[left] ?? 0, values: valuesAt(rows, left, columns) };
      left -= lines.length;
    }
    return { file: getTable(table.replace('_last', '') as TableName).fileName, line: row + 2, values: [] };
  };
};

const valuesAt = (rows: TableRows, row: number, columns: readonly string[]): readonly string[] =>
  columns.map((column) => rows.cells[rows.columns.indexOf(column)]?.at(row) ?? '');

/** "SEX 3, DOB blank". CHILD is told beside it, and a column that no file has is only named. */
export const cellsInWords = ({ fields, values }: Pick<FindingLine, 'fields' | 'values'>): string =>
  fields
    .map((field, i) => {
      const value = field === 'CHILD' ? undefined : values[i]?.replaceAll(/\p{Cc}/gu, ' ');
      return value === undefined ? field : `${field} ${value === '' ? 'blank' : value}`;
    })
    .join(', ');

/** One row at fault, as lists of findings show it. */
export interface FindingLine extends FoundRow {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly table: SourceName;
  readonly row: number;
  readonly child: string;
  readonly fields: readonly string[];
  readonly message: string;
}

const titleOf = (code: string, year: CollectionYear, upTo: Day | undefined): string => {
  const rule = findRule(code, year);
  return rule === undefined ? '' : ruleWords(rule, upTo).title;
};

/** A line for each row of each finding, in the order of the findings. `upTo`: see `ruleWords`. */
export const findingLines = (
  findings: readonly Finding[],
  year: CollectionYear,
  place: FindPlace,
  upTo?: Day,
): readonly FindingLine[] =>
  findings.flatMap(({ rule, table, rows, fields, child, message }) => {
    const known = findRule(rule, year);
    const title = titleOf(rule, year, upTo);
    return rows.map((row) => ({
      rule,
      title,
      severity: known?.severity ?? 'error',
      table,
      row,
      child,
      fields,
      message,
      ...place(table, row, fields),
    }));
  });

/** How many findings each rule has, and in how many children; the most first. */
export interface RuleTally {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly rows: number;
  readonly children: number;
}

export const talliesByRule = (
  findings: readonly Finding[],
  year: CollectionYear,
  upTo?: Day,
): readonly RuleTally[] =>
  [...Map.groupBy(findings, ({ rule }) => rule)]
    .map(([rule, found]): RuleTally => {
      const known = findRule(rule, year);
      return {
        rule,
        title: titleOf(rule, year, upTo),
        severity: known?.severity ?? 'error',
        rows: found.reduce((sum, { rows }) => sum + rows.length, 0),
        children: new Set(found.map(({ child }) => child)).size,
      };
    })
    .toSorted((a, b) => b.rows - a.rows || (a.rule < b.rule ? -1 : 1));
