import type { Day } from '../calendar/day.ts';
import { findFactPeriod } from './fact-days.ts';
import { readOnce } from './read-once.ts';

/** A review of a child's case that was held. Of a series of meetings, the day is the last one's. */
export interface Review {
  readonly on: Day;
  /** REVIEW_CODE (PN0 to PN7): how the child took part; undefined when not recorded. */
  readonly takingPart: string | undefined;
}

/** Every review of a record, earliest first. One whose day cannot be read is left out. */
export const reviewsOf = readOnce(
  'review',
  (fact): Review | undefined => {
    const on = findFactPeriod(fact)?.starts;
    return on === undefined ? undefined : { on, takingPart: fact.fields['REVIEW_CODE'] };
  },
  (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
);
