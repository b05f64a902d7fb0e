import type {
  EmergencyStart,
  LongTermFosterDecision,
  MoveOnPlan,
  ProtectionPlan,
  SelfDischarge,
  SiblingPlan,
} from './about-children.ts';
import type { ReturnFromMissing } from './return-from-missing.ts';

/**
 * What a service keeps besides children's time in care, as measures need it. A kind that is absent is not kept yet, and a
 * figure that needs it has no value; an empty list is kept, and counts nought. Each kind is told as values, by whatever
 * part of Rightplace comes to keep it.
 */
export interface Records {
  readonly emergencyStarts?: readonly EmergencyStart[];
  readonly selfDischarges?: readonly SelfDischarge[];
  readonly longTermFosterDecisions?: readonly LongTermFosterDecision[];
  readonly siblingPlans?: readonly SiblingPlan[];
  readonly moveOnPlans?: readonly MoveOnPlan[];
  readonly protectionPlans?: readonly ProtectionPlan[];
  readonly returnsFromMissing?: readonly ReturnFromMissing[];
}
