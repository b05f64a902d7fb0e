import { readWorkbook, UnreadableWorkbook } from '@rightplace/spreadsheet';
import {
  NotAProviderList,
  providerListDoubts,
  ReturnFileReader,
  readProviders,
  sheetOfCsv,
} from '@rightplace/ssda903';
import { BYTES_TO_TELL, fileKindOf } from '../work/file-kind.ts';
import type { FileGiven } from '../work/given.ts';
import type { FileToRead } from './messages.ts';

const PIECE_BYTES = 8 * 1024 * 1024;

const reader = new FileReaderSync();

const bytesOf = (part: Blob): Uint8Array => new Uint8Array(reader.readAsArrayBuffer(part));

/** A file a piece at a time, and in one piece when it is of ordinary size: to ask the browser for bytes takes a while. */
export const piecesOf = function* (file: File): Generator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) yield bytesOf(file.slice(at, at + PIECE_BYTES));
};

const AS_CSV = 'If it holds the return, save each of its sheets as “CSV UTF-8” and give those files.';

const readList = async (given: FileToRead, isWorkbook: boolean): Promise<FileGiven> => {
  const { id, name, slot, file } = given;
  const bytes = bytesOf(file);
  try {
    const sheets = isWorkbook ? await readWorkbook(bytes) : [sheetOfCsv(name, bytes)];
    return {
      id,
      name,
      slot,
      kind: 'providers',
      providers: readProviders(sheets),
      doubts: providerListDoubts(sheets),
    };
  } catch (error) {
    if (error instanceof UnreadableWorkbook || error instanceof NotAProviderList)
      return { id, name, slot, kind: 'unread', reason: error.message, todo: isWorkbook ? AS_CSV : '' };
    throw error;
  }
};

/** Reads a file whatever it is. Postcode directories are only recognised: they are gone through when they are needed. */
export const readGiven = async (given: FileToRead): Promise<FileGiven> => {
  const { id, name, slot, file, refused } = given;
  if (refused !== undefined) return { id, name, slot, kind: 'unread', ...refused };
  try {
    const pieces = piecesOf(file);
    const first = pieces.next().value ?? new Uint8Array();
    const kind = fileKindOf(name, first.subarray(0, BYTES_TO_TELL));
    if (kind === 'workbook' || kind === 'providers-csv') return await readList(given, kind === 'workbook');
    if (kind === 'postcodes') return { id, name, slot, kind };
    const toReturn = new ReturnFileReader(name);
    toReturn.write(first);
    for (const piece of pieces) toReturn.write(piece);
    return { id, name, slot, kind: 'return', read: toReturn.end() };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const reason =
      'The browser could not open it: it may have been moved, changed or locked since it was chosen.';
    return { id, name, slot, kind: 'unread', reason, todo: 'Choose it again.' };
  }
};
