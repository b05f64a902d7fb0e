import type { AuthorityOnDay, PreparedLedger } from '../authority-on-day.ts';
import type { DimensionId } from '../dimensions.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { onceFor } from '../once-for.ts';

import { type CountedParts, Cut } from './cut.ts';
import { KeyColumn } from './key-column.ts';
import { markAll } from './marks.ts';
import { People } from './people.ts';
import { wholesShared } from './whole.ts';

/** Cuts a measure's figure of a day one way. */
export type PartsCounter = (measure: Measure, by: DimensionId, authority: AuthorityOnDay) => CountedParts;

/**
 * Counts parts for many measures and days: every way to cut every figure, monthly for ten years, is a hundred million keys.
 * Which part a child is in, as they were on a day, is found out once and kept as a small number for as long as the ledger and
 * the context are; to cut a figure is then to add ones. Figures of a year are cut once for all days that look back on it.
 */
export const partsCounter = (context: MeasureContext = {}): PartsCounter => {
  let of: PreparedLedger | undefined;
  let parts: LedgerParts | undefined;
  return (measure, by, authority) => {
    if (parts === undefined || of !== authority.ledger || parts.isFull) {
      of = authority.ledger;
      parts = partsKept(of, context);
    }
    return parts.cut(measure, by, authority);
  };
};

/** Children on days that are kept at most of a ledger, before all are forgotten: about 40 MB of them. */
const MOST_KEPT = 200_000;

class LedgerParts {
  readonly #context: MeasureContext;
  readonly #people = new People();
  readonly #columns = new Map<DimensionId, KeyColumn>();
  readonly #last = new Map<Measure, Cut>();
  readonly #wholeOf = wholesShared();

  constructor(context: MeasureContext) {
    this.#context = context;
  }

  get isFull(): boolean {
    return this.#people.length > MOST_KEPT;
  }

  cut(measure: Measure, by: DimensionId, authority: AuthorityOnDay): CountedParts {
    const marked = markAll(measure, authority, this.#context);
    let cut = this.#last.get(measure);
    if (cut?.marked !== marked) {
      cut = new Cut(measure, marked, this.#people.rowsOf(marked), this.#wholeOf);
      this.#last.set(measure, cut);
    }
    return cut.by(by, this.#columnOf(by));
  }

  #columnOf(by: DimensionId): KeyColumn {
    const known = this.#columns.get(by);
    if (known !== undefined) return known;
    const column = new KeyColumn(by, this.#people, this.#context);
    this.#columns.set(by, column);
    return column;
  }
}

const kept = onceFor((_: PreparedLedger) => new WeakMap<MeasureContext, LedgerParts>());

const partsKept = (ledger: PreparedLedger, context: MeasureContext): LedgerParts => {
  const byContext = kept(ledger);
  const known = byContext.get(context);
  if (known !== undefined && !known.isFull) return known;
  const parts = new LedgerParts(context);
  byContext.set(context, parts);
  return parts;
};
