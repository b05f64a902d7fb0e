import type { ChildOnDay } from '../../child/care-history.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { CaseMeasure, Measure, StockMeasure } from '../measure.ts';
import { asCountOfCases, asNumber } from './kinds.ts';

const isLongTerm = ({ usual: { place } }: ChildOnDay): boolean => place === 'U1' || place === 'U4';

const LONG_TERM = {
  question: 'chances',
  source:
    'Kent County Council, sufficiency progress report 2016, Measure 8; West Sussex strategy 2018–2021, theme d',
  polarity: 'higher is better',
} as const;

export const longTermFoster: StockMeasure = {
  ...asNumber,
  ...LONG_TERM,
  id: 'long-term-foster',
  title: 'In long-term foster care',
  definition:
    'Children looked after at the end of the day whose usual placement is coded as long-term foster care, with a relative or ' +
    'friend (U1) or another carer (U4).',
  certainty: {
    mark: 'stated',
    says: 'By the code alone. Codes lag decisions, so those that a decision backs are a figure of their own.',
  },
  fields: ['DECOM', 'DEC', 'LS', 'PLACE'],
  numerator: 'In long-term foster care',
  judge: (child) => {
    if (child.shortBreaks) return 'short-breaks';
    return isLongTerm(child) ? 'counts' : 'does-not-count';
  },
};

export const longTermFosterDecided: CaseMeasure = {
  ...asCountOfCases,
  ...LONG_TERM,
  id: 'long-term-foster-decided',
  title: 'In long-term foster care, with the decision',
  definition:
    'Children looked after at the end of the day in long-term foster care (U1 or U4) for whom a decision that this is their ' +
    'permanent home was recorded by then, by panel or under delegation, since the placement with that carer began.',
  certainty: {
    mark: 'stated',
    says: 'The code and the decision both: it is never more than the figure by code alone.',
  },
  over: 'day',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE', 'permanence decision'],
  numerator: 'With the decision',
  breakdowns: ALL_DIMENSIONS,
  needs: ['longTermFosterDecisions'],
  cases: ({ inCare, asOf }, { records }) => {
    const decisions = Map.groupBy(records?.longTermFosterDecisions ?? [], ({ child }) => child);
    return inCare.filter(isLongTerm).map((child) => {
      const decided = decisions
        .get(child.id)
        ?.some(({ on }) => on <= asOf && on >= (child.placement?.starts ?? child.inCareSince));
      return {
        id: child.id,
        on: asOf,
        verdict: child.shortBreaks ? 'short-breaks' : decided ? 'counts' : 'does-not-count',
        child,
      };
    });
  },
};

export const PERMANENCE: readonly Measure[] = [longTermFoster, longTermFosterDecided];
