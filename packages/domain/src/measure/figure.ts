import type { Day } from '../calendar/day.ts';
import type { ClosedPeriod } from '../calendar/period.ts';
import type { ChildId } from '../child/record.ts';
import type { ExclusionReason } from './exclusion.ts';
import type { Unit } from './measure.ts';

/** What a measure gave on a day, with the children behind it. */
export interface Figure {
  readonly kind: 'figure';
  readonly id: string;
  /** Of the definition used. */
  readonly version: number;
  readonly asOf: Day;
  readonly unit: Unit;
  /** The time it was counted over; undefined for what stands on a day. */
  readonly window?: ClosedPeriod;
  /** Not rounded; percentages run from 0 to 100. Null when it cannot be worked out: see `noValue`. */
  readonly value: number | null;
  readonly noValue?: NoValue;
  /** A number of cases; for a mean, median or sum, the sum of their amounts. */
  readonly numerator: number;
  /** Null for a plain count; for a mean or median, the number of cases. */
  readonly denominator: number | null;
  readonly children: FigureChildren;
  /** Those in the denominator of whom nothing is recorded either way, one entry a case. */
  readonly notRecorded: readonly ChildId[];
  readonly excluded: readonly Exclusion[];
  /** How far to trust it, in sentences: the definition first, then what is particular to this figure. */
  readonly certainty: readonly string[];
}

/** Who is counted, one entry a child or event (so a child with two events is there twice), in order of identifier. */
export interface FigureChildren {
  readonly numerator: readonly ChildId[];
  /** Empty for a plain count, and for a rate of a population that is not ours. */
  readonly denominator: readonly ChildId[];
  /** The amount of each case in the numerator, in its order; undefined for what has none. */
  readonly amounts?: readonly number[];
}

export interface Exclusion {
  readonly id: ChildId;
  readonly reason: ExclusionReason;
}

/** Why a figure has no value. */
export const NO_VALUE = {
  'no-population': 'The population of the authority is not loaded.',
  'nobody-to-count': 'No child is in the denominator.',
  'nothing-recorded': 'Nothing is recorded either way of any of those it asks about.',
  'no-records': 'No data recorded yet: Rightplace does not hold the records that it is worked out from.',
  'not-told': 'No data: what was loaded does not tell of all the days that it is worked out from.',
} as const;
export type NoValue = keyof typeof NO_VALUE;
