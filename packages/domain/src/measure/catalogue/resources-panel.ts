import { containsDay } from '../../calendar/period.ts';
import type { CaseMeasure } from '../measure.ts';
import { caseOfOther, isInWindow, yesOrNo } from '../record-cases.ts';
import { ofWholeAuthority } from './kinds.ts';

export const supportAgreedByPanel: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'resources-panel-support-agreed',
  title: 'Access to Resources Panel: support agreed',
  question: 'safe',
  definition:
    'Of hearings of the Access to Resources Panel in the time shown, the share at which it agreed support so that a child can ' +
    'stay where they are. At the others it agreed a move, planned the way home, or refused, and they are told apart.',
  source: 'West Sussex, measures of number and of placements 2021: an Access to Resources Panel on trial',
  certainty: {
    mark: 'local',
    says: 'The papers say what the panel is for, and name no share. Support that goes with a move or a way home is not counted here.',
  },
  polarity: 'context',
  unit: 'percent',
  takes: 'share',
  fields: ['day of the panel’s meeting', 'what the panel said'],
  needs: ['panelHearings'],
  numerator: 'Support agreed',
  denominator: 'Hearings',
  breakdowns: ['panel-outcome'],
  cases: (authority, { records }) =>
    (records?.panelHearings ?? [])
      .filter(({ panel, on }) => panel === 'access-to-resources-panel' && isInWindow(authority, on))
      .map(({ child, on, outcome }) =>
        caseOfOther(child, on, yesOrNo(outcome === 'support-agreed'), { keys: { 'panel-outcome': outcome } }),
      ),
};

export const panelSupportCost: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'panel-support-cost',
  title: 'Weekly cost of support agreed by panels',
  question: 'assurance',
  definition:
    'What the support that the Entry to Care Panel and the Access to Resources Panel agreed to costs a week, for what is being ' +
    'given at the end of the day.',
  source: 'West Sussex, measures of number and of placements 2021: support agreed by panels',
  certainty: {
    mark: 'local',
    says: 'As the panel agreed it: from its first day to its last, or on while no last day was said. What was paid is not kept here.',
  },
  polarity: 'context',
  unit: 'pence-a-week',
  takes: 'sum',
  over: 'day',
  fields: ['day of the panel’s meeting', 'weekly cost', 'first and last day of the support'],
  needs: ['panelSupport'],
  numerator: 'Weekly cost',
  denominator: null,
  cases: ({ asOf }, { records }) =>
    (records?.panelSupport ?? [])
      .filter((each) => each.agreedOn <= asOf && containsDay(each, asOf))
      .map(({ child, weekly }) => caseOfOther(child, asOf, 'counts', { amount: weekly })),
};

export const RESOURCES_PANEL_MEASURES: readonly CaseMeasure[] = [supportAgreedByPanel, panelSupportCost];
