import type { ShownPack } from '@rightplace/domain';

import { type SheetToWrite, writeWorkbook } from '@rightplace/spreadsheet';
import { neutraliseFormula } from '@rightplace/ssda903';

/** What is shown of a pack, to take away. Files are made of what is shown, so they tell no more than the page does. */
export interface PackFile {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export type PackFormat = 'csv' | 'xlsx';

export type PackRow = readonly (string | number)[];

const COLUMNS = [
  { title: 'table', width: 12 },
  { title: 'title', width: 60 },
  { title: 'area', width: 24 },
  { title: 'line', width: 40 },
  { title: 'year to 31 March', width: 16 },
  { title: 'value', width: 10 },
  { title: 'unit', width: 10 },
  { title: 'children', width: 10 },
  { title: 'measure', width: 14 },
] as const;

/** A line a cell. A number is a number; what is not told keeps its symbol. */
const rowsOf = ({ tables, years, whose }: ShownPack): readonly PackRow[] =>
  tables.flatMap((table) =>
    table.lines.flatMap((line) =>
      line.cells.map((cell, i) => [
        table.number,
        table.title,
        line.area === 'own' ? whose : 'England',
        line.title,
        years[i] ?? '',
        cell.value ?? cell.text,
        table.shows === 'share' && !line.isWhole ? 'percent' : 'children',
        cell.counted ?? '',
        line.measureId,
      ]),
    ),
  );

const definitionRows = ({ definitions }: ShownPack): readonly PackRow[] =>
  definitions.map((each) => [
    each.id,
    each.title,
    each.version,
    each.definition,
    each.certainty,
    each.source,
  ]);

const noteRows = ({ tables }: ShownPack, says: readonly string[]): readonly PackRow[] => [
  ...says.map((text) => ['all', text]),
  ...tables.flatMap(({ number, notes, sources }) => [...notes, ...sources].map((text) => [number, text])),
];

const DEFINITION_COLUMNS = ['measure', 'title', 'version', 'definition', 'how sure', 'source'] as const;

/** A spreadsheet has a sheet each of figures, definitions and notes; a CSV file has them one below another. */
export const packFile = async (
  pack: ShownPack,
  {
    format,
    name,
    says,
  }: { readonly format: PackFormat; readonly name: string; readonly says: readonly string[] },
): Promise<PackFile> => {
  const sheets: readonly SheetToWrite[] = [
    { name: 'Figures', columns: COLUMNS, rows: rowsOf(pack) },
    {
      name: 'Definitions',
      columns: DEFINITION_COLUMNS.map((title) => ({ title, width: title === 'definition' ? 80 : 24 })),
      rows: definitionRows(pack),
    },
    {
      name: 'Notes',
      columns: [{ title: 'table' }, { title: 'note', width: 100 }],
      rows: noteRows(pack, says),
    },
  ];
  return sheetsAsFile(sheets, { format, name });
};

/** Sheets of a workbook, or one below another in a CSV file. */
export const sheetsAsFile = async (
  sheets: readonly SheetToWrite[],
  { format, name }: { readonly format: PackFormat; readonly name: string },
): Promise<PackFile> =>
  format === 'csv'
    ? { kind: 'file', name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: csvOf(sheets) }
    : {
        kind: 'file',
        name: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await writeWorkbook(sheets),
      };

/** With a byte-order mark, without which spreadsheets spoil every accent. */
const csvOf = (sheets: readonly SheetToWrite[]): string =>
  `\uFEFF${sheets
    .map(({ columns, rows }) =>
      [columns.map(({ title }) => title), ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join(''),
    )
    .join('\r\n')}`;

const cellOf = (cell: string | number): string => {
  if (typeof cell === 'number') return String(cell);
  const text = neutraliseFormula(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
