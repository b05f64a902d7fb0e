import type { CellValue } from 'hucre/xlsx';

/** One sheet, every cell as text: '' when empty, a day as YYYY-MM-DD, a whole number without a point. */
export interface SheetRead {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Bytes that are not a workbook we can read, with a sentence for whoever sent them. */
export class UnreadableWorkbook extends Error {}

const asText = (cell: CellValue | undefined): string => {
  if (cell === null || cell === undefined) return '';
  // A workbook's days have no time zone: they are kept as UTC, and read back so.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim();
};

/**
 * Reads an Excel workbook (.xlsx), hidden sheets too. Throws `UnreadableWorkbook`. Rows with nothing in them are left out,
 * unless they are kept so that a row's place tells its number in the sheet.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  { blankRows = 'left-out' }: { readonly blankRows?: 'left-out' | 'kept' } = {},
): Promise<readonly SheetRead[]> => {
  try {
    // Loaded when the first workbook comes: most commands never see one.
    const { readXlsx } = await import('./library.ts');
    const { sheets } = await readXlsx(bytes);
    return sheets.map(({ name, rows }) => ({
      name: name.trim(),
      rows: rows
        .map((row) => Array.from(row, asText))
        .filter((row) => blankRows === 'kept' || row.some((cell) => cell !== '')),
    }));
  } catch (error) {
    throw new UnreadableWorkbook(
      'This is not an Excel workbook (.xlsx) that can be opened. If it opens in Excel, save it again as .xlsx, without a password.',
      { cause: error },
    );
  }
};
