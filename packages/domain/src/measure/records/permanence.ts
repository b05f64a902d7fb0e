import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';

/** A plan for where the child's permanent home is to be, agreed at a review. */
export interface PermanencePlan {
  readonly child: ChildId;
  readonly on: Day;
}

export const PERMANENCE_MILESTONES = {
  plan: 'Permanence plan',
  'agency-decision': 'Decision of the agency decision-maker',
  'adoption-match': 'Match with adopters after the placement order',
  'long-term-foster-match': 'Match with a long-term foster carer',
  'special-guardianship-assessment': 'Assessment for special guardianship',
  'order-to-revoke': 'Placement order to be revoked',
} as const;

/** A step towards permanence, and the day by which it should be taken. */
export interface PermanenceMilestone {
  readonly child: ChildId;
  readonly milestone: keyof typeof PERMANENCE_MILESTONES;
  readonly setOn: Day;
  readonly dueOn: Day;
  readonly metOn: Day | null;
}

/** A family’s care or supervision case before the court. */
export interface CareProceedings {
  readonly case: string;
  readonly children: readonly ChildId[];
  readonly issuedOn: Day;
  readonly finalOrderOn: Day | null;
}

/** The time in which a family is in pre-proceedings under the public law outline. */
export interface PreProceedings extends Period {
  readonly family: string;
  readonly children: readonly ChildId[];
}

/** A care plan of an unaccompanied child, and which of the three ways that their claim can go it provides for. */
export interface TripleCarePlan {
  readonly child: ChildId;
  readonly on: Day;
  readonly ifGranted: boolean;
  readonly ifRefused: boolean;
  readonly ifReunited: boolean;
}
