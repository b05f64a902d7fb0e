import type {
  EmergencyStart,
  LongTermFosterDecision,
  MoveOnPlan,
  ProtectionPlan,
  ReturnHomePlan,
  SelfDischarge,
  SiblingPlan,
} from './about-children.ts';
import type { Adopters } from './adopters.ts';
import type {
  Attendance,
  EducationPlan,
  SchoolPlace,
  SchoolTerm,
  Suspension,
  YoungPersonsActivity,
} from './education.ts';
import type {
  FosterContact,
  FosterEnquiry,
  FosterExemption,
  FosterHousehold,
  FosterPlaces,
} from './fostering.ts';
import type { HealthAssessment, HealthPassport } from './health-dates.ts';
import type { BedStay, BedsOfHome, PlacedHere } from './homes.ts';
import type { Inspection } from './inspections.ts';
import type { CostAvoidance, PaymentSetUp, PlacementContract, PlacementPrice, Uplift } from './money.ts';
import type { PalacRequest } from './palac.ts';
import type { EntryDecision, PanelHearingTold, PanelListing, PanelSupport } from './panel.ts';
import type { CareLeaver, NeedsAssessment, PathwayPlan, PersonalAdviser, StayingClose } from './pathway.ts';
import type {
  CareProceedings,
  PermanenceMilestone,
  PermanencePlan,
  PreProceedings,
  TripleCarePlan,
} from './permanence.ts';
import type {
  ConsolidationMeeting,
  DisruptionMeeting,
  HomeUnderNotice,
  PlacementAtRisk,
} from './placement-support.ts';
import type { CaseAudit, CaseHeld, KnownRisk, Supervision, SurveyAnswer } from './practice.ts';
import type { ReturnFromMissing } from './return-from-missing.ts';
import type { OtherTypeReason, PlacementSearch } from './search.ts';
import type { Projection, StrategyAction } from './strategy.ts';
import type {
  Assessment,
  AssessmentFactor,
  ChildInNeed,
  Contact,
  EdgeOfCareClosure,
  FamilySupport,
  InitialConference,
  Referral,
  Section47Enquiry,
} from './upstream.ts';
import type { Visit, VisitInterval } from './visit.ts';

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
  readonly returnHomePlans?: readonly ReturnHomePlan[];
  readonly protectionPlans?: readonly ProtectionPlan[];
  readonly returnsFromMissing?: readonly ReturnFromMissing[];
  readonly adopters?: readonly Adopters[];
  readonly educationPlans?: readonly EducationPlan[];
  readonly schoolTerms?: readonly SchoolTerm[];
  readonly attendance?: readonly Attendance[];
  readonly suspensions?: readonly Suspension[];
  readonly schoolPlaces?: readonly SchoolPlace[];
  readonly youngPersonsActivities?: readonly YoungPersonsActivity[];
  readonly fosterEnquiries?: readonly FosterEnquiry[];
  readonly fosterHouseholds?: readonly FosterHousehold[];
  readonly fosterPlaces?: readonly FosterPlaces[];
  readonly fosterContacts?: readonly FosterContact[];
  readonly fosterExemptions?: readonly FosterExemption[];
  readonly healthAssessments?: readonly HealthAssessment[];
  readonly healthPassports?: readonly HealthPassport[];
  readonly bedsOfHomes?: readonly BedsOfHome[];
  readonly bedStays?: readonly BedStay[];
  readonly placedHere?: readonly PlacedHere[];
  readonly placementPrices?: readonly PlacementPrice[];
  readonly uplifts?: readonly Uplift[];
  readonly costAvoidance?: readonly CostAvoidance[];
  readonly placementContracts?: readonly PlacementContract[];
  readonly paymentsSetUp?: readonly PaymentSetUp[];
  readonly palacRequests?: readonly PalacRequest[];
  readonly panelListings?: readonly PanelListing[];
  readonly entryDecisions?: readonly EntryDecision[];
  readonly panelHearings?: readonly PanelHearingTold[];
  readonly panelSupport?: readonly PanelSupport[];
  readonly needsAssessments?: readonly NeedsAssessment[];
  readonly pathwayPlans?: readonly PathwayPlan[];
  readonly careLeavers?: readonly CareLeaver[];
  readonly personalAdvisers?: readonly PersonalAdviser[];
  readonly stayingClose?: readonly StayingClose[];
  readonly permanencePlans?: readonly PermanencePlan[];
  readonly permanenceMilestones?: readonly PermanenceMilestone[];
  readonly careProceedings?: readonly CareProceedings[];
  readonly preProceedings?: readonly PreProceedings[];
  readonly tripleCarePlans?: readonly TripleCarePlan[];
  readonly disruptionMeetings?: readonly DisruptionMeeting[];
  readonly consolidationMeetings?: readonly ConsolidationMeeting[];
  readonly placementsAtRisk?: readonly PlacementAtRisk[];
  readonly homesUnderNotice?: readonly HomeUnderNotice[];
  readonly caseAudits?: readonly CaseAudit[];
  readonly surveyAnswers?: readonly SurveyAnswer[];
  readonly casesHeld?: readonly CaseHeld[];
  readonly supervisions?: readonly Supervision[];
  readonly knownRisks?: readonly KnownRisk[];
  readonly placementSearches?: readonly PlacementSearch[];
  readonly otherTypeReasons?: readonly OtherTypeReason[];
  readonly strategyActions?: readonly StrategyAction[];
  readonly projections?: readonly Projection[];
  readonly contacts?: readonly Contact[];
  readonly referrals?: readonly Referral[];
  readonly assessments?: readonly Assessment[];
  readonly childrenInNeed?: readonly ChildInNeed[];
  readonly section47Enquiries?: readonly Section47Enquiry[];
  readonly initialConferences?: readonly InitialConference[];
  readonly edgeOfCareClosures?: readonly EdgeOfCareClosure[];
  readonly assessmentFactors?: readonly AssessmentFactor[];
  readonly familySupport?: readonly FamilySupport[];
  readonly visits?: readonly Visit[];
  readonly visitIntervals?: readonly VisitInterval[];
  readonly inspections?: readonly Inspection[];
}
