import type { Day } from '../../calendar/day.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfChild, caseOfOther, isInWindow } from '../record-cases.ts';
import type { PanelListing } from '../records/panel.ts';
import { asCountOfCases, ofWholeAuthority } from './kinds.ts';

const WORCESTERSHIRE = 'Worcestershire Children First, placements paper 2023';

/** Who was listed for the latest meeting of the panel that the day knows of. */
const listedLately = ({ asOf }: AuthorityOnDay, { records }: MeasureContext): readonly PanelListing[] => {
  let latest: Day | undefined;
  for (const { meetingOn } of records?.panelListings ?? [])
    if (meetingOn <= asOf && (latest === undefined || meetingOn > latest)) latest = meetingOn;
  return records?.panelListings?.filter(({ meetingOn }) => meetingOn === latest) ?? [];
};

const OF_PANEL = {
  ...asCountOfCases,
  question: 'where',
  source: WORCESTERSHIRE,
  polarity: 'context',
  over: 'day',
  fields: ['panel meeting', 'child listed', 'reasons for listing'],
  needs: ['panelListings'],
} as const;

export const panelCaseload: CaseMeasure = {
  ...OF_PANEL,
  id: 'panel-caseload',
  title: 'Children before the placement panel',
  definition:
    'Children listed for the latest meeting of the placement panel held by the end of the day, each counted once however ' +
    'many reasons there are to look at them first.',
  certainty: { mark: 'stated', says: 'The paper names eight reasons; a child may have several.' },
  numerator: 'Children listed',
  breakdowns: ALL_DIMENSIONS,
  cases: (authority, context) => {
    const children = new Map(listedLately(authority, context).map((each) => [each.child, each]));
    return [...children.values()].flatMap(({ child, meetingOn }) =>
      caseOfChild(authority, child, meetingOn, 'counts'),
    );
  },
};

export const panelReasons: CaseMeasure = {
  ...OF_PANEL,
  id: 'panel-reasons',
  title: 'Reasons to bring children to the placement panel',
  definition:
    'Reasons for which children were listed for the latest meeting of the placement panel held by the end of the day: a ' +
    'child with two reasons is counted twice.',
  certainty: { mark: 'stated', says: 'The paper names eight reasons; a child may have several.' },
  unit: 'events',
  numerator: 'Reasons',
  breakdowns: ['panel-reason', ...ALL_DIMENSIONS],
  cases: (authority, context) =>
    listedLately(authority, context).flatMap(({ child, meetingOn, reasons }) =>
      reasons.flatMap((reason) =>
        caseOfChild(authority, child, meetingOn, 'counts', { keys: { 'panel-reason': reason } }),
      ),
    ),
};

export const preventedEntry: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'prevented-entry',
  title: 'Kept out of care, or back with the family',
  question: 'safe',
  definition:
    'Decisions of a panel in the time shown that a child who would have come into care stays at home with support, or that ' +
    'a child goes back to the family.',
  source: 'Kent County Council, 2016, Measure 1',
  certainty: {
    mark: 'stated',
    says: 'Only what a panel decided and recorded at the time counts: no claim is made afterwards of what would have been.',
  },
  polarity: 'higher is better',
  unit: 'children',
  takes: 'count',
  fields: ['day of decision', 'decision'],
  needs: ['entryDecisions'],
  numerator: 'Kept at home, or back with the family',
  denominator: null,
  breakdowns: ['entry-decision'],
  cases: (authority, { records }): readonly Case[] =>
    (records?.entryDecisions ?? [])
      .filter(({ on, decision }) => decision !== 'came-into-care' && isInWindow(authority, on))
      .map(({ child, on, decision }) =>
        caseOfOther(child, on, 'counts', { keys: { 'entry-decision': decision } }),
      ),
};

export const PANEL: readonly CaseMeasure[] = [panelCaseload, panelReasons, preventedEntry];
