import type { ChildOnDay } from '../../child/care-history.ts';
import type { ChildId } from '../../child/record.ts';
import type { AuthorityOnDay, CareEvent } from '../authority-on-day.ts';
import { casesFound } from '../cases-found.ts';
import type { Case, FlowMeasure, Measure, MeasureContext, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';

/** What a measure said of one thing it looked at, in a byte. Whatever is above `LEFT_OUT` is in the denominator. */
export const LEFT_OUT = 0;
export const DOES_NOT_COUNT = 1;
export const NOT_RECORDED = 2;
export const COUNTS = 3;

/** Everything that a measure looked at on a day, and a mark for each, in the same order. */
export type Marked = Looked & Marks;

/** A mark for each of some things in their order, and how many there are of each mark that is asked about. */
interface Marks {
  readonly marks: Uint8Array;
  readonly counted: number;
  readonly all: number;
  readonly notRecorded: number;
}

type Looked =
  | { readonly at: 'children'; readonly told: readonly ChildOnDay[] }
  | { readonly at: 'events'; readonly told: readonly CareEvent[] }
  | { readonly at: 'cases'; readonly told: readonly Case[] };

/** `judgeAll` in bytes: no list is made of who counts and who does not, which is most of what a figure costs. */
export const markAll = (measure: Measure, authority: AuthorityOnDay, context: MeasureContext): Marked => {
  const last = lastMarked.get(authority);
  if (last?.measure === measure && last.context === context) return last.marked;
  const marked = mark(measure, authority, context);
  lastMarked.set(authority, { measure, context, marked });
  return marked;
};

/** A figure and its parts are asked for one after the other, so the last measure of a day is enough to keep. */
const lastMarked = new WeakMap<
  AuthorityOnDay,
  { readonly measure: Measure; readonly context: MeasureContext; readonly marked: Marked }
>();

const mark = (measure: Measure, authority: AuthorityOnDay, context: MeasureContext): Marked => {
  switch (measure.kind) {
    case 'stock': {
      const { inCare } = authority;
      return {
        at: 'children',
        told: inCare,
        ...marksOf(inCare, (child) => measure.judge(child, authority, context)),
      };
    }
    case 'flow': {
      const marked = markEvents(measure, measure.events(authority), authority);
      return measure.unit === 'events' ? marked : latestOfEach(marked);
    }
    case 'cases': {
      const cases = casesFound(measure, authority, context);
      return measure.over === 'year' ? markOnce(cases) : markCases(cases);
    }
  }
};

const markEvents = (
  measure: FlowMeasure,
  events: readonly CareEvent[],
  authority: AuthorityOnDay,
): Marked => ({ at: 'events', told: events, ...marksOf(events, (event) => measure.judge(event, authority)) });

const markCases = (cases: readonly Case[]): Marked => ({
  at: 'cases',
  told: cases,
  ...marksOf(cases, ({ verdict }) => verdict),
});

/** What stands once a year is the same list for every day that looks back on it. */
const markOnce = onceFor(markCases);

const marksOf = <Each>(told: readonly Each[], verdictOf: (each: Each) => Verdict): Marks => {
  const marks = new Uint8Array(told.length);
  let [leftOut, counted, notRecorded] = [0, 0, 0];
  for (let i = 0; i < told.length; i++) {
    const mark = markOf(verdictOf(told[i] as Each));
    marks[i] = mark;
    if (mark === COUNTS) counted++;
    else if (mark === NOT_RECORDED) notRecorded++;
    else if (mark === LEFT_OUT) leftOut++;
  }
  return { marks, counted, all: told.length - leftOut, notRecorded };
};

const markOf = (verdict: Verdict): number => {
  switch (verdict) {
    case 'counts':
      return COUNTS;
    case 'does-not-count':
      return DOES_NOT_COUNT;
    case 'not-recorded':
      return NOT_RECORDED;
    default:
      return LEFT_OUT;
  }
};

/** Children who are counted once, by the latest event of theirs that counts. */
const latestOfEach = (marked: Marked): Marked => {
  const seen = new Set<ChildId>();
  const marks = new Uint8Array(marked.marks.length);
  for (let i = marks.length - 1; i >= 0; i--) {
    const { id } = marked.told[i] as (typeof marked.told)[number];
    if (marked.marks[i] !== COUNTS || seen.has(id)) continue;
    seen.add(id);
    marks[i] = COUNTS;
  }
  return { ...marked, marks, counted: seen.size, all: seen.size, notRecorded: 0 };
};

/** The events that a difference takes away. */
export const markLess = (measure: FlowMeasure, authority: AuthorityOnDay): Marked =>
  markEvents(measure, measure.less?.(authority) ?? [], authority);
