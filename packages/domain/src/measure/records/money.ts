import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';
import type { PencePerWeek } from '../../money/weekly.ts';
import type { PlacementKind } from './search.ts';

export const PURCHASE_ROUTES = {
  framework: 'Framework',
  spot: 'Spot',
  block: 'Block contract',
} as const;

/** The weekly price of an external placement in a time: a change of price is another. */
export interface PlacementPrice extends Period {
  readonly child: ChildId;
  /** Null for what is none of those types. */
  readonly kind: PlacementKind | null;
  /** Null where nobody recorded how it was bought. */
  readonly route: keyof typeof PURCHASE_ROUTES | null;
  readonly core: PencePerWeek;
  /** Extras, such as a second member of staff. */
  readonly additional: PencePerWeek;
  /** The day the placement is expected to end; null where it runs on. */
  readonly expectedEnd: Day | null;
}

/** A rise in a placement's weekly price awarded under a framework or a contract. */
export interface Uplift {
  readonly placement: string;
  readonly framework: string;
  readonly on: Day;
  readonly before: PencePerWeek;
  readonly after: PencePerWeek;
}

export const AVOIDANCE_FORUMS = { 'placements-forum': 'Placements forum', panel: 'Placement panel' } as const;

/** One line of the ledger of cost avoided: a weekly price brought down, and for how long that is claimed. */
export interface CostAvoidance {
  readonly child: ChildId;
  readonly placement: string;
  readonly forum: keyof typeof AVOIDANCE_FORUMS;
  readonly on: Day;
  readonly before: PencePerWeek;
  readonly after: PencePerWeek;
  /** Weeks claimed to the end of the financial year, and in a whole year (52 at the most). May be part of one. */
  readonly weeksInYear: number;
  readonly weeksInFull: number;
}

/** The contract of an external placement. */
export interface PlacementContract {
  readonly child: ChildId;
  readonly placementStarts: Day;
  /** The day it was signed by both; null when it has not been. */
  readonly signedOn: Day | null;
}

/** The payments of a placement. */
export interface PaymentSetUp {
  readonly child: ChildId;
  readonly moveConfirmedOn: Day;
  readonly setUpOn: Day | null;
}
