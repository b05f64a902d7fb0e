import { collectionYearLabel } from '@rightplace/domain';
import { writeWorkbook } from '@rightplace/spreadsheet';
import { findingLines, neutraliseFormula, talliesByRule } from '@rightplace/ssda903';
import type { ValidatedFiles } from './validate-files.ts';

type Validated = Pick<ValidatedFiles, 'result' | 'collectionYear' | 'place'>;

const COLUMNS = [
  { title: 'Rule', width: 11 },
  { title: 'Severity', width: 10 },
  { title: 'Title', width: 40 },
  { title: 'Table', width: 18 },
  { title: 'File', width: 24 },
  { title: 'Line', width: 8 },
  { title: 'Child', width: 16 },
  { title: 'Columns', width: 30 },
  { title: 'What is wrong and what to do', width: 90 },
] as const;

const linesOf = ({ result, collectionYear, place }: Validated): readonly (readonly (string | number)[])[] =>
  findingLines(result.findings, collectionYear, place).map((line) => [
    line.rule,
    line.severity,
    line.title,
    line.table,
    line.file,
    line.line,
    line.child,
    line.fields.join(' '),
    line.message,
  ]);

const csvCell = (cell: string | number): string => {
  const text = neutraliseFormula(String(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line for each row at fault. Cells that a spreadsheet would run are neutralised. */
export const findingsAsCsv = (validated: Validated): string =>
  [COLUMNS.map(({ title }) => title), ...linesOf(validated)]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');

/** A workbook: a line for each row at fault, a line for each rule, and the rules that could not be run. */
export const findingsAsWorkbook = (validated: Validated): Promise<Uint8Array> => {
  const { result, collectionYear } = validated;
  return writeWorkbook([
    { name: `Findings ${collectionYearLabel(collectionYear)}`, columns: COLUMNS, rows: linesOf(validated) },
    {
      name: 'By rule',
      columns: [
        { title: 'Rule', width: 11 },
        { title: 'Severity', width: 10 },
        { title: 'Title', width: 60 },
        { title: 'Rows', width: 10 },
        { title: 'Children', width: 10 },
      ],
      rows: talliesByRule(result.findings, collectionYear).map(
        ({ rule, severity, title, rows, children }) => [rule, severity, title, rows, children],
      ),
    },
    {
      name: 'Not run',
      columns: [
        { title: 'Rule', width: 11 },
        { title: 'Why', width: 90 },
      ],
      rows: result.skipped.map(({ rule, why }) => [rule, why]),
    },
  ]);
};
