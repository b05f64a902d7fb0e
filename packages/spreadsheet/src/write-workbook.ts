import type { CellValue } from 'hucre/xlsx';

export interface SheetToWrite {
  /** Up to 31 characters, as Excel allows. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width?: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const USUAL_WIDTH = 16;
const HEADING = { font: { bold: true } } as const;

/** Characters that a workbook cannot hold at all. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

const asCell = (cell: string | number): CellValue =>
  typeof cell === 'string' ? cell.replace(unwritable, ' ') : cell;

/**
 * Writes a workbook of plain tables: headings in bold that stay in sight, with filters. Texts are stored as texts, so one
 * that begins with "=" is shown and never run.
 */
export const writeWorkbook = async (sheets: readonly SheetToWrite[]): Promise<Uint8Array> => {
  const { writeXlsx } = await import('./library.ts');
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width = USUAL_WIDTH }) => ({ width })),
      rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(asCell))],
      cells: new Map(columns.map(({ title }, i) => [`0,${i}`, { value: title, style: HEADING }])),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` },
    })),
  });
};

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
