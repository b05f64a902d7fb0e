import type { Day } from '../../calendar/day.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfOther, hasHappened, isInWindow, yesOrNo } from '../record-cases.ts';
import type { FosterEnquiry } from '../records/fostering.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_ENQUIRIES = {
  ...ofWholeAuthority,
  question: 'where',
  source:
    'Worcestershire Children First, placements paper 2023; Kent County Council, 2016; West Sussex, 2021',
  polarity: 'higher is better',
  unit: 'percent',
  fields: ['day of the enquiry', 'day the assessment began', 'day of approval'],
  denominator: 'Enquiries',
  needs: ['fosterEnquiries'],
} as const;

type DayOfStage = (enquiry: FosterEnquiry) => Day | null;
const assessment: DayOfStage = ({ assessmentOn }) => assessmentOn;
const approval: DayOfStage = ({ approvedOn }) => approvedOn;

/** What reached the stage in the time shown, out of what was asked in it: not the same households. */
const inSameTime =
  (dayOf: DayOfStage) =>
  (authority: AuthorityOnDay, { records }: MeasureContext): readonly Case[] =>
    (records?.fosterEnquiries ?? []).flatMap((enquiry): readonly Case[] => {
      const reached = dayOf(enquiry);
      const happened = (on: Day | null) => hasHappened(on, authority) && isInWindow(authority, on);
      const amount = happened(reached) ? 1 : 0;
      const outOf = happened(enquiry.on) ? 1 : 0;
      if (amount + outOf === 0) return [];
      const on = outOf === 1 ? enquiry.on : (reached ?? enquiry.on);
      return [caseOfOther(enquiry.household, on, 'counts', { amount, outOf })];
    });

export const fosterFunnel: CaseMeasure = {
  ...OF_ENQUIRIES,
  id: 'foster-funnel',
  title: 'Assessments begun for each hundred fostering enquiries',
  definition:
    'Assessments of foster carers begun in the time shown, out of the enquiries about fostering received in it. They are not the ' +
    'same households: an assessment follows its enquiry by months.',
  certainty: {
    mark: 'stated',
    says: 'Of one period; what became of the enquiries of a time is a figure of its own.',
  },
  takes: 'ratio',
  numerator: 'Assessments begun',
  cases: inSameTime(assessment),
};

export const fosterApprovals: CaseMeasure = {
  ...OF_ENQUIRIES,
  id: 'foster-funnel-approvals',
  title: 'Approvals for each hundred fostering enquiries',
  definition:
    'Households approved to foster in the time shown, out of the enquiries about fostering received in it. They are not the same ' +
    'households.',
  certainty: {
    mark: 'stated',
    says: 'Of one period; what became of the enquiries of a time is a figure of its own.',
  },
  takes: 'ratio',
  numerator: 'Approvals',
  cases: inSameTime(approval),
};

const ofCohort =
  (dayOf: DayOfStage) =>
  (authority: AuthorityOnDay, { records }: MeasureContext): readonly Case[] =>
    (records?.fosterEnquiries ?? [])
      .filter(({ on }) => on <= authority.asOf && isInWindow(authority, on))
      .map((enquiry) =>
        caseOfOther(enquiry.household, enquiry.on, yesOrNo(hasHappened(dayOf(enquiry), authority))),
      );

export const fosterFunnelCohort: CaseMeasure = {
  ...OF_ENQUIRIES,
  id: 'foster-funnel-cohort',
  title: 'Fostering enquiries that came to an assessment',
  definition:
    'Of enquiries about fostering received in the time shown, the share for which an assessment had begun by the end of the day.',
  certainty: { mark: 'stated', says: 'Enquiries of the latest months have had less time to come to one.' },
  takes: 'share',
  numerator: 'Came to an assessment',
  cases: ofCohort(assessment),
};

export const fosterApprovalsCohort: CaseMeasure = {
  ...OF_ENQUIRIES,
  id: 'foster-funnel-approvals-cohort',
  title: 'Fostering enquiries that came to approval',
  definition:
    'Of enquiries about fostering received in the time shown, the share for which the household had been approved by the end of ' +
    'the day.',
  certainty: { mark: 'stated', says: 'Enquiries of the latest months have had less time to come to one.' },
  takes: 'share',
  numerator: 'Came to approval',
  cases: ofCohort(approval),
};

export const FOSTER_RECRUITMENT: readonly CaseMeasure[] = [
  fosterFunnel,
  fosterApprovals,
  fosterFunnelCohort,
  fosterApprovalsCohort,
];
