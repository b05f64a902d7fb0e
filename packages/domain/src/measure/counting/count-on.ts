import type { AuthorityOnDay } from '../authority-on-day.ts';
import { whyNoRecords } from '../days-told.ts';
import type { NoValue } from '../figure.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { type Count, takesOf, totalsOf } from '../value-of-cases.ts';
import { COUNTS, type Marked, markAll, markLess } from './marks.ts';
import { type Tally, valueOfTally } from './tally.ts';

/** A measure's figure of a day in numbers alone: those of `evaluateOn`, for a fraction of the work. */
export const countOn = (measure: Measure, authority: AuthorityOnDay, context: MeasureContext = {}): Count => {
  const tally = tallyOn(measure, authority, context);
  return typeof tally === 'string'
    ? { value: null, noValue: tally, numerator: 0, denominator: null }
    : valueOfTally(measure, tally, authority.asOf, context);
};

/** Or why there is nothing to count. */
export const tallyOn = (
  measure: Measure,
  authority: AuthorityOnDay,
  context: MeasureContext = {},
): Tally | NoValue => {
  const noValue = measure.kind === 'cases' ? whyNoRecords(measure, authority, context) : undefined;
  if (noValue !== undefined) return noValue;
  const marked = markAll(measure, authority, context);
  const { counted, all, notRecorded } = marked;
  return {
    ...amountsOf(measure, marked),
    counted,
    all,
    notRecorded,
    less: measure.kind === 'flow' && measure.less !== undefined ? markLess(measure, authority).counted : 0,
  };
};

const NO_AMOUNTS = { sum: 0, outOf: 0 };

const amountsOf = (
  measure: Measure,
  { at, told, marks }: Marked,
): Pick<Tally, 'sum' | 'outOf' | 'amounts'> => {
  const takes = takesOf(measure);
  if (takes === 'count' || takes === 'share' || at !== 'cases') return NO_AMOUNTS;
  return totalsOf(
    takes,
    told.filter((_, i) => marks[i] === COUNTS),
  );
};
