import type { SheetRead } from '@rightplace/spreadsheet';
import { forgivingDecoder } from '../csv/decode-text.ts';

/** Cells of one line; published files quote names that hold commas, and never hold a line break. */
export const cellsOfLine = (line: string): readonly string[] =>
  line.includes('"')
    ? [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        (cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '',
      )
    : line.split(',');

/** Lines of a published table, cell by cell, from pieces of any size. Returns are read elsewhere, by a reader that trusts nothing. */
export const csvLines = function* (pieces: Iterable<Uint8Array>): Generator<readonly string[]> {
  const decode = forgivingDecoder();
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + decode(piece)).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield cellsOfLine(line);
  }
  if (rest !== '') yield cellsOfLine(rest);
};

/** A CSV as a workbook's only sheet, for lists that come as either. */
export const sheetOfCsv = (name: string, bytes: Uint8Array): SheetRead => ({
  name,
  rows: [...csvLines([bytes])],
});
