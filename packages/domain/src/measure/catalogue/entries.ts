import { dayNumber, minDay } from '../../calendar/day.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { type AuthorityOnDay, eventsWithin } from '../authority-on-day.ts';
import { careDaysOf } from '../care-days.ts';
import { caseOf } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, StockMeasure } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { asCountOfCases, asNumber, asShareOfCases } from './kinds.ts';

/**
 * Everyone looked after at some time in the window, as they were in the last time in care that had a day of it, and of short
 * breaks only if there is no other: found once for all that count or divide by them.
 */
export const lookedAfterAtAnyTime = onceFor(({ ledger, window, asOf }: AuthorityOnDay): readonly Case[] => {
  const cases: Case[] = [];
  careDaysOf(ledger.histories).eachWithin(
    dayNumber(window.starts),
    dayNumber(window.ends),
    (history, stage) => {
      const { dec } = stage.episode;
      const on = dec === null ? asOf : minDay(dec, asOf);
      const verdict = stage.shortBreaks ? 'short-breaks' : 'counts';
      cases.push(caseOf({ id: history.id, on, history, stage }, verdict));
    },
  );
  return cases;
});

export const atAnyTime: CaseMeasure = {
  ...asCountOfCases,
  id: 'cla-at-any-time',
  title: 'Looked after at any time in the year',
  question: 'where',
  definition:
    'Children looked after on any day of the time shown, or who started in it, each counted once. Children looked after ' +
    'only in a series of short breaks are left out. A child whose care ended on the first day was not looked after at ' +
    'the end of it, and is not counted.',
  source: 'Department for Education, children looked after in England',
  certainty: {
    mark: 'established practice',
    says: 'How the Department treats care that ended on 1 April itself could not be confirmed; here it is not in the year.',
  },
  polarity: 'context',
  fields: ['DECOM', 'DEC', 'LS'],
  numerator: 'Looked after at any time',
  breakdowns: ALL_DIMENSIONS,
  cases: (authority) => lookedAfterAtAnyTime(authority),
};

export const entriesInCrisis: CaseMeasure = {
  ...asShareOfCases,
  id: 'entries-in-crisis',
  title: 'Came into care in a crisis',
  question: 'safe',
  definition:
    'Of starts of being looked after in the time shown, the share that began with police protection (L1) or an emergency ' +
    'protection order (L2), or by the emergency route of a request for care. A child who started twice is counted twice.',
  source: 'West Sussex strategy 2018–2021: fewer children entering care in crisis',
  certainty: {
    mark: 'local',
    says: 'The return says which starts came by police protection or an emergency order. Other emergencies count only where they came by the emergency route of requests for care.',
  },
  polarity: 'lower is better',
  fields: ['DECOM', 'RNE', 'LS', 'emergency route of the request for care'],
  looksAt: ['emergencyStarts'],
  numerator: 'In a crisis',
  denominator: 'Starts',
  cases: (authority, { records }) => {
    const flagged = new Set(records?.emergencyStarts?.map(({ child, on }) => `${child} ${on}`));
    return eventsWithin(authority.ledger.starts, authority.window).map((event) => {
      const { ls } = event.episode;
      if (isShortBreaks(ls)) return caseOf(event, 'short-breaks');
      const crisis = ls === 'L1' || ls === 'L2' || flagged.has(`${event.id} ${event.on}`);
      return caseOf(event, crisis ? 'counts' : 'does-not-count');
    });
  },
  remarks: (_, __, { records }) =>
    records?.emergencyStarts === undefined
      ? ['No emergency of another kind is recorded here yet: only the legal status tells.']
      : [],
};

export const section20Number: StockMeasure = {
  ...asNumber,
  id: 's20-number',
  title: 'Accommodated by agreement',
  question: 'where',
  definition:
    'Children looked after at the end of the day under section 20, by agreement with their parents (V2).',
  source: 'West Sussex, measure of number 2021: reducing voluntary entries',
  certainty: { mark: 'stated', says: 'Counted by the legal status of the day.' },
  polarity: 'context',
  fields: ['DECOM', 'DEC', 'LS'],
  numerator: 'Under section 20',
  breakdowns: ['time-accommodated', ...ALL_DIMENSIONS],
  judge: ({ shortBreaks, episode }) =>
    shortBreaks ? 'short-breaks' : episode.ls === 'V2' ? 'counts' : 'does-not-count',
};

export const section20Starts: CaseMeasure = {
  ...asShareOfCases,
  id: 's20-starts',
  title: 'Came into care by agreement',
  question: 'where',
  definition:
    'Of starts of being looked after in the time shown, the share under section 20, by agreement with the parents (V2). A child ' +
    'who started twice is counted twice.',
  source:
    'West Sussex strategy 2018–2021, legal status on starting; West Sussex, measure of number 2021: reducing voluntary entries',
  certainty: { mark: 'stated', says: 'Counted by the legal status on the first day.' },
  polarity: 'context',
  fields: ['DECOM', 'RNE', 'LS'],
  numerator: 'Under section 20',
  denominator: 'Starts',
  cases: (authority) =>
    eventsWithin(authority.ledger.starts, authority.window).map((event) => {
      const { ls } = event.episode;
      if (isShortBreaks(ls)) return caseOf(event, 'short-breaks');
      return caseOf(event, ls === 'V2' ? 'counts' : 'does-not-count');
    }),
};

export const ENTRIES: readonly (CaseMeasure | StockMeasure)[] = [
  atAnyTime,
  entriesInCrisis,
  section20Number,
  section20Starts,
];
