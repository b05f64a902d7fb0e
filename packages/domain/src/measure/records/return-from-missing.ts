import type { Day } from '../../calendar/day.ts';
import type { Moment } from '../../calendar/moment.ts';
import type { ChildId } from '../../child/record.ts';

/** A child's return from being missing, and the return home interview that followed. The clock of 72 hours needs moments. */
export interface ReturnFromMissing {
  readonly child: ChildId;
  readonly returnedAt: Moment;
  /** The day the interview was offered; null when it was not. */
  readonly offeredOn: Day | null;
  /** What the child said to it; null while not recorded. */
  readonly answer: 'accepted' | 'refused' | null;
  /** When the interview was over; null when it was not held. */
  readonly interviewedAt: Moment | null;
}
