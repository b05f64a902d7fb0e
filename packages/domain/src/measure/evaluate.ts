import type { Day } from '../calendar/day.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import type { ChildId } from '../child/record.ts';
import { type AuthorityOnDay, authorityOnDay, type PreparedLedger } from './authority-on-day.ts';
import { caseOf } from './case-of.ts';
import { casesFound } from './cases-found.ts';
import { valueOfTally } from './counting/tally.ts';
import { whyNoRecords } from './days-told.ts';
import type { Exclusion, Figure } from './figure.ts';
import type {
  Case,
  CaseMeasure,
  FlowMeasure,
  Measure,
  MeasureContext,
  StockMeasure,
  Told,
  Verdict,
} from './measure.ts';
import { onceFor } from './once-for.ts';
import { type Count, takesOf, totalsOf } from './value-of-cases.ts';

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
): Figure => {
  switch (measure.kind) {
    case 'stock':
      return evaluateStock(measure, authority, context);
    case 'flow':
      return evaluateFlow(measure, authority, context);
    case 'cases':
      return evaluateCases(measure, authority, context);
  }
};

/** What a measure looks at, sorted by what it says of each. */
export type Judged = Sorted<Told>;

/**
 * Everything that a measure looked at on a day. Of children who are counted once a year it is the latest event that says
 * who they were. What a difference takes away is not among them.
 */
export const judgeAll = (measure: Measure, authority: AuthorityOnDay, context: MeasureContext): Judged => {
  const last = lastJudged.get(authority);
  if (last?.measure === measure && last.context === context) return last.judged;
  const judged = judge(measure, authority, context);
  lastJudged.set(authority, { measure, context, judged });
  return judged;
};

/** A figure and all that it is cut by are asked for one after the other, so the last measure of a day is enough to keep. */
const lastJudged = new WeakMap<
  AuthorityOnDay,
  { readonly measure: Measure; readonly context: MeasureContext; readonly judged: Judged }
>();

const judge = (measure: Measure, authority: AuthorityOnDay, context: MeasureContext): Judged => {
  if (measure.kind === 'stock')
    return sortOut(standing(authority), ({ child }) => measure.judge(child, authority, context));
  const cases = casesOf(measure, authority, context);
  const ofYear = measure.kind === 'cases' && measure.over === 'year';
  const judged = ofYear ? sortedOnce(cases) : sortOut(cases, verdictOfCase);
  if (measure.kind !== 'flow' || measure.unit === 'events') return judged;
  const numerator = latestOfEach(judged.numerator);
  return {
    numerator,
    denominator: numerator,
    excluded: excludedOnce(judged.excluded, new Set(idsOf(numerator))),
    notRecorded: [],
  };
};

/** Children in care, as every measure of them is told of: made once for the day. */
const standing = onceFor(({ inCare }: AuthorityOnDay): readonly (Told & { readonly child: ChildOnDay })[] =>
  inCare.map((child) => ({ id: child.id, on: child.on, child })),
);

const casesOf = (
  measure: FlowMeasure | CaseMeasure,
  authority: AuthorityOnDay,
  context: MeasureContext,
): readonly Case[] =>
  measure.kind === 'flow'
    ? measure.events(authority).map((event) => caseOf(event, measure.judge(event, authority)))
    : casesFound(measure, authority, context);

interface Sorted<Each> {
  readonly numerator: readonly Each[];
  readonly denominator: readonly Each[];
  readonly excluded: readonly Exclusion[];
  readonly notRecorded: readonly Each[];
}

const sortOut = <Each extends { readonly id: ChildId }>(
  all: readonly Each[],
  verdictOf: (each: Each) => Verdict,
): Sorted<Each> => {
  const numerator: Each[] = [];
  const denominator: Each[] = [];
  const excluded: Exclusion[] = [];
  const notRecorded: Each[] = [];
  for (const each of all) {
    const verdict = verdictOf(each);
    switch (verdict) {
      case 'counts':
        numerator.push(each);
        denominator.push(each);
        break;
      case 'not-recorded':
        notRecorded.push(each);
        denominator.push(each);
        break;
      case 'does-not-count':
        denominator.push(each);
        break;
      default:
        excluded.push({ id: each.id, reason: verdict });
    }
  }
  return { numerator, denominator, excluded, notRecorded };
};

