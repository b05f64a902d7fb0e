import type { Day } from '../../calendar/day.ts';

export const JUDGEMENTS = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement to be good',
  inadequate: 'Inadequate',
} as const;

/** What Ofsted judged a setting to be overall, from the day it published that until it publishes another. */
export interface Inspection {
  readonly urn: string;
  /** The day it was published. */
  readonly on: Day;
  readonly outcome: keyof typeof JUDGEMENTS;
}
