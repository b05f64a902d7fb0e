import type { BankHolidays } from '../calendar/bank-holidays.ts';
import type { Day } from '../calendar/day.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import type { Episode } from '../child/episode.ts';
import type { ChildId } from '../child/record.ts';
import type { Point } from '../placement/distance.ts';
import type { AuthorityOnDay, CareEvent } from './authority-on-day.ts';
import type { ConventionsOn } from './conventions.ts';
import type { DaysTold } from './days-told.ts';
import type { DimensionId } from './dimensions.ts';
import type { ExclusionReason } from './exclusion.ts';
import type { RecordKind, Records } from './records.ts';

/**
 * A measure is data and one function. The data says what is counted, in words a member of the public could check; the
 * function says of one child (or one event) whether it counts. Add the next one in `catalogue.ts`: see
 * docs/guides/add-a-measure.md.
 */
export type Measure = StockMeasure | FlowMeasure | CaseMeasure;

/** What every measure and breakdown says of itself. */
export interface MeasureText {
  readonly id: string;
  /** Goes up when the definition changes, so that a signed figure can say which it used. */
  readonly version: number;
  readonly title: string;
  readonly question: Question;
  readonly definition: string;
  /** Who asks for it, or whose definition it is. */
  readonly source: string;
  readonly certainty: Certainty;
  readonly polarity: 'higher is better' | 'lower is better' | 'context';
  /** `suppress-small`: counts of 1 to 4 are hidden from anyone outside the care record. */
  readonly disclosure: 'suppress-small' | 'open';
  /** Columns of the return that it is worked out from. */
  readonly fields: readonly string[];
}

/** The five questions that the strategy board asks (West Sussex, Child Looked After strategy 2018–2021). */
export const QUESTIONS = {
  where: 'Where are our children?',
  safe: 'Are they safe?',
  chances: 'Do we improve their life chances?',
  know: 'How do we know?',
  assurance: 'How do we maintain our level of assurance?',
} as const;
export type Question = keyof typeof QUESTIONS;

/** What a figure is a number of. Money is in whole pence. */
export type Unit =
  | 'children'
  | 'events'
  | 'percent'
  | 'per-10000'
  | 'days'
  | 'hours'
  | 'score'
  | 'each'
  | 'households'
  | 'pence'
  | 'pence-a-week';

/**
 * How sure we are of the definition itself: `stated` by a council's paper, `confirmed` against a published definition,
 * `established practice`, a `local` convention that authorities differ on, or `uncertain`. The last two are said under
 * every figure.
 */
export interface Certainty {
  readonly mark: 'stated' | 'confirmed' | 'established practice' | 'local' | 'uncertain';
  readonly says: string;
}

/**
 * Of one child: in the numerator, in the denominator only, or left out with a reason. `not-recorded` is in the
 * denominator too, and told apart: nobody said yes, and nobody said no.
 */
export type Verdict = 'counts' | 'does-not-count' | 'not-recorded' | ExclusionReason;

/** Counts children in care at the end of the as-of day. */
export interface StockMeasure extends MeasureText {
  readonly kind: 'stock';
  readonly unit: 'children' | 'percent' | 'per-10000';
  /** What being counted means, for the lists behind the figure. */
  readonly numerator: string;
  readonly denominator: string | null;
  readonly breakdowns: readonly DimensionId[];
  readonly judge: (child: ChildOnDay, authority: AuthorityOnDay, context: MeasureContext) => Verdict;
  /** Sentences that this figure's certainty adds, for the children in its denominator. */
  readonly remarks?: (
    children: readonly ChildOnDay[],
    authority: AuthorityOnDay,
    context: MeasureContext,
  ) => readonly string[];
}

/** Counts what happened in a time up to the as-of day: from 1 April to it, unless another is asked for. */
export interface FlowMeasure extends MeasureText {
  readonly kind: 'flow';
  /** `children` counts each child once however often it happened; so does `per-10000`, of those who live here. */
  readonly unit: 'children' | 'events' | 'per-10000';
  readonly numerator: string;
  readonly denominator: string | null;
  readonly events: (authority: AuthorityOnDay) => readonly CareEvent[];
  /** Events taken away from those: the figure is then a difference, and these are its second list. */
  readonly less?: (authority: AuthorityOnDay) => readonly CareEvent[];
  readonly breakdowns: readonly DimensionId[];
  readonly judge: (event: CareEvent, authority: AuthorityOnDay) => Verdict;
  readonly remarks?: (
    authority: AuthorityOnDay,
    context: MeasureContext,
    counted: number,
  ) => readonly string[];
}

/**
 * Finds its own cases: children of a year's cohort, reviews due, placements that ended, adoptions of three years. One
 * child may be several cases.
 */
