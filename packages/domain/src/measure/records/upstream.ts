import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';
import type { PencePerWeek } from '../../money/weekly.ts';

/** Somebody told the front door of children's social care about a child. */
export interface Contact {
  readonly child: ChildId;
  readonly on: Day;
  /** Who told: a code of the census or an authority's own words; '' where that is not said. */
  readonly source: string;
  /** What came of it, in the authority's own words; '' where that is not said. */
  readonly outcome: string;
  /** What the child was said to be at risk from, in the authority's own words. */
  readonly factors: readonly string[];
}

/** A request for services that children's social care took up, or decided to do no more about. */
export interface Referral {
  readonly child: ChildId;
  readonly on: Day;
  readonly source: string;
  /** Null where it is not said. */
  readonly noFurtherAction: boolean | null;
}

/** An assessment of what a child needs (section 17). */
export interface Assessment {
  readonly child: ChildId;
  readonly startedOn: Day;
  /** The day it was authorised; null while it was not. */
  readonly authorisedOn: Day | null;
}

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
