import type { Day } from '@rightplace/domain';
import { readWorkbook, UnreadableWorkbook } from '@rightplace/spreadsheet';
import { csvRows } from './csv-rows.ts';
import { readCensus } from './read-census.ts';
import { readList } from './read-list.ts';
import { nothingRead, type UpstreamRead } from './upstream-fact.ts';

const GIVE = 'Give Annex A as a workbook (.xlsx) or its lists as CSV, or the children in need census as XML.';

/**
 * What a file says, by what it is and not by what it is called: a workbook of lists, one list as CSV, or the census. What
 * could not be read is told, never thrown. `latest`: no day after it can have happened.
 */
export const readUpstream = async (
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  latest: Day,
): Promise<readonly UpstreamRead[]> => {
  switch (kindOf(bytes)) {
    case 'empty':
      return [nothingRead(name, 'This file is empty.', 'Export it again, or leave it out.')];
    case 'workbook':
      return readSheets(name, bytes, latest);
    case 'xml':
      return [readCensus(name, bytes, latest)];
    case 'other':
      return [nothingRead(name, 'This is neither a workbook, nor CSV, nor XML.', GIVE)];
    case 'text': {
      const { rows, openQuote } = csvRows(bytes);
      if (openQuote === undefined) return [readList(name, rows, latest)];
      return [
        nothingRead(
          name,
          `A quotation mark on line ${openQuote} is never closed, so the rows after it cannot be told apart.`,
          'Close or remove it; nothing of this file was read.',
        ),
      ];
    }
  }
};

const readSheets = async (name: string, bytes: Uint8Array, latest: Day): Promise<readonly UpstreamRead[]> => {
  try {
    const sheets = await readWorkbook(bytes, { blankRows: 'kept' });
    return sheets
      .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')))
      .map((sheet) =>
        readList(
          `${name}, sheet ${sheet.name}`,
          sheet.rows.map((cells, i) => ({ line: i + 1, cells })),
          latest,
        ),
      );
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return [nothingRead(name, error.message, GIVE)];
    throw error;
  }
};

const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

const kindOf = (bytes: Uint8Array): 'empty' | 'workbook' | 'xml' | 'text' | 'other' => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'workbook';
  const first = bytes.find((byte) => !SPACES.has(byte));
  if (first === undefined) return 'empty';
  if (first === 0x3c) return 'xml';
  return bytes.subarray(0, 2000).includes(0) ? 'other' : 'text';
};
