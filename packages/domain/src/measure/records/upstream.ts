import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';
import type { PencePerWeek } from '../../money/weekly.ts';

/** A time in which a child was in need (Children Act 1989, section 17). */
export interface ChildInNeed extends Period {
  readonly child: ChildId;
}

/** An enquiry into whether a child is suffering significant harm (section 47), and the conference it led to. */
export interface Section47Enquiry {
  readonly child: ChildId;
  readonly on: Day;
  /** The day of the initial child protection conference; null where none was held. */
  readonly conferenceOn: Day | null;
}

/** An initial child protection conference, and the strategy discussion that began its fifteen working days. */
export interface InitialConference {
  readonly child: ChildId;
  readonly strategyOn: Day;
  readonly on: Day;
}

export const EDGE_OF_CARE_OUTCOMES = {
  improved: 'Stayed with the family, and things got better',
  protection: 'Child protection',
  care: 'Came into care',
  other: 'Another outcome',
} as const;

/** A case on the edge of care that was closed. */
export interface EdgeOfCareClosure {
  readonly child: ChildId;
  readonly on: Day;
  readonly outcome: keyof typeof EDGE_OF_CARE_OUTCOMES;
}

/** A factor found in an assessment, in the words or codes of the census. */
export interface AssessmentFactor {
  readonly child: ChildId;
  readonly on: Day;
  readonly factor: string;
}

/** Support under section 17 to relatives who look after a child so that the child need not be looked after. */
export interface FamilySupport extends Period {
  readonly child: ChildId;
  readonly weekly: PencePerWeek;
}
