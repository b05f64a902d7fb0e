import { type CollectionYear, collectionYearLabel, roleTitle } from '@rightplace/domain';
import type { SheetToWrite } from '@rightplace/spreadsheet';
import { neutraliseFormula } from '../csv/formula-cells.ts';
import { cellsInWords, type FindingLine, type RuleTally } from './finding-lines.ts';
import { findRule } from './ruleset.ts';
import { whoCanFix } from './who-can-fix.ts';

const COLUMNS = [
  { title: 'Rule', width: 11 },
  { title: 'Severity', width: 10 },
  { title: 'Title', width: 40 },
  { title: 'Table', width: 18 },
  { title: 'File', width: 24 },
  { title: 'Line', width: 8 },
  { title: 'Child', width: 16 },
  { title: 'Columns', width: 30 },
  { title: 'What they hold', width: 40 },
  { title: 'Who can put it right', width: 30 },
  { title: 'What is wrong and what to do', width: 90 },
] as const;

/** Findings to be written, with the year whose rules found them. */
export interface LinesOfYear {
  readonly lines: readonly FindingLine[];
  readonly collectionYear: CollectionYear;
}

const rowsOf = ({ lines, collectionYear }: LinesOfYear): readonly (readonly (string | number)[])[] => {
  const fixers = new Map<string, string>();
  const fixerOf = (code: string): string => {
    const known = fixers.get(code);
    if (known !== undefined) return known;
    const rule = findRule(code, collectionYear);
    const title = rule === undefined ? '' : roleTitle(whoCanFix(rule));
    fixers.set(code, title);
    return title;
  };
  return lines.map((line) => [
    line.rule,
    line.severity,
    line.title,
    line.table,
    line.file,
    line.line,
    line.child,
    line.fields.join(' '),
    cellsInWords(line),
    fixerOf(line.rule),
    line.message,
  ]);
};

const csvCell = (cell: string | number): string => {
  const text = neutraliseFormula(String(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line for each row at fault. Cells that a spreadsheet would run are neutralised. */
export const findingsCsv = (found: LinesOfYear): string =>
  [COLUMNS.map(({ title }) => title), ...rowsOf(found)]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');

/** Sheets of a workbook: a line for each row at fault, a line for each rule, and the rules that could not be run. */
export const findingsSheets = (
  found: LinesOfYear & {
    readonly tallies: readonly RuleTally[];
    readonly skipped: readonly { readonly rule: string; readonly why: string }[];
  },
): readonly SheetToWrite[] => [
  { name: `Findings ${collectionYearLabel(found.collectionYear)}`, columns: COLUMNS, rows: rowsOf(found) },
  {
    name: 'By rule',
    columns: [
      { title: 'Rule', width: 11 },
      { title: 'Severity', width: 10 },
      { title: 'Title', width: 60 },
      { title: 'Rows', width: 10 },
      { title: 'Children', width: 10 },
    ],
    rows: found.tallies.map(({ rule, severity, title, rows, children }) => [
      rule,
      severity,
      title,
      rows,
      children,
    ]),
  },
  {
    name: 'Not run',
    columns: [
      { title: 'Rule', width: 11 },
      { title: 'Why', width: 90 },
    ],
    rows: found.skipped.map(({ rule, why }) => [rule, why]),
  },
];
