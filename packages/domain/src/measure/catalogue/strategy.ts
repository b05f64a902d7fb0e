import { addMonths } from '../../calendar/day.ts';
import type { Case, CaseMeasure } from '../measure.ts';
import { caseOfOther, latestBy, yesOrNo } from '../record-cases.ts';
import { ofWholeAuthority } from './kinds.ts';

export const strategyProgress: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'strategy-action-progress',
  title: 'Actions of the strategy on track',
  question: 'assurance',
  definition:
    'Of the strategy’s actions agreed by the end of the day, the share that is done or on track: what was last said of it is so, and ' +
    'it is not overdue. An action of which nothing has been said is in the whole, and told apart.',
  source: 'West Sussex strategy 2018–2021; Kent County Council, 2016',
  certainty: {
    mark: 'local',
    says: 'An action said to be on track after the day it was due is not. Those done stay in it.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  over: 'day',
  fields: ['day agreed', 'day due', 'progress, with dates', 'theme'],
  numerator: 'Done or on track',
  denominator: 'Actions agreed',
  breakdowns: ['progress', 'strategy-theme'],
  needs: ['strategyActions'],
  cases: ({ asOf }, { records }) =>
    (records?.strategyActions ?? [])
      .filter(({ agreedOn }) => agreedOn <= asOf)
      .map(({ action, theme, dueOn, progress }): Case => {
        const state = latestBy(progress, asOf)?.state;
        const verdict =
          state === undefined
            ? 'not-recorded'
            : yesOrNo(state === 'done' || (state === 'on-track' && dueOn >= asOf));
        return caseOfOther(action, asOf, verdict, {
          keys: { 'strategy-theme': theme, ...(state === undefined ? {} : { progress: state }) },
        });
      }),
};

export const projectedNumber: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'cla-projection',
  title: 'Children looked after a year on, as projected',
  question: 'where',
  definition:
    'How many children the latest projection made by the end of the day expects to be looked after twelve months after it.',
  source: 'West Sussex strategy 2018–2021, section 6',
  certainty: {
    mark: 'stated',
    says: 'A projection is no count: it stands beside the range it gives, and how earlier ones turned out.',
  },
  polarity: 'context',
  unit: 'children',
  takes: 'sum',
  over: 'day',
  fields: ['day the projection was made', 'day it is for', 'children expected'],
  numerator: 'Children expected',
  denominator: null,
  needs: ['projections'],
  cases: ({ asOf }, { records }) => {
    const made = (records?.projections ?? [])
      .filter(({ madeOn, forDay }) => madeOn <= asOf && forDay <= addMonths(asOf, 12))
      .map((each) => ({ ...each, on: each.madeOn }));
    const latest = latestBy(made, asOf)?.madeOn;
    const furthest = made
      .filter(({ madeOn }) => madeOn === latest)
      .toSorted((a, b) => (a.forDay < b.forDay ? 1 : -1))[0];
    return furthest === undefined
      ? []
      : [caseOfOther('projection', furthest.forDay, 'counts', { amount: furthest.children })];
  },
};

export const STRATEGY: readonly CaseMeasure[] = [strategyProgress, projectedNumber];
