import { type SheetToWrite, writeWorkbook } from '@rightplace/spreadsheet';
import { neutraliseFormula } from '@rightplace/ssda903';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { FIGURE_COLUMNS, type Line, toWidth } from './figure-lines.ts';
import { linesFor } from './figures-csv.ts';
import type { MeasureAsked, MeasureRefusal, NoSuchMeasure } from './measure-page.ts';

export interface FiguresWorkbook {
  readonly kind: 'workbook';
  readonly name: string;
  readonly bytes: Uint8Array;
}

const WIDTHS: Readonly<Record<string, number>> = { title: 40, 'part title': 32, source: 48, note: 80 };
const COLUMNS = FIGURE_COLUMNS.map((title) => ({ title, width: WIDTHS[title] ?? 14 }));

/** The same lines as the file of figures, with a sheet for figures, one for parts and one for what they are. */
export const downloadWorkbook = async (
  world: World,
  signedIn: SignedIn,
  asked: MeasureAsked,
): Promise<FiguresWorkbook | NoSuchMeasure | MeasureRefusal> => {
  const found = await linesFor(world, signedIn, asked);
  if (found.kind !== 'lines') return found;
  const { name, figures, parts, definitions } = found;
  return {
    kind: 'workbook',
    name: `${name}.xlsx`,
    bytes: await writeWorkbook([
      sheet('Figures', figures),
      ...(parts.length === 0 ? [] : [sheet('Breakdowns', parts)]),
      sheet('Definitions', definitions),
    ]),
  };
};

const sheet = (name: string, lines: readonly Line[]): SheetToWrite => ({
  name,
  columns: COLUMNS,
  rows: lines.map((line) =>
    toWidth(line).map((cell) => (typeof cell === 'number' ? cell : neutraliseFormula(cell ?? ''))),
  ),
});
