import { addDays, addMonths, type ClosedPeriod, type Day, dayInWords } from '@rightplace/domain';
import { birthsThatDiffer } from './doubts.ts';
import {
  identityOf,
  type NotTaken,
  UPSTREAM_KINDS,
  type UpstreamFact,
  type UpstreamKind,
  type UpstreamRead,
  type UpstreamSource,
} from './upstream-fact.ts';

/** Everything that files of one source say together. */
export interface UpstreamGiven {
  readonly source: UpstreamSource;
  readonly kinds: readonly UpstreamKind[];
  readonly facts: readonly UpstreamFact[];
  /** The time for which the files are the whole truth of their kinds: what they no longer say of it is withdrawn. */
  readonly period: ClosedPeriod;
}

export type Gathered =
  | { readonly kind: 'given'; readonly given: UpstreamGiven; readonly doubts: readonly NotTaken[] }
  | { readonly kind: 'trouble'; readonly reason: string };

/** Annex A asks for the six months before the day it is extracted. */
const MONTHS_OF_LISTS = 6;
const MONTHS_OF_CENSUS = 12;

/** Joins what was read of several files. The lists do not say their time, so it is asked for, or taken as Annex A asks. */
export const gather = (
  reads: readonly UpstreamRead[],
  asked: { readonly from?: Day | undefined; readonly to?: Day | undefined } = {},
): Gathered => {
  const told = reads.filter(({ source }) => source !== undefined);
  const sources = [...new Set(told.map(({ source }) => source))];
  const [source] = sources;
  if (source === undefined)
    return { kind: 'trouble', reason: 'No list and no census was recognised in these files.' };
  if (sources.length > 1)
    return {
      kind: 'trouble',
      reason: 'There are lists and a census together. Load them one after the other: each replaces its own.',
    };
  const kinds = new Set(told.flatMap((each) => each.kinds));
  const facts = joined(told);
  const referenceDay = told.find((each) => each.referenceDay !== undefined)?.referenceDay;
  const lastDay = asked.to ?? referenceDay ?? lastOf(facts.values());
  if (lastDay === undefined)
    return { kind: 'trouble', reason: 'There is no day in these files. Say from when to when they tell.' };
  if (referenceDay !== undefined && lastDay !== referenceDay)
    return {
      kind: 'trouble',
      reason: `The census says that its year ends on ${dayInWords(referenceDay)}, and you said ${dayInWords(lastDay)}. Leave the last day out, or give the census of that year.`,
    };
  const after = addDays(lastDay, 1);
  const starts =
    asked.from ?? addMonths(after, -(source === 'cin-census' ? MONTHS_OF_CENSUS : MONTHS_OF_LISTS));
  if (starts > lastDay)
    return { kind: 'trouble', reason: 'The time that the files tell of ends before it begins.' };
  const period = { starts, ends: after };
  const wrongTime = findWrongTime([...facts.values()], period);
  if (wrongTime !== undefined) return { kind: 'trouble', reason: wrongTime };
  return {
    kind: 'given',
    given: {
      source,
      kinds: (Object.keys(UPSTREAM_KINDS) as UpstreamKind[]).filter((kind) => kinds.has(kind)),
      facts: [...facts.values()],
      period,
    },
    doubts: [
      ...reads.flatMap(({ doubts }) => doubts),
      ...birthsThatDiffer(told.flatMap(({ births }) => births)),
    ],
  };
};

/** What files say together. Who a child is, is what the first says. */
const joined = (reads: readonly UpstreamRead[]): ReadonlyMap<string, UpstreamFact> => {
  const facts = new Map<string, UpstreamFact>();
  for (const fact of reads.flatMap((each) => each.facts)) {
    const identity = identityOf(fact);
    if (fact.kind !== 'child' || !facts.has(identity)) facts.set(identity, fact);
  }
  return facts;
};

/** Files of which nothing is of the time they are said to be of are of another year, or the wrong files. */
const findWrongTime = (facts: readonly UpstreamFact[], period: ClosedPeriod): string | undefined => {
  const dated = facts.filter(({ starts }) => starts !== null);
  if (dated.length === 0 || dated.some((fact) => touches(fact, period))) return undefined;
  return `Nothing in these files is of ${dayInWords(period.starts)} to ${dayInWords(addDays(period.ends, -1))}: the last day in them is ${dayInWords(lastOf(dated) ?? period.starts)}. See whether they are of another year.`;
};

const lastOf = (facts: Iterable<UpstreamFact>): Day | undefined => {
  let last: Day | undefined;
  for (const { starts, ends } of facts)
    for (const on of [starts, ends]) if (on !== null && (last === undefined || on > last)) last = on;
  return last;
};

export interface KindCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
}

/** What a load would do: rows that are believed no longer, and rows believed from now on. */
export interface LoadPlan {
  readonly close: readonly UpstreamFact[];
  readonly open: readonly UpstreamFact[];
  readonly counts: Readonly<Partial<Record<UpstreamKind, KindCounts>>>;
}

/** Of what is held of the same source, all that touches the time told of and is not told any more goes; the rest stays. */
export const planLoad = (
  held: readonly UpstreamFact[],
  { kinds, facts, period }: UpstreamGiven,
): LoadPlan => {
  const before = new Map(held.map((fact) => [identityOf(fact), fact]));
  const given = new Set(facts.map(identityOf));
  const counts: Partial<Record<UpstreamKind, Mutable<KindCounts>>> = {};
  for (const kind of kinds) counts[kind] = { new: 0, changed: 0, unchanged: 0, withdrawn: 0 };
  const [open, close]: [UpstreamFact[], UpstreamFact[]] = [[], []];
  const count = (kind: UpstreamKind, what: keyof KindCounts): void => {
    const ofKind = counts[kind];
    if (ofKind !== undefined) ofKind[what]++;
  };
  for (const fact of facts) {
    const was = before.get(identityOf(fact));
    if (was !== undefined && textOf(was) === textOf(fact)) {
      count(fact.kind, 'unchanged');
      continue;
    }
    count(fact.kind, was === undefined ? 'new' : 'changed');
    if (was !== undefined) close.push(was);
    open.push(fact);
  }
  const told = new Set(kinds);
  for (const fact of held) {
    if (!told.has(fact.kind) || given.has(identityOf(fact)) || !touches(fact, period)) continue;
    count(fact.kind, 'withdrawn');
    close.push(fact);
  }
  return { close, open, counts };
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Things of one day touch the time they are in; stretches, that in which any of them lies. Who a child is has no time. */
const touches = ({ kind, starts, ends }: UpstreamFact, period: ClosedPeriod): boolean => {
  if (starts === null || starts >= period.ends) return false;
  return kind === 'in-need' || kind === 'protection-plan' || kind === 'assessment'
    ? ends === null || ends >= period.starts
    : starts >= period.starts;
};

/** With its details in order, as they may come back from where they are kept in another. */
const textOf = ({ ends, detail }: UpstreamFact): string =>
  JSON.stringify([ends, Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

export const notTakenOf = (reads: readonly UpstreamRead[]): readonly NotTaken[] =>
  reads.flatMap(({ notTaken }) => notTaken);
