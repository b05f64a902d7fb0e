import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { DimensionId } from '../dimensions.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { takesOf } from '../value-of-cases.ts';

import { type CountedParts, Cut } from './cut.ts';
import { KeyColumn } from './key-column.ts';
import { markAll } from './marks.ts';
import { People } from './people.ts';
import { wholesShared } from './whole.ts';

/** Cuts a measure's figure of a day one way. */
export type PartsCounter = (measure: Measure, by: DimensionId, authority: AuthorityOnDay) => CountedParts;

/**
 * Counts parts for many measures and days of one ledger: every way to cut every figure, monthly for ten years, is a
 * hundred million keys. Which part a child is in, as they were on a day, is found out once and kept as a small number for
 * as long as the counter is; to cut a figure is then to add ones. Figures of a year are cut once for all days that look
 * back on it.
 */
export const partsCounter = (context: MeasureContext = {}): PartsCounter => {
  const people = new People();
  const columns = new Map<DimensionId, KeyColumn>();
  const last = new Map<Measure, Cut>();
  const wholeOf = wholesShared();
  const columnOf = (by: DimensionId): KeyColumn => {
    const column = columns.get(by) ?? new KeyColumn(by, people, context);
    columns.set(by, column);
    return column;
  };
  return (measure, by, authority) => {
    const marked = markAll(measure, authority, context);
    const known = last.get(measure);
    if (known?.marked === marked) return known.by(by, columnOf(by));
    const cut = new Cut(takesOf(measure), marked, people.rowsOf(marked), wholeOf);
    last.set(measure, cut);
    return cut.by(by, columnOf(by));
  };
};
