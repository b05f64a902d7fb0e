import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';

/** A start of care that the placement panel (PALAC) recorded as an emergency. */
export interface EmergencyStart {
  readonly child: ChildId;
  /** The day care started. */
  readonly on: Day;
}

/** A young person of 16 or 17 who discharged themselves from section 20 care: the return has no code for it. */
export interface SelfDischarge {
  readonly child: ChildId;
  /** The day care ended. */
  readonly on: Day;
  /** The day the director of children's services authorised it; null when no authorisation is recorded. */
  readonly authorisedOn: Day | null;
}

/** A decision that a child's permanent home is with a long-term foster carer, by panel or under delegation. */
export interface LongTermFosterDecision {
  readonly child: ChildId;
  readonly on: Day;
}

/** Whether the care plan of brothers and sisters is to place them together. */
export interface SiblingPlan extends Period {
  /** The sibling group's name in the children's records. */
  readonly group: string;
  readonly together: boolean;
}

/** A plan for a child that a manager agreed to. */
export interface AgreedPlan {
  readonly child: ChildId;
  readonly agreedOn: Day;
  /** The day it was taken back, or planned anew; null or absent while it stands. */
  readonly takenBackOn?: Day | null;
}

/** For where a young person goes at 18. */
export type MoveOnPlan = AgreedPlan;

/** For a child's going home, with the help that is given there. */
export type ReturnHomePlan = AgreedPlan;

/** A child protection plan, of any child the authority knows. */
export interface ProtectionPlan extends Period {
  readonly child: ChildId;
  /** How many plans the child is said to have had before, in any authority; null where nobody said. */
  readonly previousPlans?: number | null;
}
