import { readWorkbook, UnreadableWorkbook } from '@rightplace/spreadsheet';
import {
  NotAProviderList,
  type ProviderLine,
  providerListDoubts,
  readProviders,
  sheetOfCsv,
} from '@rightplace/ssda903';
import { type Terminal, UsageError } from './command.ts';
import { wholeFile } from './files.ts';

/** The settings of Ofsted's lists, in workbooks or in a CSV of our own columns. */
export const providersIn = async (
  terminal: Terminal,
  paths: readonly string[],
): Promise<readonly ProviderLine[]> => {
  const all: ProviderLine[] = [];
  for (const path of paths) {
    const bytes = wholeFile(terminal, path);
    try {
      const sheets = /\.csv$/i.test(path) ? [sheetOfCsv(path, bytes)] : await readWorkbook(bytes);
      all.push(...readProviders(sheets));
      for (const doubt of providerListDoubts(sheets)) terminal.note(`${path}: ${doubt}`);
    } catch (error) {
      if (error instanceof UnreadableWorkbook || error instanceof NotAProviderList)
        throw new UsageError(`${path}: ${error.message}`);
      throw error;
    }
  }
  return all;
};
