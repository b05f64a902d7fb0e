import type { PencePerWeek } from '../money/weekly.ts';

/**
 * Where authorities count differently and no rule decides. These are the numbers of the papers that ask for the measures;
 * an authority's own go into `MeasureContext.conventions`, and each figure that uses one says which was used.
 */
export interface Conventions {
  /** Working days in which a disruption meeting follows an unplanned ending. */
  readonly disruptionMeetingWorkingDays: number;
  /** Weeks after a consolidation meeting by which the placement is looked at again. */
  readonly consolidationFollowUpWeeks: number;
  /** Working days in care after which an unaccompanied child should have a triple care plan. */
  readonly triplePlanWorkingDays: number;
  /** Working days from the start of a placement in which its contract is signed. */
  readonly contractWorkingDays: number;
  /** Working days from the move date being confirmed in which payments are set up. */
  readonly paymentWorkingDays: number;
  /** Above this, and not at it, a placement is high cost. */
  readonly highCostAbove: PencePerWeek;
  /** Weekly hours of education below which a pupil has no full-time offer. */
  readonly fullTimeHours: number;
  /** Weeks within which a worker should have had supervision. */
  readonly supervisionWeeks: number;
  /** Weeks within which a foster carer should have had a supervising visit. */
  readonly fosterVisitWeeks: number;
  /** Days after a protection plan's end in which coming into care is its outcome. */
  readonly protectionToCareDays: number;
}

export const DEFAULT_CONVENTIONS: Conventions = {
  disruptionMeetingWorkingDays: 20,
  consolidationFollowUpWeeks: 12,
  triplePlanWorkingDays: 20,
  contractWorkingDays: 10,
  paymentWorkingDays: 5,
  highCostAbove: 900_000 as PencePerWeek,
  fullTimeHours: 25,
  supervisionWeeks: 4,
  fosterVisitWeeks: 6,
  protectionToCareDays: 28,
};

export const conventionsOf = ({
  conventions,
}: {
  readonly conventions?: Partial<Conventions>;
}): Conventions => ({ ...DEFAULT_CONVENTIONS, ...conventions });
