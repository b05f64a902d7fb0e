import { inOrderOfStart } from './in-order.ts';
import type { PlacedAdoptionRow } from './rows.ts';

/** Decisions to place for adoption by their day, those of one day as in the file, and those without one last. */
export const decisionsInOrder = (rows: readonly PlacedAdoptionRow[]): readonly PlacedAdoptionRow[] =>
  inOrderOfStart(rows, ({ DATE_PLACED }) => DATE_PLACED);

/** The last dated one; where none is dated, the last in the file. */
export const latestDecision = (rows: readonly PlacedAdoptionRow[]): PlacedAdoptionRow | undefined => {
  const inOrder = decisionsInOrder(rows);
  return inOrder.findLast(({ DATE_PLACED }) => !Number.isNaN(DATE_PLACED)) ?? inOrder.at(-1);
};

/** Something says that the decision was reversed: the day or the reason. */
export const isReversed = ({ rawDATE_PLACED_CEASED, REASON_PLACED_CEASED }: PlacedAdoptionRow): boolean =>
  rawDATE_PLACED_CEASED !== '' || REASON_PLACED_CEASED !== '';
