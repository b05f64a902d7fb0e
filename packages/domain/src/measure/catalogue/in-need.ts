import { containsDay } from '../../calendar/period.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfOther } from '../record-cases.ts';
import { ASSESSMENT_FACTORS, codeOrWords } from '../records/upstream-codes.ts';
import { recordedIn } from './front-door.ts';
import { ofWholeAuthority } from './kinds.ts';

const WORCESTERSHIRE = 'Worcestershire Children First, placements paper 2023';

const OF_NEED = { ...ofWholeAuthority, question: 'safe', source: WORCESTERSHIRE } as const;

/** The mid-year used, and anything a reader should know of it. */
export const populationRemark: NonNullable<CaseMeasure['remarks']> = (_, { asOf }, { population }) => {
  const people = population?.(asOf);
  if (people === undefined) return [];
  const estimate = `The population is the mid-${people.midYear} estimate.`;
  return people.note === undefined ? [estimate] : [estimate, people.note];
};

export const childrenInNeed: CaseMeasure = {
  ...OF_NEED,
  id: 'cin-number',
  title: 'Children in need',
  definition:
    'Children with an open episode of need at the end of the day, those looked after or on a protection plan among them.',
  certainty: {
    mark: 'established practice',
    says: 'As the children in need census counts them, each child once.',
  },
  polarity: 'context',
  unit: 'children',
  takes: 'count',
  over: 'day',
  fields: ['start and end of the episode of need'],
  numerator: 'Children in need',
  denominator: null,
  needs: ['childrenInNeed'],
  cases: ({ asOf }, { records }) => {
    const now = (records?.childrenInNeed ?? []).filter((each) => containsDay(each, asOf));
    return [...new Set(now.map(({ child }) => child))].map((child) => caseOfOther(child, asOf, 'counts'));
  },
};

export const inNeedRate: CaseMeasure = {
  ...childrenInNeed,
  id: 'cin-rate-10k',
  title: 'Children in need per 10,000 children',
  definition:
    'Children with an open episode of need at the end of the day for every 10,000 children aged 0 to 17 who live in the ' +
    'authority.',
  unit: 'per-10000',
  denominator: 'Children aged 0 to 17 who live in the authority',
  fields: ['start and end of the episode of need', 'population estimate'],
  remarks: populationRemark,
};

export const riskFactors: CaseMeasure = {
  ...OF_NEED,
  id: 'risk-factors',
  title: 'Factors found in assessments',
  definition:
    'Times that a factor (a child’s mental health, emotional abuse, drink or drugs) was found in an assessment in the time shown. ' +
    'The parts say how often each, most often first where they are ranked.',
  certainty: { mark: 'stated', says: 'An assessment may find several factors, and each counts.' },
  polarity: 'context',
  unit: 'events',
  takes: 'count',
  fields: ['day of the assessment', 'factors found'],
  numerator: 'Factors found',
  denominator: null,
  breakdowns: ['factor'],
  needs: ['assessmentFactors'],
  cases: (authority: AuthorityOnDay, { records }: MeasureContext) =>
    recordedIn(records?.assessmentFactors, authority).map(({ child, on, factor }) =>
      caseOfOther(child, on, 'counts', { keys: { factor: codeOrWords(factor, ASSESSMENT_FACTORS) } }),
    ),
};

const FAMILY_SUPPORT = {
  ...OF_NEED,
  polarity: 'context',
  over: 'day',
  fields: ['start and end of the support', 'weekly payment'],
  denominator: null,
  needs: ['familySupport'],
} as const;

const SUPPORT_SAYS =
  'Relatives who would not be assessed as foster carers and look after a child with support under section 17.';

export const familySupport: CaseMeasure = {
  ...FAMILY_SUPPORT,
  id: 'family-network-support',
  title: 'Children with relatives who have support',
  definition:
    'Children who at the end of the day live with relatives supported under section 17, so that they need not be looked after.',
  certainty: { mark: 'stated', says: SUPPORT_SAYS },
  unit: 'children',
  takes: 'count',
  numerator: 'Children with supported relatives',
  cases: ({ asOf }, { records }) => {
    const now = (records?.familySupport ?? []).filter((each) => containsDay(each, asOf));
    return [...new Set(now.map(({ child }) => child))].map((child) => caseOfOther(child, asOf, 'counts'));
  },
};

export const familySupportCost: CaseMeasure = {
  ...FAMILY_SUPPORT,
  id: 'family-network-support-cost',
  title: 'Weekly cost of supporting relatives',
  definition:
    'What support under section 17 to relatives who look after a child comes to a week, at the end of the day.',
  certainty: { mark: 'stated', says: SUPPORT_SAYS },
  unit: 'pence-a-week',
  takes: 'sum',
  numerator: 'Weekly payments',
  cases: ({ asOf }, { records }) =>
    (records?.familySupport ?? [])
      .filter((each) => containsDay(each, asOf))
      .map(({ child, weekly }) => caseOfOther(child, asOf, 'counts', { amount: weekly })),
};

export const IN_NEED: readonly CaseMeasure[] = [
  childrenInNeed,
  inNeedRate,
  riskFactors,
  familySupport,
  familySupportCost,
];
