import { findChildOnDay } from '../../child/care-history.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { reviewsOf } from '../../child/review.ts';
import { reviewsHeld } from '../../review/reviews-of-authority.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure } from '../measure.ts';
import { caseOfChild, hasHappened, isInWindow, recordsByChild, yesOrNo } from '../record-cases.ts';
import { asCountOfCases, asShareOfCases } from './kinds.ts';

export const permanencePlanBySecondReview: CaseMeasure = {
  ...asShareOfCases,
  id: 'permanence-plan-by-2nd-review',
  title: 'Permanence plan by the second review',
  question: 'chances',
  definition:
    'Of children whose second review since they came into care was held in the time shown, the share with a permanence plan ' +
    'agreed at it or before. Children whose start of care the record does not hold are left out.',
  source:
    'Department for Education, statutory guidance on care planning; West Sussex strategy 2018–2021 and measure of number 2021',
  certainty: {
    mark: 'local',
    says: 'The second review is the second that the return holds since care began. All should have a plan by it.',
  },
  polarity: 'higher is better',
  fields: ['REVIEW', 'DECOM', 'RNE', 'day the permanence plan was agreed'],
  numerator: 'With a permanence plan',
  denominator: 'Second reviews held',
  needs: ['permanencePlans'],
  cases: (authority, { records }) => {
    const plansOf = recordsByChild(records?.permanencePlans ?? []);
    return reviewsHeld(authority).flatMap(({ on, history }): readonly Case[] => {
      if (on > authority.asOf || !isInWindow(authority, on)) return [];
      const child = findChildOnDay(history, on);
      if (child === undefined || isShortBreaks(child.episode.ls)) return [];
      const own = reviewsOf(history.facts).filter((each) => each.on >= child.inCareSince && each.on <= on);
      if (own.length !== 2) return [];
      const planned = plansOf.get(history.id)?.some((plan) => plan.on >= child.inCareSince && plan.on <= on);
      return caseOfChild(
        authority,
        history.id,
        on,
        child.startKnown ? yesOrNo(planned === true) : 'start-not-known',
      );
    });
  },
};

export const permanenceDrift: CaseMeasure = {
  ...asCountOfCases,
  id: 'permanence-drift',
  title: 'Children whose way to permanence is overdue',
  question: 'chances',
  definition:
    'Children looked after at the end of the day with a milestone on the way to permanence that was due by then and had not ' +
    'been met, each child counted once.',
  source: 'West Sussex strategy 2018–2021 and measure of number 2021: monthly tracking of permanence',
  certainty: {
    mark: 'local',
    says: 'Each child’s milestones and their days are set by the service; the cut by milestone shows the one overdue longest.',
  },
  polarity: 'lower is better',
  over: 'day',
  fields: ['milestone', 'day it is due', 'day it was met'],
  numerator: 'With a milestone overdue',
  needs: ['permanenceMilestones'],
  breakdowns: ['milestone', ...ALL_DIMENSIONS],
  cases: ({ inCare, asOf }, { records }) => {
    const milestonesOf = recordsByChild(records?.permanenceMilestones ?? []);
    return inCare.flatMap((child): readonly Case[] => {
      const overdue = (milestonesOf.get(child.id) ?? [])
        .filter(({ setOn, dueOn, metOn }) => setOn <= asOf && dueOn < asOf && !hasHappened(metOn, { asOf }))
        .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0];
      if (overdue === undefined) return [];
      const verdict = child.shortBreaks ? 'short-breaks' : 'counts';
      return [{ id: child.id, on: asOf, verdict, child, keys: { milestone: overdue.milestone } }];
    });
  },
};

export const PERMANENCE_PLANS: readonly CaseMeasure[] = [permanencePlanBySecondReview, permanenceDrift];
