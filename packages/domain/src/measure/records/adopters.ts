import type { Day } from '../../calendar/day.ts';

/** A household approved to adopt. */
export interface Adopters {
  readonly household: string;
  readonly approvedOn: Day;
  readonly matchedOn: Day | null;
  /** The day they withdrew or their approval ended. */
  readonly ceasedOn: Day | null;
}
