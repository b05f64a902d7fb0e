import type { Day } from '../calendar/day.ts';
import type { ChildId } from '../child/record.ts';
import type { ExclusionReason } from './exclusion.ts';
import type { Measure } from './measure.ts';

/** What a measure gave on a day, with the children behind it. */
export interface Figure {
  readonly kind: 'figure';
  readonly id: string;
  /** Of the definition used. */
  readonly version: number;
  readonly asOf: Day;
  readonly unit: Measure['unit'];
  /** Not rounded; percentages run from 0 to 100. Null when it cannot be worked out: see `noValue`. */
  readonly value: number | null;
  readonly noValue?: NoValue;
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  readonly children: FigureChildren;
  readonly excluded: readonly Exclusion[];
  /** How far to trust it, in sentences: the definition first, then what is particular to this figure. */
  readonly certainty: readonly string[];
}

/** Who is counted, one entry a child or event (so a child with two events is there twice), in order of identifier. */
export interface FigureChildren {
  readonly numerator: readonly ChildId[];
  /** Empty for a plain count, and for a rate of a population that is not ours. */
  readonly denominator: readonly ChildId[];
}

export interface Exclusion {
  readonly id: ChildId;
  readonly reason: ExclusionReason;
}

/** Why a figure has no value. */
export const NO_VALUE = {
  'no-population': 'The population of the authority is not loaded.',
  'nobody-to-count': 'No child is in the denominator.',
} as const;
export type NoValue = keyof typeof NO_VALUE;
