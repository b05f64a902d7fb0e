import type { Day } from '../../calendar/day.ts';
import type { FlowMeasure, Measure, MeasureContext, StockMeasure } from '../measure.ts';
import { type Count, divided, type Totals, type Value, valueOfTotals } from '../value-of-cases.ts';

/** All that a figure's value is worked out from, without whom it is of. */
export interface Tally extends Totals {
  /** In the denominator, with nothing recorded either way. */
  readonly notRecorded: number;
  /** Of a difference, how many are taken away from those that count. */
  readonly less: number;
}

/** The value of a measure whose records are kept. */
export const valueOfTally = (
  measure: Measure,
  tally: Tally,
  asOf: Day,
  { population }: MeasureContext,
): Count => {
  const people = measure.unit === 'per-10000' ? population?.(asOf)?.count : undefined;
  switch (measure.kind) {
    case 'stock':
      return valueOfStock(measure, tally, people);
    case 'flow':
      return {
        ...valueOf(measure.unit, tally.counted - tally.less, people),
        numerator: tally.counted,
        denominator: measure.less === undefined ? (people ?? null) : tally.less,
      };
    case 'cases':
      return measure.unit === 'per-10000'
        ? {
            ...valueOf(measure.unit, tally.counted, people),
            numerator: tally.counted,
            denominator: people ?? null,
          }
        : {
            ...valueOfTotals(measure.takes, tally),
            ...(measure.nothingRecordedIsNotKnown && nothingRecorded(tally) && UNKNOWN),
          };
  }
};

/** A share of people of none of whom anything is recorded is no nought: it is not known. */
const UNKNOWN: Value = { value: null, noValue: 'nothing-recorded' };
const nothingRecorded = ({ all, notRecorded }: Tally): boolean => notRecorded > 0 && notRecorded === all;

const valueOfStock = ({ unit }: StockMeasure, tally: Tally, people: number | undefined): Count => {
  const { counted, all } = tally;
  const divideBy = unit === 'percent' ? all : people;
  const value = nothingRecorded(tally) ? UNKNOWN : valueOf(unit, counted, divideBy);
  return { ...value, numerator: counted, denominator: divideBy ?? null };
};

const valueOf = (
  unit: (StockMeasure | FlowMeasure)['unit'],
  numerator: number,
  denominator: number | undefined,
): Value => {
  if (unit === 'children' || unit === 'events') return { value: numerator };
  if (denominator === undefined) return { value: null, noValue: 'no-population' };
  return divided(numerator, denominator, unit === 'percent' ? 100 : 10_000);
};
