import { collectionYearLabel } from '@rightplace/domain';
import { writeWorkbook } from '@rightplace/spreadsheet';
import {
  type FindingLine,
  findingLines,
  findingsCsv,
  findingsSheets,
  talliesByRule,
} from '@rightplace/ssda903';
import type { CheckedReturn } from './check-return.ts';

export type SaveFormat = 'csv' | 'xlsx';

/** A file for the analyst to keep. */
export interface FileToSave {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The lines wanted, in the order wanted. Numbers are those of the columns of findings. */
const linesOf = (
  { result, year, place, upTo }: CheckedReturn,
  wanted: Int32Array | undefined,
): readonly FindingLine[] => {
  const all = findingLines(result.findings, year, place, upTo);
  return wanted === undefined ? all : Array.from(wanted).flatMap((at) => all[at] ?? []);
};

/** Findings as a file: all of them, or those shown in the order shown. */
export const findingsToSave = async (
  checked: CheckedReturn,
  format: SaveFormat,
  wanted: Int32Array | undefined,
): Promise<FileToSave> => {
  const found = { lines: linesOf(checked, wanted), collectionYear: checked.year };
  const name = `findings-${collectionYearLabel(checked.year)}`;
  if (format === 'csv')
    // The mark at the start tells a spreadsheet that it is UTF-8.
    return { name: `${name}.csv`, type: 'text/csv;charset=utf-8', content: `\uFEFF${findingsCsv(found)}` };
  const { findings, skipped } = checked.result;
  const sheets = findingsSheets({
    ...found,
    tallies: talliesByRule(findings, checked.year, checked.upTo),
    skipped,
  });
  return { name: `${name}.xlsx`, type: WORKBOOK, content: await writeWorkbook(sheets) };
};
