import { ageOn } from '../../calendar/age.ts';
import { dayNumber } from '../../calendar/day.ts';
import { findStageOn } from '../../child/care-history.ts';
import { wasOnTime } from '../../review/reviews-due.ts';
import {
  type DueInNumbers,
  type ReviewOfChild,
  type ReviewsDue,
  reviewsDue,
  reviewsHeld,
} from '../../review/reviews-of-authority.ts';
import { type AuthorityOnDay, eventsWithin } from '../authority-on-day.ts';
import { caseOn } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, Certainty, MeasureContext, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';

const ofReviews = {
  kind: 'cases',
  version: 1,
  question: 'know',
  disclosure: 'suppress-small',
  unit: 'percent',
  takes: 'share',
  polarity: 'higher is better',
  breakdowns: ALL_DIMENSIONS,
} as const;

const DUE_RULE =
  'A first review is due within 20 working days of coming into care, the second within three months of the first, and each ' +
  'one after within six months of the one before, counted from the day that one was held.';

const DUE_CERTAINTY: Certainty = {
  mark: 'established practice',
  says:
    'A review of several meetings is held on the day recorded for it. Of children in care since before reviews are ' +
    'recorded, the first one recorded is not judged unless it is certain to be late.',
};

const DUE_FIELDS = ['REVIEW', 'DECOM', 'DEC', 'RNE', 'REC', 'LS'] as const;

const noReviewsRemark = (authority: AuthorityOnDay, context: MeasureContext): readonly string[] =>
  reviewsDue(authority, context).byChild.size === 0 ? ['No review is recorded up to this day.'] : [];

/**
 * From the latest on: of a child in care on the day, one that was due before the twelve months and had been held by the day
 * has none before it that had not.
 */
const verdictOn = ({ asOf, twelveMonthsFrom }: AuthorityOnDay) => {
  const [day, firstDay] = [dayNumber(asOf), dayNumber(twelveMonthsFrom)];
  return (dues: readonly DueInNumbers[]): Verdict => {
    let verdict: Verdict = 'no-review-due';
    for (let i = dues.length - 1; i >= 0; i--) {
      const { on, until, onTime } = dues[i] as DueInNumbers;
      if (on > day) continue;
      if (on < firstDay && until <= day) break;
      if (!onTime) return 'does-not-count';
      verdict = 'counts';
    }
    return verdict;
  };
};

export const reviewsOnTime: CaseMeasure = {
  ...ofReviews,
  id: 'reviews-ontime',
  title: 'Children whose reviews were all on time',
  definition:
    'Of children looked after at the end of the day of whom a review was due in the twelve months to it, or is overdue from ' +
    `before them, the share of whom every one was held by the day it was due. ${DUE_RULE} Children on series of short breaks ` +
    'are left out.',
  source:
    'Department for Education; Ofsted; Association of Directors of Children’s Services: children looked after analysis tool',
  certainty: {
    mark: DUE_CERTAINTY.mark,
    says:
      'Read to the letter only reviews that were due within the twelve months are judged. Here one that was due before them ' +
      `and had not been held by the day is judged too: else the latest of all would drop out after a year. ${DUE_CERTAINTY.says}`,
  },
  over: 'twelve-months',
  fields: DUE_FIELDS,
  numerator: 'Every review on time',
  denominator: 'A review was due',
  hangsOn: 'everybody',
  cases: (authority, context) => {
    const { byChild } = reviewsDue(authority, context);
    if (byChild.size === 0) return [];
    const verdictOf = verdictOn(authority);
    return authority.inCare.map((child) => ({
      id: child.id,
      on: child.on,
      child,
      verdict: child.shortBreaks ? 'short-breaks' : verdictOf(byChild.get(child.history) ?? []),
    }));
  },
  remarks: (_, authority, context) => noReviewsRemark(authority, context),
};

/** Whether a review was on time is the same for every day after it was due, so its case is made once. */
const casesDue = onceFor(({ all }: ReviewsDue): readonly Case[] =>
  all.map((due) => caseOn(due.history, due.on, wasOnTime(due) ? 'counts' : 'does-not-count')),
);

export const reviewsHeldOnTime: CaseMeasure = {
  ...ofReviews,
  id: 'reviews-held-ontime',
  title: 'Reviews held on time',
  definition:
    'Of reviews that were due in the time shown, both its days included, of children who were in care the day they were due, ' +
    `the share held by that day. ${DUE_RULE} Those of children on series of short breaks are left out.`,
  source: 'Department for Education; Ofsted: reviews of children looked after',
  certainty: DUE_CERTAINTY,
  over: 'window',
  fields: DUE_FIELDS,
  numerator: 'Held on time',
  denominator: 'Reviews due',
  hangsOn: 'everybody',
  cases: (authority, context) => eventsWithin(casesDue(reviewsDue(authority, context)), authority.window),
  remarks: (_, authority, context) => noReviewsRemark(authority, context),
};

/** PN1 to PN6: spoke or wrote, someone spoke for them, or their views were conveyed otherwise. */
const TOOK_PART = /^PN[1-6]$/;

const participation = ({ history, on, takingPart }: ReviewOfChild): Verdict => {
  if (findStageOn(history, on)?.shortBreaks) return 'short-breaks';
  const age = history.dateOfBirth === undefined ? undefined : ageOn(history.dateOfBirth, on);
  if (age === undefined ? takingPart === 'PN0' : age < 4) return 'aged-under-4';
  if (takingPart === 'PN7') return 'does-not-count';
  return TOOK_PART.test(takingPart ?? '') ? 'counts' : 'not-recorded';
};

const casesHeld = onceFor((held: readonly ReviewOfChild[]): readonly Case[] =>
  held.map((review) => caseOn(review.history, review.on, participation(review))),
);

export const reviewParticipation: CaseMeasure = {
  ...ofReviews,
  id: 'review-participation',
  title: 'Reviews in which the child took part',
  definition:
    'Of reviews held in the time shown, both its days included, of children aged 4 or over that day, the share in which the ' +
    'child took part: came, or had their views conveyed (codes PN1 to PN6). A child who neither came nor gave views (PN7) ' +
    'did not. Those of children on series of short breaks are left out.',
  source: 'Department for Education, children looked after return: reviews; Ofsted',
  certainty: {
    mark: 'established practice',
    says: 'To have come counts as taking part, even without giving views (PN4).',
  },
  over: 'window',
  fields: ['REVIEW', 'REVIEW_CODE', 'DOB'],
  numerator: 'Took part',
  denominator: 'Reviews of children aged 4 or over',
  cases: (authority) => eventsWithin(casesHeld(reviewsHeld(authority)), authority.window),
};

export const REVIEWS: readonly CaseMeasure[] = [reviewsOnTime, reviewsHeldOnTime, reviewParticipation];
