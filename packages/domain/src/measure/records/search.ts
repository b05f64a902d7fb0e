import type { Day } from '../../calendar/day.ts';
import type { Moment } from '../../calendar/moment.ts';
import type { ChildId } from '../../child/record.ts';

export type PlacementKind = 'fostering' | 'residential' | 'supported';

export const PLACEMENT_KINDS: Readonly<Record<PlacementKind, string>> = {
  fostering: 'Fostering',
  residential: 'Children’s home',
  supported: 'Supported accommodation',
};

/** A search for a placement, from its request to the child's move. */
export interface PlacementSearch {
  readonly search: string;
  readonly child: ChildId;
  /** When the request was ready to be searched on. */
  readonly readyAt: Moment;
  readonly wanted: PlacementKind;
  /** The day each offer came. */
  readonly offeredOn: readonly Day[];
  /** The day the search was over, whether or not a placement was found; null while it goes on. */
  readonly closedOn: Day | null;
  readonly movedAt: Moment | null;
  readonly placed: PlacementKind | null;
  /** Why what was found is not what was wanted; null where it is, or nobody said. */
  readonly otherBecause: 'availability' | 'needs' | 'choice' | null;
}
