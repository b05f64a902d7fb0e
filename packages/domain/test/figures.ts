import { day } from '../src/calendar/day.ts';
import type { Ledger } from '../src/child/record.ts';
import { prepare } from '../src/measure/authority-on-day.ts';
import { findMeasure } from '../src/measure/catalogue.ts';
import { evaluate } from '../src/measure/evaluate.ts';
import { evaluateAll } from '../src/measure/evaluate-all.ts';
import type { Figure } from '../src/measure/figure.ts';
import type { MeasureContext } from '../src/measure/measure.ts';
import { type MeasuresJson, measuresAsJson } from '../src/measure/measures-as-json.ts';
import type { PlacementCountingSettings } from '../src/placement/counted-placements.ts';

/** The figure of one measure, by id. */
export const figureOf = (
  id: string,
  ledger: Ledger,
  asOf: string,
  context: MeasureContext = {},
  settings?: PlacementCountingSettings,
): Figure => {
  const measure = findMeasure(id);
  if (measure === undefined) throw new RangeError(`No measure ${id}`);
  return evaluate(measure, prepare(ledger, settings), day(asOf), context);
};

/** Who counts, of whom, as one reads it out: "A C of A B C". */
export const read = ({ children: { numerator, denominator } }: Figure): string =>
  denominator.length === 0 ? numerator.join(' ') : `${numerator.join(' ')} of ${denominator.join(' ')}`;

export const jsonOf = (
  ledger: Ledger,
  asOf: string,
  context: MeasureContext = {},
  children = false,
): MeasuresJson => measuresAsJson(evaluateAll(prepare(ledger), day(asOf), context), { children });
