import { birthdayAt } from '../../calendar/age.ts';
import { addMonths, type Day } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import { findChildOnDay } from '../../child/care-history.ts';
import type { ChildId } from '../../child/record.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { caseOfOther, isInWindow, latestBy, recordsByChild, yesOrNo } from '../record-cases.ts';
import { asShareOfCases, ofWholeAuthority } from './kinds.ts';

interface Dated {
  readonly child: ChildId;
  readonly on: Day;
}

/** Children looked after on their sixteenth birthday, which fell in the time shown. */
const turned16 =
  (
    judge: (own: readonly Dated[], birthday: Day, authority: AuthorityOnDay) => Verdict,
    recordsOf: (context: MeasureContext) => readonly Dated[],
  ) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] => {
    const ofChild = recordsByChild(recordsOf(context));
    return authority.ledger.histories.flatMap((history): readonly Case[] => {
      const { dateOfBirth, id } = history;
      if (dateOfBirth === undefined) return [];
      const birthday = birthdayAt(dateOfBirth, 16);
      if (birthday > authority.asOf || !isInWindow(authority, birthday)) return [];
      const child = findChildOnDay(history, birthday);
      if (child === undefined) return [];
      const verdict = child.shortBreaks ? 'short-breaks' : judge(ofChild.get(id) ?? [], birthday, authority);
      return [{ id, on: birthday, verdict, child }];
    });
  };

const OF_16 = {
  ...asShareOfCases,
  question: 'chances',
  polarity: 'higher is better',
  denominator: 'Turned 16 while looked after',
} as const;

export const pathwayPlanBy16: CaseMeasure = {
  ...OF_16,
  id: 'pathway-plan-16',
  title: 'Pathway plan by the 16th birthday',
  definition:
    'Of children looked after on their sixteenth birthday, when it fell in the time shown, the share with a pathway plan ' +
    'completed on or before it.',
  source: 'West Sussex strategy 2018–2021, themes d and f',
  certainty: { mark: 'stated', says: 'The strategy’s own aim; the regulations give three months more.' },
  fields: ['DOB', 'day the pathway plan was completed'],
  numerator: 'Plan by the birthday',
  needs: ['pathwayPlans'],
  cases: turned16(
    (plans, birthday) => yesOrNo(plans.some(({ on }) => on <= birthday)),
    ({ records }) => records?.pathwayPlans ?? [],
  ),
};

export const needsAssessedBy16AndThreeMonths: CaseMeasure = {
  ...OF_16,
  id: 'pathway-plan-16y3m',
  title: 'Needs assessed within three months of turning 16',
  definition:
    'Of children looked after on their sixteenth birthday, when it fell in the time shown, the share whose needs for leaving ' +
    'care were assessed within three months of it. Those whose three months are not over are left out unless it was done.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 42',
  certainty: {
    mark: 'established practice',
    says: 'Children who became eligible after they turned 16 have their own three months, and are not asked about here.',
  },
  fields: ['DOB', 'day the needs assessment was completed'],
  numerator: 'Assessed in time',
  needs: ['needsAssessments'],
  cases: turned16(
    (assessments, birthday, { asOf }) => {
      const due = addMonths(birthday, 3);
      const known = assessments.filter(({ on }) => on <= asOf);
      if (known.some(({ on }) => on <= due)) return 'counts';
      return due > asOf ? 'not-due-yet' : 'does-not-count';
    },
    ({ records }) => records?.needsAssessments ?? [],
  ),
};

const OF_LEAVERS = {
  ...ofWholeAuthority,
  question: 'chances',
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  over: 'day',
  denominator: 'Care leavers',
} as const;

const ofLeavers =
  (judge: (child: ChildId, context: MeasureContext, asOf: Day) => Verdict) =>
  ({ asOf }: AuthorityOnDay, context: MeasureContext): readonly Case[] => {
    const now = (context.records?.careLeavers ?? []).filter((leaver) => containsDay(leaver, asOf));
    return [...new Set(now.map(({ child }) => child))].map((child) =>
      caseOfOther(child, asOf, judge(child, context, asOf)),
    );
  };

export const advisersAllocated: CaseMeasure = {
  ...OF_LEAVERS,
  id: 'cl-pa-allocated',
  title: 'Care leavers with a personal adviser',
  definition: 'Of care leavers at the end of the day, the share who have a personal adviser then.',
  source: 'Worcestershire Children First, placements paper 2023, priority 8; Children Act 1989, section 23D',
  certainty: { mark: 'established practice', says: 'Who is a care leaver is what the service recorded.' },
  fields: ['care leaver', 'personal adviser'],
  numerator: 'With a personal adviser',
  needs: ['careLeavers', 'personalAdvisers'],
  cases: ofLeavers((child, { records }, asOf) => {
    const own = recordsByChild(records?.personalAdvisers ?? []).get(child) ?? [];
    return yesOrNo(own.some((each) => containsDay(each, asOf)));
  }),
};

const MONTHS_BETWEEN = 6;

export const pathwayReviewed: CaseMeasure = {
  ...OF_LEAVERS,
  id: 'cl-pathway-6m',
  title: 'Care leavers’ pathway plans reviewed within six months',
  definition:
    'Of care leavers at the end of the day, the share whose pathway plan was completed or reviewed in the six months to it.',
  source: 'Care Leavers (England) Regulations 2010, regulation 7',
  certainty: {
    mark: 'established practice',
    says: 'A plan last seen to six months ago to the day is in date.',
  },
  fields: ['care leaver', 'day the pathway plan was reviewed'],
  numerator: 'Reviewed within six months',
  needs: ['careLeavers', 'pathwayPlans'],
  cases: ofLeavers((child, { records }, asOf) => {
    const last = latestBy(recordsByChild(records?.pathwayPlans ?? []).get(child) ?? [], asOf);
    return yesOrNo(last !== undefined && addMonths(last.on, MONTHS_BETWEEN) >= asOf);
  }),
};

export const stayingClose: CaseMeasure = {
  ...OF_LEAVERS,
  id: 'cl-staying-close',
  title: 'Care leavers supported to stay close',
  definition:
    'Care leavers who at the end of the day have support to live close to the children’s home that they left.',
  source: 'Department for Education: Staying Close',
  certainty: {
    mark: 'uncertain',
    says: 'No paper says how it is counted; here it is a number and not a share, as who left a children’s home is not asked of care leavers.',
  },
  unit: 'children',
  takes: 'count',
  denominator: null,
  fields: ['support to stay close'],
  numerator: 'Supported to stay close',
  needs: ['stayingClose'],
  cases: ({ asOf }, { records }) => {
    const now = (records?.stayingClose ?? []).filter((each) => containsDay(each, asOf));
    return [...new Set(now.map(({ child }) => child))].map((child) => caseOfOther(child, asOf, 'counts'));
  },
};

export const PATHWAY: readonly CaseMeasure[] = [
  pathwayPlanBy16,
  needsAssessedBy16AndThreeMonths,
  advisersAllocated,
  pathwayReviewed,
  stayingClose,
];
