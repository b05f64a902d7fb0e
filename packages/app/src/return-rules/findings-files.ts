import { writeWorkbook } from '@rightplace/spreadsheet';
import { findingLines, findingsCsv, findingsSheets, talliesByRule } from '@rightplace/ssda903';
import type { ValidatedFiles } from './validate-files.ts';

type Validated = Pick<ValidatedFiles, 'result' | 'collectionYear' | 'place' | 'upTo'>;

const linesOf = ({ result, collectionYear, place, upTo }: Validated) => ({
  lines: findingLines(result.findings, collectionYear, place, upTo),
  collectionYear,
});

/** A line for each row at fault. */
export const findingsAsCsv = (validated: Validated): string => findingsCsv(linesOf(validated));

/** The same as a workbook, with what each rule found and what could not be run. */
export const findingsAsWorkbook = (validated: Validated): Promise<Uint8Array> => {
  const { findings, skipped } = validated.result;
  const tallies = talliesByRule(findings, validated.collectionYear, validated.upTo);
  return writeWorkbook(findingsSheets({ ...linesOf(validated), tallies, skipped }));
};
