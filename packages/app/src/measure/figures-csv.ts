import { withCommentary } from '../commentary/commentary-lines.ts';
import { openCommentary } from '../commentary/read-commentary.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { csvText } from './csv-file.ts';
import {
  breakdownLines,
  FIGURE_COLUMNS,
  type FigureLines,
  figureLines,
  headlineLines,
  toWidth,
} from './figure-lines.ts';
import { type MeasureAsked, type MeasureRefusal, type NoSuchMeasure, openMeasure } from './measure-page.ts';

export interface FiguresFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

/** What a measure's page shows, as lines of a file that is named after it. It counts children and names none. */
export const linesFor = async (
  world: World,
  signedIn: SignedIn,
  asked: MeasureAsked,
): Promise<
  (FigureLines & { readonly kind: 'lines'; readonly name: string }) | NoSuchMeasure | MeasureRefusal
> => {
  const found = await openMeasure(world, signedIn, asked);
  const commentary = await openCommentary(world, signedIn, asked);
  const named = (id: string, asOf: string, lines: FigureLines) =>
    ({ kind: 'lines', name: `${id}-${asOf}`, ...lines }) as const;
  switch (found.kind) {
    case 'figure':
      return named(
        found.figure.measure.id,
        found.asKnown.asOf,
        withCommentary(figureLines(found), commentary),
      );
    case 'breakdown':
      return named(found.measure.id, found.asKnown.asOf, breakdownLines(found));
    case 'nothing-known':
      return named(asked.id, found.quarterEnds?.asOf ?? asked.asKnown.asOf, NONE);
    case 'headline':
      return named(
        found.headline.measure.id,
        found.shown.asOf,
        withCommentary(headlineLines(found), commentary),
      );
    default:
      return found;
  }
};

const NONE: FigureLines = { figures: [], parts: [], definitions: [] };

export const downloadFigures = async (
  world: World,
  signedIn: SignedIn,
  asked: MeasureAsked,
): Promise<FiguresFile | NoSuchMeasure | MeasureRefusal> => {
  const found = await linesFor(world, signedIn, asked);
  if (found.kind !== 'lines') return found;
  const { name, figures, parts, definitions } = found;
  return {
    kind: 'file',
    name: `${name}.csv`,
    text: csvText(FIGURE_COLUMNS, [...figures, ...parts, ...definitions].map(toWidth)),
  };
};
