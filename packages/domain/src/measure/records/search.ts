import type { Day } from '../../calendar/day.ts';
import type { Moment } from '../../calendar/moment.ts';
import type { ChildId } from '../../child/record.ts';
import type { SearchTier } from '../../search/tiers.ts';

export type PlacementKind = 'fostering' | 'residential' | 'supported';

export const PLACEMENT_KINDS: Readonly<Record<PlacementKind, string>> = {
  fostering: 'Fostering',
  residential: 'Children’s home',
  supported: 'Supported accommodation',
};

/** One provider asked once, in a search. */
export interface SearchApproach {
  readonly tier: SearchTier;
  /** As their name is to be told; '' where they may be a private person. */
  readonly provider: string;
  readonly sentOn: Day;
  /** The day of their first offer; null while there is none. */
  readonly offeredOn: Day | null;
}

/** A search for a placement, from its request to the child's move. */
export interface PlacementSearch {
  readonly search: string;
  readonly child: ChildId;
  /** When the request was ready to be searched on. */
  readonly readyAt: Moment;
  /** Null where the request prefers no one type above the others. */
  readonly wanted: PlacementKind | null;
  readonly approaches: readonly SearchApproach[];
  /** The day each offer came: one provider may make several. */
  readonly offeredOn: readonly Day[];
  /** The day on which all tiers were asked at once, in an emergency. */
  readonly allTiersOn: Day | null;
  /** The day the search was over, whether or not a placement was found; null while it goes on. */
  readonly closedOn: Day | null;
  readonly movedAt: Moment | null;
  readonly placed: PlacementKind | null;
  /** The day on which the offer came that the child moved by; null where none is written down, or the child has not moved. */
  readonly chosenOfferOn: Day | null;
}

/** Why what a search found is not of the type that was wanted. */
export interface OtherTypeReason {
  readonly search: string;
  readonly on: Day;
  readonly because: 'availability' | 'needs' | 'choice';
}
