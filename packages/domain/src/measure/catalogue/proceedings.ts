import { type Day, daysBetween } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfOther, hasHappened, isInWindow, yesOrNo } from '../record-cases.ts';
import type { CareProceedings } from '../records/permanence.ts';
import { ofWholeAuthority } from './kinds.ts';

/** Twenty-six weeks (Children Act 1989, section 32). */
const MOST_DAYS = 182;

interface Concluded extends CareProceedings {
  readonly finalOrderOn: Day;
}

/** Cases with a final order in the time shown. */
const concludedIn = (authority: AuthorityOnDay, { records }: MeasureContext): readonly Concluded[] =>
  (records?.careProceedings ?? []).filter(
    (each): each is Concluded =>
      hasHappened(each.finalOrderOn, authority) && isInWindow(authority, each.finalOrderOn),
  );

const concluded =
  (judge: (days: number) => Pick<Case, 'verdict' | 'amount'>) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] =>
    concludedIn(authority, context).map(({ case: name, issuedOn, finalOrderOn }) => {
      const { verdict, amount } = judge(daysBetween(issuedOn, finalOrderOn));
      return caseOfOther(name, finalOrderOn, verdict, amount === undefined ? {} : { amount });
    });

const childrenRemark: NonNullable<CaseMeasure['remarks']> = (_, authority, context) => {
  const children = concludedIn(authority, context).reduce((sum, each) => sum + each.children.length, 0);
  return [
    `These cases were about ${children.toLocaleString('en-GB')} ${children === 1 ? 'child' : 'children'}.`,
  ];
};

const CONCLUDED = {
  ...ofWholeAuthority,
  question: 'chances',
  source: 'West Sussex, measure of number 2021: care proceedings action plan',
  fields: ['day of issue', 'day of the final order'],
  needs: ['careProceedings'],
  remarks: childrenRemark,
} as const;

export const proceedingsDays: CaseMeasure = {
  ...CONCLUDED,
  id: 'proceedings-days',
  title: 'Days that care proceedings took',
  definition:
    'Days from the issue of care or supervision proceedings to the final order, for cases concluded in the time shown: the ' +
    'average. Each case counts once, however many brothers and sisters it is about.',
  certainty: { mark: 'stated', says: 'Cases are counted; how many children they were about is said beside.' },
  polarity: 'lower is better',
  unit: 'days',
  takes: 'mean',
  numerator: 'Days',
  denominator: null,
  cases: concluded((amount) => ({ verdict: 'counts', amount })),
};

export const proceedingsMedian: CaseMeasure = {
  ...proceedingsDays,
  id: 'proceedings-days-median',
  title: 'Days that the middle case of care proceedings took',
  definition:
    'Days from the issue of care or supervision proceedings to the final order, for cases concluded in the time shown: the ' +
    'middle one.',
  takes: 'median',
};

export const proceedingsIn26Weeks: CaseMeasure = {
  ...CONCLUDED,
  id: 'proceedings-26w',
  title: 'Care proceedings concluded within 26 weeks',
  definition:
    'Of care or supervision proceedings concluded in the time shown, the share with a final order within 26 weeks (182 days) of ' +
    'issue. Exactly 26 weeks is within them.',
  certainty: { mark: 'established practice', says: 'Extensions that the court granted are not taken off.' },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'Within 26 weeks',
  denominator: 'Cases concluded',
  cases: concluded((days) => ({ verdict: yesOrNo(days <= MOST_DAYS) })),
};

const PRE_PROCEEDINGS = {
  ...ofWholeAuthority,
  question: 'safe',
  source: 'West Sussex, measure of number 2021: monthly tracking of pre-proceedings',
  polarity: 'context',
  takes: 'count',
  over: 'day',
  fields: ['start and end of pre-proceedings', 'children of the family'],
  denominator: null,
  needs: ['preProceedings'],
} as const;

const ON_THE_DAY = 'Under the public law outline, from the decision to enter to its end.';

export const preProceedingsChildren: CaseMeasure = {
  ...PRE_PROCEEDINGS,
  id: 'pre-proceedings-number',
  title: 'Children in pre-proceedings',
  definition: 'Children whose family is in pre-proceedings at the end of the day, unborn children too.',
  certainty: { mark: 'stated', says: ON_THE_DAY },
  unit: 'children',
  numerator: 'Children in pre-proceedings',
  cases: ({ asOf }, { records }) => {
    const now = (records?.preProceedings ?? []).filter((each) => containsDay(each, asOf));
    return [...new Set(now.flatMap(({ children }) => children))].map((child) =>
      caseOfOther(child, asOf, 'counts'),
    );
  },
};

export const preProceedingsFamilies: CaseMeasure = {
  ...PRE_PROCEEDINGS,
  id: 'pre-proceedings-families',
  title: 'Families in pre-proceedings',
  definition: 'Families in pre-proceedings at the end of the day.',
  certainty: { mark: 'stated', says: ON_THE_DAY },
  unit: 'households',
  numerator: 'Families in pre-proceedings',
  cases: ({ asOf }, { records }) => {
    const now = (records?.preProceedings ?? []).filter((each) => containsDay(each, asOf));
    return [...new Set(now.map(({ family }) => family))].map((family) => caseOfOther(family, asOf, 'counts'));
  },
};

export const PROCEEDINGS: readonly CaseMeasure[] = [
  proceedingsDays,
  proceedingsMedian,
  proceedingsIn26Weeks,
  preProceedingsChildren,
  preProceedingsFamilies,
];
