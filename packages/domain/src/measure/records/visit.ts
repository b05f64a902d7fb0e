import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';

/** A visit to a child by or for the social worker. */
export interface Visit {
  readonly child: ChildId;
  readonly on: Day;
  readonly seenAlone: boolean | null;
}

/** How often a child must be visited, as the regulations, the plan and any agreement come to in a placement. */
export interface VisitInterval extends Period {
  readonly child: ChildId;
  readonly every: { readonly weeks: number } | { readonly months: number };
}