const verdictOfCase = ({ verdict }: Case): Verdict => verdict;

/** What stands once a year is the same list for every day that looks back on it. */
const sortedOnce = onceFor((cases: readonly Case[]) => sortOut(cases, verdictOfCase));

const latestOfEach = (cases: readonly Told[]): readonly Told[] => {
  const latest = new Map<ChildId, Told>();
  // Set anew, so that the order stays that of the first.
  for (const each of cases) latest.set(each.id, each);
  return [...latest.values()];
};

const idsOf = (cases: readonly { readonly id: ChildId }[]): readonly ChildId[] => cases.map(({ id }) => id);

const evaluateStock = (measure: StockMeasure, authority: AuthorityOnDay, context: MeasureContext): Figure => {
  const judged = judgeAll(measure, authority, context);
  const { numerator, denominator, excluded, notRecorded } = judged;
  return {
    ...headOf(measure, authority),
    ...valueOf(measure, judged, authority, context),
    children: {
      numerator: idsOf(numerator),
      denominator: measure.unit === 'percent' ? idsOf(denominator) : [],
    },
    notRecorded: idsOf(notRecorded),
    excluded,
    certainty: [
      measure.certainty.says,
      ...(measure.remarks?.(
        denominator.flatMap(({ child }) => child ?? []),
        authority,
        context,
      ) ?? []),
    ],
  };
};

const headOf = (measure: Measure, { asOf }: AuthorityOnDay) =>
  ({ kind: 'figure', id: measure.id, version: measure.version, asOf, unit: measure.unit }) as const;

const valueOf = (
  measure: Measure,
  { numerator, denominator, notRecorded }: Judged,
  { asOf }: AuthorityOnDay,
  context: MeasureContext,
  less: readonly unknown[] = [],
): Count => {
  const totals = totalsOf(takesOf(measure), numerator);
  const tally = { ...totals, all: denominator.length, notRecorded: notRecorded.length, less: less.length };
  return valueOfTally(measure, tally, asOf, context);
};

const evaluateFlow = (measure: FlowMeasure, authority: AuthorityOnDay, context: MeasureContext): Figure => {
  const judged = judgeAll(measure, authority, context);
  const { numerator, excluded } = judged;
  const taken = sortOut(
    (measure.less?.(authority) ?? []).map((event) => caseOf(event, measure.judge(event, authority))),
    verdictOfCase,
  );
  const count = numerator.length - taken.numerator.length;
  return {
    ...headOf(measure, authority),
    window: authority.window,
    ...valueOf(measure, judged, authority, context, taken.numerator),
    children: { numerator: idsOf(numerator), denominator: idsOf(taken.numerator) },
    notRecorded: [],
    excluded: [...excluded, ...taken.excluded],
    certainty: [measure.certainty.says, ...(measure.remarks?.(authority, context, count) ?? [])],
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

const evaluateCases = (measure: CaseMeasure, authority: AuthorityOnDay, context: MeasureContext): Figure => {
  const head = {
    ...headOf(measure, authority),
    ...(measure.over === 'window' ? { window: authority.window } : {}),
  };
  const noValue = whyNoRecords(measure, authority, context);
  if (noValue !== undefined) {
    return {
      ...head,
      value: null,
      noValue,
      numerator: 0,
      denominator: null,
      children: { numerator: [], denominator: [] },
      notRecorded: [],
      excluded: [],
      certainty: [measure.certainty.says],
    };
  }
  const judged = judgeAll(measure, authority, context);
  const { numerator, denominator, excluded, notRecorded } = judged;
  const isShare = measure.takes === 'share';
  return {
    ...head,
    ...valueOf(measure, judged, authority, context),
    children: {
      numerator: idsOf(numerator),
      denominator: isShare ? idsOf(denominator) : [],
      ...(isShare || measure.takes === 'count'
        ? {}
        : { amounts: numerator.map(({ amount }) => amount ?? 0) }),
    },
    notRecorded: idsOf(notRecorded),
    excluded,
    certainty: [measure.certainty.says, ...(measure.remarks?.(denominator, authority, context) ?? [])],
  };
};
