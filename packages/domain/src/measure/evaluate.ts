import type { Day } from '../calendar/day.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import type { ChildId } from '../child/record.ts';
import {
  type AuthorityOnDay,
  authorityOnDay,
  type CareEvent,
  type PreparedLedger,
} from './authority-on-day.ts';
import type { Exclusion, Figure, NoValue } from './figure.ts';
import type { FlowMeasure, Measure, MeasureContext, StockMeasure } from './measure.ts';

/** One measure on one day. For several of the same day, make the `authorityOnDay` once and use `evaluateOn`. */
export const evaluate = (
  measure: Measure,
  ledger: PreparedLedger,
  asOf: Day,
  context: MeasureContext = {},
): Figure => evaluateOn(measure, authorityOnDay(ledger, asOf), context);

export const evaluateOn = (
  measure: Measure,
  authority: AuthorityOnDay,
  context: MeasureContext = {},
): Figure =>
  measure.kind === 'stock' ? evaluateStock(measure, authority, context) : evaluateFlow(measure, authority);

/** Everyone in care that day, sorted by what the measure says of them. */
export interface Judged {
  readonly numerator: readonly ChildOnDay[];
  readonly denominator: readonly ChildOnDay[];
  readonly excluded: readonly Exclusion[];
}

export const judgeAll = (
  measure: StockMeasure,
  authority: AuthorityOnDay,
  context: MeasureContext,
): Judged => {
  const numerator: ChildOnDay[] = [];
  const denominator: ChildOnDay[] = [];
  const excluded: Exclusion[] = [];
  for (const child of authority.inCare) {
    const verdict = measure.judge(child, authority, context);
    if (verdict === 'counts') {
      numerator.push(child);
      denominator.push(child);
    } else if (verdict === 'does-not-count') denominator.push(child);
    else excluded.push({ id: child.id, reason: verdict });
  }
  return { numerator, denominator, excluded };
};

const idsOf = (counted: readonly { readonly id: ChildId }[]): readonly ChildId[] =>
  counted.map(({ id }) => id);

const evaluateStock = (measure: StockMeasure, authority: AuthorityOnDay, context: MeasureContext): Figure => {
  const { numerator, denominator, excluded } = judgeAll(measure, authority, context);
  const divideBy = denominatorOf(measure, denominator.length, authority.asOf, context);
  return {
    kind: 'figure',
    id: measure.id,
    version: measure.version,
    asOf: authority.asOf,
    unit: measure.unit,
    ...valueOf(measure.unit, numerator.length, divideBy),
    numerator: numerator.length,
    denominator: divideBy ?? null,
    children: {
      numerator: idsOf(numerator),
      denominator: measure.unit === 'percent' ? idsOf(denominator) : [],
    },
    excluded,
    certainty: [measure.certainty.says, ...(measure.remarks?.(denominator, authority, context) ?? [])],
  };
};

const denominatorOf = (
  { unit }: StockMeasure,
  children: number,
  asOf: Day,
  { population }: MeasureContext,
): number | undefined => {
  if (unit === 'percent') return children;
  return unit === 'per-10000' ? population?.(asOf)?.count : undefined;
};

type Value = Pick<Figure, 'value'> & { readonly noValue?: NoValue };

const valueOf = (unit: StockMeasure['unit'], numerator: number, denominator: number | undefined): Value => {
  if (unit === 'children') return { value: numerator };
  if (denominator === undefined) return { value: null, noValue: 'no-population' };
  if (denominator === 0) return { value: null, noValue: 'nobody-to-count' };
  return { value: (numerator * (unit === 'percent' ? 100 : 10_000)) / denominator };
};

const evaluateFlow = (measure: FlowMeasure, authority: AuthorityOnDay): Figure => {
  const counted: CareEvent[] = [];
  const taken: CareEvent[] = [];
  const excluded: Exclusion[] = [];
  const judge = (events: readonly CareEvent[], into: CareEvent[]): void => {
    for (const event of events) {
      const verdict = measure.judge(event, authority);
      if (verdict === 'counts') into.push(event);
      else if (verdict !== 'does-not-count') excluded.push({ id: event.id, reason: verdict });
    }
  };
  judge(measure.events(authority), counted);
  judge(measure.less?.(authority) ?? [], taken);
  const once = measure.unit === 'children';
  const numerator = once ? [...new Set(idsOf(counted))] : idsOf(counted);
  return {
    kind: 'figure',
    id: measure.id,
    version: measure.version,
    asOf: authority.asOf,
    unit: measure.unit,
    value: numerator.length - taken.length,
    numerator: numerator.length,
    denominator: measure.less === undefined ? null : taken.length,
    children: { numerator, denominator: idsOf(taken) },
    excluded: once ? excludedOnce(excluded, new Set(numerator)) : excluded,
    certainty: [measure.certainty.says, ...(measure.remarks?.(authority) ?? [])],
  };
};

/** When children are counted, one is left out only if nothing of theirs counts, and once. */
const excludedOnce = (
  excluded: readonly Exclusion[],
  counted: ReadonlySet<ChildId>,
): readonly Exclusion[] => {
  const byChild = new Map(excluded.filter(({ id }) => !counted.has(id)).map((each) => [each.id, each]));
  return [...byChild.values()];
};