export interface CaseMeasure extends MeasureText {
  readonly kind: 'cases';
  readonly unit: Unit;
  /** How the cases that count make one figure: their number, their share of all, or something of their amounts. */
  readonly takes: 'count' | 'share' | 'mean' | 'median' | 'sum' | 'ratio';
  /** What its time is: see `OVER`. */
  readonly over: Over;
  readonly numerator: string;
  /** What the share is of; null for what is no share. */
  readonly denominator: string | null;
  readonly breakdowns: readonly DimensionId[];
  /** It is not of children in care alone, so no worker's or team's part of it can be told apart. */
  readonly wholeAuthority?: boolean;
  /**
   * One child's case hangs on others: on brothers and sisters, or on what is recorded of everybody. What becomes known of one
   * may then change another's.
   */
  readonly hangsOn?: 'siblings' | 'everybody';
  /** Of a ratio whose figure is a percentage: what the amounts are that are divided. */
  readonly amountsIn?: 'pence-a-week';
  /** A share of people of none of whom anything is recorded is not known; without this it is nought. */
  readonly nothingRecordedIsNotKnown?: boolean;
  /** Kinds of record it is worked out from besides the return's. While one is not kept, there is no figure. */
  readonly needs?: readonly RecordKind[];
  /** Kinds that it looks at besides, where they are kept, and does without where they are not. */
  readonly looksAt?: readonly RecordKind[];
  readonly cases: (authority: AuthorityOnDay, context: MeasureContext) => readonly Case[];
  readonly remarks?: (
    cases: readonly Told[],
    authority: AuthorityOnDay,
    context: MeasureContext,
  ) => readonly string[];
}

/** What a figure's time is, in words for every page that shows it. */
export const OVER = {
  day: 'At the end of the day',
  window: 'From 1 April to the day, or the time asked for',
  quarter: 'In the quarter so far',
  'twelve-months': 'In the twelve months to the day',
  'half-a-year-ago': 'Of the twelve months that ended six months before the day',
  'a-year-ago': 'Of the twelve months that ended a year before the day',
  'two-years-ago': 'Of the twelve months that ended two years before the day',
  year: 'For the last reporting year that was over',
  'three-years': 'In the three years to the day',
} as const;
export type Over = keyof typeof OVER;

/** One thing that a case measure looks at, and what it says of it. */
export interface Case extends Told {
  readonly verdict: Verdict;
}

/** What a measure looked at: whom, and when. */
export interface Told {
  /** The child; for what is no child's (a foster carer's household, a search) whatever tells it from the others. */
  readonly id: ChildId;
  /** The day it happened or stood. */
  readonly on: Day;
  /** For means, medians, sums and ratios: days, points, pence. */
  readonly amount?: number;
  /** For ratios: what the amount is out of (sessions, bed-nights). */
  readonly outOf?: number;
  /** The child as the day of the case knew them, for cutting the figure; undefined for what is no child in care. */
  readonly child?: ChildOnDay | undefined;
  /** Where the case itself says which part of a cut it is in, whatever the child says. */
  readonly keys?: Readonly<Partial<Record<DimensionId, string>>>;
}

/** What measures need that is not in the record. All of it may be missing; then the figure says why it has no value. */
export interface MeasureContext {
  /** Children aged 0 to 17 who live in the authority: see `cla-rate-10k` for which mid-year. */
  readonly population?: (asOf: Day) => Population | undefined;
  readonly locate?: (postcode: string) => Located | undefined;
  /** Which authority a postcode is in, and whether it is this one or borders it; undefined where that is not known. */
  readonly authorityAt?: (postcode: string) => AuthorityAt | undefined;
  /** The name of the district of this authority that a postcode is in. */
  readonly districtAt?: (postcode: string) => string | undefined;
  /** The name of the team whose worker held a child's case on a day. */
  readonly teamOn?: (id: ChildId, on: Day) => string | undefined;
  /** Whether the home a child lived in on a day was registered with Ofsted; undefined where nobody recorded it. */
  readonly registrationOf?: (episode: Episode, on: Day) => Registration | undefined;
  readonly bankHolidays?: BankHolidays;
  /** Where this authority counts otherwise than the papers' own numbers, by the day. */
  readonly conventions?: ConventionsOn;
  /** What is kept of the service besides children's time in care. */
  readonly records?: Records;
  /** Of which days that tells, where it does not tell of every day. */
  readonly recordsTold?: DaysTold;
}

/** Where a postcode is, as an authority counts it. */
export interface AuthorityAt {
  /** Of the upper-tier authority; '' outside England. */
  readonly name: string;
  readonly relation: 'own' | 'adjoining' | 'distant' | 'outside-england';
}

/** `outside`: lawful without registration. `unregistered`: it should be registered, and is not. */
export type Registration = 'registered' | 'outside' | 'unregistered';

export interface Population {
  readonly count: number;
  /** The year of the mid-year estimate (30 June). */
  readonly midYear: number;
  /** Anything a reader should know, such as that the estimate due is not published yet. */
  readonly note?: string | undefined;
}

/** A place, and whether it is the postcode's own point or only the middle of its sector. */
export interface Located extends Point {
  readonly source: 'directory' | 'sector';
}
