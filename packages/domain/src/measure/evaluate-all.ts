import type { Day } from '../calendar/day.ts';
import { monthEnds } from '../calendar/months.ts';
import { authorityOnDay, type PreparedLedger } from './authority-on-day.ts';
import { type Breakdown, evaluateBreakdown } from './breakdown.ts';
import type { BreakdownMeasure } from './catalogue/breakdowns.ts';
import { CATALOGUE } from './catalogue.ts';
import { evaluateOn } from './evaluate.ts';
import type { Figure } from './figure.ts';
import type { Measure, MeasureContext } from './measure.ts';

export type Result = Figure | Breakdown;

/** Every measure and breakdown (or those asked for) on one day. */
export const evaluateAll = (
  ledger: PreparedLedger,
  asOf: Day,
  context: MeasureContext = {},
  measures: readonly (Measure | BreakdownMeasure)[] = CATALOGUE,
): readonly Result[] => {
  const authority = authorityOnDay(ledger, asOf);
  return measures.map((measure) =>
    measure.kind === 'breakdown'
      ? evaluateBreakdown(measure, authority, context)
      : evaluateOn(measure, authority, context),
  );
};

export interface SeriesPoint {
  readonly asOf: Day;
  readonly results: readonly Result[];
}

/** The same at the last `months` ends of months on or before the as-of day, earliest first. */
export const evaluateSeries = (
  ledger: PreparedLedger,
  asOf: Day,
  months: number,
  context: MeasureContext = {},
  measures: readonly (Measure | BreakdownMeasure)[] = CATALOGUE,
): readonly SeriesPoint[] =>
  monthEnds(months, asOf).map((monthEnd) => ({
    asOf: monthEnd,
    results: evaluateAll(ledger, monthEnd, context, measures),
  }));
