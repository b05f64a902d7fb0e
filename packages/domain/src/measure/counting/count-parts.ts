import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { DimensionId } from '../dimensions.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { takesOf } from '../value-of-cases.ts';

import { Alike } from './alike.ts';
import { type CountedParts, Cut } from './cut.ts';
import { HANGS_ON, type HangsOn } from './hangs-on.ts';
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
  const alikes = new Map<HangsOn, Alike>();
  const last = new Map<Measure, Cut>();
  const wholeOf = wholesShared();
  const alikeFor = (of: HangsOn | undefined): Alike | undefined => {
    if (of === undefined) return undefined;
    const alike = alikes.get(of) ?? new Alike(people, of);
    alikes.set(of, alike);
    return alike;
  };
  const columnOf = (by: DimensionId): KeyColumn => {
    const known = columns.get(by);
    if (known !== undefined) return known;
    const column = new KeyColumn(by, { people, alike: alikeFor(HANGS_ON[by]), context });
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
