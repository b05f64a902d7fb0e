import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';

/** What a young person needs on the way out of care, assessed. */
export interface NeedsAssessment {
  readonly child: ChildId;
  readonly on: Day;
}

/** A pathway plan completed, or reviewed. */
export interface PathwayPlan {
  readonly child: ChildId;
  readonly on: Day;
}

/** A time in which a young person is a care leaver whom this authority must keep in touch with and advise. */
export interface CareLeaver extends Period {
  readonly child: ChildId;
}

/** A time in which a personal adviser was allocated. */
export interface PersonalAdviser extends Period {
  readonly child: ChildId;
}

/** Support to a young person who left a children’s home and stays close to it. */
export interface StayingClose extends Period {
  readonly child: ChildId;
}
