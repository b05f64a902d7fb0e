import {
  getTable,
  neutraliseFormula,
  type RowCounts,
  type SetAside,
  type SetAsideRule,
  TABLES,
  type TableName,
} from '@rightplace/ssda903';
import type { ImportReport } from './accept-given.ts';
import type { ImportCounts } from './kept-report.ts';

/** What each rule found, in the words of a heading: "42 rows: a date that is not a real day". */
const RULE_TITLES: Readonly<Record<SetAsideRule, string>> = {
  'empty-file': 'An empty file',
  'not-a-return-file': 'A file that is no part of a return, or could not be opened',
  'not-text': 'A file that is not text',
  'utf-16': 'A file in an encoding that the return does not use',
  'columns-not-recognised': 'A file whose columns are those of no table',
  'xml-broken': 'An XML file that is broken or cut short',
  'xml-doctype': 'An XML file with declarations that are not safe to read',
  'xml-and-csv': 'An XML file beside CSV files of the same return',
  'same-file-twice': 'The same file a second time',
  'wrong-number-of-cells': 'Too many or too few cells for the columns',
  'stray-quote': 'A quotation mark out of place',
  'unreadable-characters': 'Characters that cannot be read',
  'no-child': 'No child’s identifier',
  'unusable-child': 'A child’s identifier that no page could have as its address',
  'too-long-to-keep': 'A text too long to tell rows apart by',
  'blank-required': 'A blank where there must be something',
  'bad-date': 'A date that is not a real day written DD/MM/YYYY',
  'unknown-code': 'A code that is in no year’s list',
  'ends-before-start': 'An end before its start',
  duplicate: 'The same row a second time',
  'second-row-for-key': 'A second row of the same thing, saying otherwise',
  'two-homes-at-once': 'Two homes at once',
  'superseded-by-newer-return': 'Overlapped by what a newer return says',
  'removed-here': 'Removed here by hand, and said again as before',
};

export const ruleTitle = (rule: string): string =>
  Object.hasOwn(RULE_TITLES, rule) ? RULE_TITLES[rule as SetAsideRule] : rule;

/** "Reviews"; for what is about a whole file, "the file". */
export const tableTitle = (table: TableName | null): string =>
  table === null ? 'The whole file' : getTable(table).title;

export interface TableCounts extends RowCounts {
  readonly title: string;
}

/** What became of each table's rows, in the order of the return. */
export const tableCounts = ({ tables }: Pick<ImportReport, 'tables'>): readonly TableCounts[] =>
  TABLES.flatMap(({ name, title }) => {
    const counts = tables[name];
    return counts === undefined ? [] : [{ title, ...counts }];
  });

export interface SetAsideGroup {
  readonly rule: SetAsideRule;
  readonly title: string;
  readonly count: number;
  /** Where it was met, most rows first; of what was kept to look at. */
  readonly where: readonly string[];
}

/** What was set aside by reason, the commonest first. */
export const setAsideGroups = (
  { rejected }: Pick<ImportReport, 'rejected'>,
  { rejectedByRule }: Pick<ImportCounts, 'rejectedByRule'>,
): readonly SetAsideGroup[] => {
  const byRule = Map.groupBy(rejected, ({ rule }) => rule);
  return (Object.entries(rejectedByRule) as [SetAsideRule, number][])
    .toSorted(([, a], [, b]) => b - a)
    .map(([rule, count]) => {
      const where = Map.groupBy(byRule.get(rule) ?? [], ({ table }) => tableTitle(table));
      return {
        rule,
        title: ruleTitle(rule),
        count,
        where: [...where].toSorted(([, a], [, b]) => b.length - a.length).map(([title]) => title),
      };
    });
};

const COLUMNS: readonly (readonly [header: string, of: (row: SetAside) => string | number])[] = [
  ['File', ({ file }) => file],
  ['Line', ({ line }) => line],
  ['Table', ({ table }) => tableTitle(table)],
  ['Child', ({ child }) => child ?? ''],
  ['Rule', ({ rule }) => rule],
  ['What is wrong', ({ reason }) => reason],
  ['What to do', ({ todo }) => todo],
];

const cell = (value: string | number): string => {
  const text = neutraliseFormula(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** For a spreadsheet: with a byte-order mark, without which it spoils every accent, and with no cell that it would run. */
export const setAsideAsCsv = (rejected: readonly SetAside[]): string =>
  `\uFEFF${[COLUMNS.map(([header]) => header), ...rejected.map((row) => COLUMNS.map(([, of]) => of(row)))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')}`;
