import type { CaseMeasure } from '../measure.ts';
import { caseOfOther, hasHappened, isInWindow } from '../record-cases.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_ADOPTERS = {
  ...ofWholeAuthority,
  question: 'chances',
  unit: 'households',
  takes: 'count',
  denominator: null,
  needs: ['adopters'],
} as const;

export const adoptersApproved: CaseMeasure = {
  ...OF_ADOPTERS,
  id: 'adopters-approved',
  title: 'Households approved to adopt',
  definition: 'Households approved to adopt in the time shown.',
  source: 'Kent County Council, 2016, Measure 7: a target of 40 in twelve months',
  certainty: { mark: 'stated', says: 'A couple is one household.' },
  polarity: 'higher is better',
  fields: ['day of approval'],
  numerator: 'Households approved',
  cases: (authority, { records }) =>
    (records?.adopters ?? [])
      .filter(({ approvedOn }) => approvedOn <= authority.asOf && isInWindow(authority, approvedOn))
      .map(({ household, approvedOn }) => caseOfOther(household, approvedOn, 'counts')),
};

export const adoptersWaiting: CaseMeasure = {
  ...OF_ADOPTERS,
  id: 'adopters-waiting',
  title: 'Households waiting to adopt',
  definition:
    'Households approved to adopt at the end of the day that are not matched with a child, and have not withdrawn.',
  source: 'Adoption and Special Guardianship Leadership Board, quarterly data',
  certainty: { mark: 'established practice', says: 'Matched means that a match was approved.' },
  polarity: 'context',
  over: 'day',
  fields: ['day of approval', 'day of the match', 'day approval ended'],
  numerator: 'Households waiting',
  cases: ({ asOf }, { records }) =>
    (records?.adopters ?? [])
      .filter(({ approvedOn, matchedOn, ceasedOn }) => {
        const isOver = hasHappened(matchedOn, { asOf }) || hasHappened(ceasedOn, { asOf });
        return approvedOn <= asOf && !isOver;
      })
      .map(({ household }) => caseOfOther(household, asOf, 'counts')),
};

export const ADOPTERS: readonly CaseMeasure[] = [adoptersApproved, adoptersWaiting];
