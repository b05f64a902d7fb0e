import { addMonths, type Day, daysBetween } from '../../calendar/day.ts';
import { findChildOnDay } from '../../child/care-history.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import type { ChildId } from '../../child/record.ts';
import { type AuthorityOnDay, eventsWithin } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import type { Case, CaseMeasure } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import {
  caseOfChild,
  caseOfOther,
  historiesOf,
  isInWindow,
  recordsByChild,
  yesOrNo,
} from '../record-cases.ts';
import type { PanelHearingTold } from '../records/panel.ts';
import { careStartsOf } from './care-starts.ts';
import { asShareOfCases, ofWholeAuthority } from './kinds.ts';

/** How long before care began a hearing may have been about its beginning. No paper says; this is Rightplace's own number. */
const MONTHS_BEFORE = 6;

const SOURCE = 'West Sussex, measure of number 2021: a panel for scrutiny of entries to care';
const OWN_NUMBER = `No paper says for how long a hearing holds. ${MONTHS_BEFORE} months are Rightplace’s own number.`;

/** Where the Entry to Care Panel gave its view: that it asked for more is none. */
const viewsOf = onceFor((all: readonly PanelHearingTold[]): readonly PanelHearingTold[] =>
  all.filter(({ panel, outcome }) => panel === 'entry-to-care-panel' && outcome !== 'more-information'),
);

const daysHeard = (hearings: readonly PanelHearingTold[], child: ChildId): readonly Day[] =>
  (recordsByChild(viewsOf(hearings)).get(child) ?? []).map(({ on }) => on);

const isHeardBefore = (heard: readonly Day[], start: Day): boolean =>
  heard.some((on) => on <= start && on >= addMonths(start, -MONTHS_BEFORE));

/** The first day on which the panel is known to have given a view: before it there was no panel to be heard by. */
const firstViewBy = (hearings: readonly PanelHearingTold[], { asOf }: AuthorityOnDay): Day | undefined => {
  let first: Day | undefined;
  for (const { on } of viewsOf(hearings)) if (on <= asOf && (first === undefined || on < first)) first = on;
  return first;
};

export const heardBeforeCare: CaseMeasure = {
  ...asShareOfCases,
  id: 'entry-panel-heard-first',
  title: 'Entry to Care Panel: heard before care began',
  question: 'safe',
  definition:
    'Of starts of being looked after in the time shown, since the Entry to Care Panel first gave a view, the share about ' +
    `which it gave one on the day or in the ${MONTHS_BEFORE} calendar months before. A child who started twice is counted twice.`,
  source: SOURCE,
  certainty: { mark: 'local', says: `${OWN_NUMBER} Asking for more information is no view.` },
  polarity: 'higher is better',
  fields: ['DECOM', 'RNE', 'LS', 'day of the panel’s meeting', 'what the panel said'],
  numerator: 'Heard first',
  denominator: 'Starts',
  needs: ['panelHearings'],
  // When there came to be a panel is told from the first child whom it heard about.
  hangsOn: 'everybody',
  cases: (authority, { records }) => {
    const hearings = records?.panelHearings ?? [];
    const since = firstViewBy(hearings, authority);
    return eventsWithin(authority.ledger.starts, authority.window)
      .filter(({ on }) => since !== undefined && on >= since)
      .map((event) => {
        if (isShortBreaks(event.episode.ls)) return caseOf(event, 'short-breaks');
        return caseOf(event, yesOrNo(isHeardBefore(daysHeard(hearings, event.id), event.on)));
      });
  },
};

/** The day care began of a child whom the panel heard about first when they were in care; undefined where that is not so. */
const startHeardLate = (authority: AuthorityOnDay, child: ChildId, heard: readonly Day[], on: Day) => {
  const start = (careStartsOf(authority.ledger).get(child) ?? []).findLast((day) => day <= on);
  const history = historiesOf(authority.ledger).get(child);
  if (start === undefined || history === undefined || start === on) return undefined;
  const then = findChildOnDay(history, on);
  if (then === undefined || then.shortBreaks) return undefined;
  const isFirst = !heard.some((day) => day >= start && day < on);
  return isFirst && !isHeardBefore(heard, start) ? start : undefined;
};

export const daysToBeHeard: CaseMeasure = {
  ...asShareOfCases,
  id: 'entry-panel-days-to-be-heard',
  title: 'Entry to Care Panel: days in care before it heard',
  question: 'safe',
  definition:
    'Days from the start of being looked after to the meeting at which the Entry to Care Panel first gave a view, for children ' +
    'in care about whom it gave one in the time shown without having heard about them before: the middle one.',
  source: SOURCE,
  certainty: {
    mark: 'local',
    says: `An emergency is to be heard at the next meeting after it. ${OWN_NUMBER}`,
  },
  polarity: 'lower is better',
  unit: 'days',
  takes: 'median',
  fields: ['DECOM', 'RNE', 'LS', 'day of the panel’s meeting', 'what the panel said'],
  numerator: 'Days',
  denominator: null,
  needs: ['panelHearings'],
  cases: (authority, { records }) => {
    const hearings = records?.panelHearings ?? [];
    return viewsOf(hearings).flatMap(({ child, on }): readonly Case[] => {
      if (!isInWindow(authority, on)) return [];
      const start = startHeardLate(authority, child, daysHeard(hearings, child), on);
      return start === undefined
        ? []
        : caseOfChild(authority, child, on, 'counts', { amount: daysBetween(start, on) });
    });
  },
};

export const entryPanelDiverted: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'entry-panel-diverted',
  title: 'Entry to Care Panel: support instead of care',
  question: 'safe',
  definition:
    'Of views that the Entry to Care Panel gave in the time shown, the share that support, and not care, is right. The others ' +
    'agreed to care or referred the child to the legal gateway, and are told apart.',
  source: SOURCE,
  certainty: {
    mark: 'local',
    says: 'The paper expects fewer children to come into care by agreement, and names no share. A view given again is counted again.',
  },
  polarity: 'context',
  unit: 'percent',
  takes: 'share',
  fields: ['day of the panel’s meeting', 'what the panel said'],
  needs: ['panelHearings'],
  numerator: 'Support instead of care',
  denominator: 'Views given',
  breakdowns: ['panel-outcome'],
  cases: (authority, { records }) =>
    viewsOf(records?.panelHearings ?? [])
      .filter(({ on }) => isInWindow(authority, on))
      .map(({ child, on, outcome }) =>
        caseOfOther(child, on, yesOrNo(outcome === 'diverted'), { keys: { 'panel-outcome': outcome } }),
      ),
};

export const ENTRY_PANEL_MEASURES: readonly CaseMeasure[] = [
  heardBeforeCare,
  daysToBeHeard,
  entryPanelDiverted,
];
