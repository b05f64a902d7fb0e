import { londonDayOf, roleTitle } from '@rightplace/domain';
import type { SheetToWrite } from '@rightplace/spreadsheet';
import { neutraliseFormula } from '@rightplace/ssda903';
import type { FindingInList, FindingState } from './views.ts';

export const STATES: Readonly<Record<FindingState, string>> = {
  open: 'To put right',
  waiting: 'Waiting for a second person',
  answered: 'Answered',
  cleared: 'Put right',
};

interface FileColumn {
  readonly title: string;
  readonly width: number;
  readonly of: (finding: FindingInList) => string | undefined;
}

const COLUMNS: readonly FileColumn[] = [
  { title: 'Child', width: 14, of: ({ child }) => child },
  { title: 'Name', width: 24, of: ({ childName }) => childName },
  { title: 'Rule', width: 8, of: ({ rule }) => rule },
  { title: 'Severity', width: 10, of: ({ severity }) => severity },
  { title: 'Finding', width: 40, of: ({ title }) => title },
  { title: 'Table', width: 22, of: ({ tableTitle }) => tableTitle },
  { title: 'Row', width: 20, of: ({ cells }) => [...new Set(cells.map(({ rowKey }) => rowKey))].join('; ') },
  {
    title: 'Cells at fault',
    width: 40,
    of: ({ cells }) =>
      cells
        .map(({ otherTable, column, value }) =>
          [otherTable, `${column}: ${value === '' ? 'blank' : value}`].filter(Boolean).join(' '),
        )
        .join('; '),
  },
  { title: 'What is wrong', width: 60, of: ({ wrong }) => wrong },
  { title: 'What to do', width: 60, of: ({ todo }) => todo },
  { title: 'Who can put it right', width: 26, of: ({ who }) => roleTitle(who) },
  { title: 'Team', width: 20, of: ({ team }) => team },
  { title: 'Social worker', width: 24, of: ({ worker }) => worker },
  { title: 'Known since', width: 12, of: ({ firstSeen }) => londonDayOf(firstSeen) },
  { title: 'State', width: 26, of: ({ state }) => STATES[state] },
];

/** A line for each finding. Texts that a spreadsheet would run are neutralised. */
export const findingsListSheet = (findings: readonly FindingInList[], name = 'Findings'): SheetToWrite => ({
  name,
  columns: COLUMNS.map(({ title, width }) => ({ title, width })),
  rows: findings.map((finding) => COLUMNS.map(({ of }) => neutraliseFormula(of(finding) ?? ''))),
});

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** With a byte-order mark, without which spreadsheets spoil every accent. */
export const findingsListCsv = ({ columns, rows }: SheetToWrite): string =>
  `\uFEFF${[columns.map(({ title }) => title), ...rows]
    .map((cells) => `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`)
    .join('')}`;
