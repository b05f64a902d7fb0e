import type { Day } from '../calendar/day.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import type { Point } from '../placement/distance.ts';
import type { AuthorityOnDay, CareEvent } from './authority-on-day.ts';
import type { DimensionId } from './dimensions.ts';
import type { ExclusionReason } from './exclusion.ts';

/**
 * A measure is data and one function. The data says what is counted, in words a member of the public could check; the
 * function says of one child (or one event) whether it counts. Add the next one in `catalogue.ts`: see
 * docs/guides/add-a-measure.md.
 */
export type Measure = StockMeasure | FlowMeasure;

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

/** How sure we are of the definition itself. */
export interface Certainty {
  readonly mark: 'confirmed' | 'established practice' | 'local' | 'uncertain';
  readonly says: string;
}

/** Of one child: in the numerator, in the denominator only, or left out with a reason. */
export type Verdict = 'counts' | 'does-not-count' | ExclusionReason;

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

/** Counts what happened from 1 April to the as-of day, both included. */
export interface FlowMeasure extends MeasureText {
  readonly kind: 'flow';
  /** `children` counts each child once however often it happened. */
  readonly unit: 'children' | 'events';
  readonly numerator: string;
  readonly denominator: string | null;
  readonly events: (authority: AuthorityOnDay) => readonly CareEvent[];
  /** Events taken away from those: the figure is then a difference, and these are its second list. */
  readonly less?: (authority: AuthorityOnDay) => readonly CareEvent[];
  readonly judge: (event: CareEvent, authority: AuthorityOnDay) => Verdict;
  readonly remarks?: (authority: AuthorityOnDay) => readonly string[];
}

/** What measures need that is not in the record. All of it may be missing; then the figure says why it has no value. */
export interface MeasureContext {
  /** Children aged 0 to 17 who live in the authority: see `cla-rate-10k` for which mid-year. */
  readonly population?: (asOf: Day) => Population | undefined;
  readonly locate?: (postcode: string) => Located | undefined;
}

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
