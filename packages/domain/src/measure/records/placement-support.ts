import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';

/** A meeting to learn from a placement that ended unplanned. */
export interface DisruptionMeeting {
  readonly child: ChildId;
  /** The day the placement ended. */
  readonly endedOn: Day;
  readonly on: Day;
}

/** A meeting to keep a placement going: also called a stability meeting. */
export interface ConsolidationMeeting {
  readonly child: ChildId;
  readonly on: Day;
}

/** A time in which notice on the home that a child lived in had been given: to the day they left it, or it was over otherwise. */
export interface HomeUnderNotice extends Period {
  readonly child: ChildId;
}

/** A time in which a placement was known to be at risk of ending. */
export interface PlacementAtRisk extends Period {
  readonly child: ChildId;
  /** The day notice was given; null when none was. */
  readonly noticeOn: Day | null;
}
