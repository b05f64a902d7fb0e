import { endOfLondonDay, londonDayOf } from '../../calendar/london-time.ts';
import { type Moment, minuteNumber } from '../../calendar/moment.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { caseOfOther, isInWindow, yesOrNo } from '../record-cases.ts';
import type { PalacRequest } from '../records/palac.ts';
import { ofWholeAuthority } from './kinds.ts';

const OF_REQUESTS = {
  ...ofWholeAuthority,
  question: 'assurance',
  source: 'Worcestershire Children First, placements paper 2023: the process for accommodation (PALAC)',
  fields: ['time of request', 'time of decision', 'outcome', 'emergency', 'time of move'],
  needs: ['palacRequests'],
  breakdowns: ['palac-route', 'palac-outcome'],
} as const;

const isKnown = (at: Moment | null, { asOf }: AuthorityOnDay): at is Moment =>
  at !== null && at < endOfLondonDay(asOf);

const keysOf = ({ emergency, outcome }: PalacRequest) =>
  ({
    'palac-route': emergency ? 'emergency' : 'usual',
    ...(outcome === null ? {} : { 'palac-outcome': outcome }),
  }) as const;

/** Requests decided in the time shown. */
const decided =
  (judge: (request: PalacRequest) => Verdict, amountOf: (request: PalacRequest) => number = () => 0) =>
  (authority: AuthorityOnDay, { records }: MeasureContext): readonly Case[] =>
    (records?.palacRequests ?? []).flatMap((request) => {
      const { decidedAt, child } = request;
      if (!isKnown(decidedAt, authority)) return [];
      const on = londonDayOf(decidedAt);
      if (!isInWindow(authority, on)) return [];
      return [caseOfOther(child, on, judge(request), { amount: amountOf(request), keys: keysOf(request) })];
    });

const hoursBetween = (from: Moment, to: Moment): number => (minuteNumber(to) - minuteNumber(from)) / 60;

export const palacTimeliness: CaseMeasure = {
  ...OF_REQUESTS,
  id: 'palac-timeliness',
  title: 'Hours to decide on a request for care',
  definition:
    'Hours from the submission of a request that a child be accommodated to its decision, for those decided in the time ' +
    'shown: the middle one.',
  certainty: { mark: 'local', says: 'Hours run on through nights and weekends.' },
  polarity: 'lower is better',
  unit: 'hours',
  takes: 'median',
  numerator: 'Hours',
  denominator: null,
  cases: decided(
    () => 'counts',
    ({ submittedAt, decidedAt }) => (decidedAt === null ? 0 : hoursBetween(submittedAt, decidedAt)),
  ),
};

export const palacOutcomes: CaseMeasure = {
  ...OF_REQUESTS,
  id: 'palac-outcomes',
  title: 'Requests for care that were authorised',
  definition:
    'Of requests that a child be accommodated decided in the time shown, the share authorised; the rest were sent back or ' +
    'rejected, and are told apart by outcome.',
  certainty: { mark: 'local', says: 'A request sent back and decided again is counted each time.' },
  polarity: 'context',
  unit: 'percent',
  takes: 'share',
  numerator: 'Authorised',
  denominator: 'Requests decided',
  cases: decided(({ outcome }) => (outcome === null ? 'not-recorded' : yesOrNo(outcome === 'authorised'))),
};

export const palacEmergencies: CaseMeasure = {
  ...OF_REQUESTS,
  id: 'palac-emergencies',
  title: 'Requests for care made as an emergency',
  definition:
    'Of requests that a child be accommodated decided in the time shown, the share made by the emergency route.',
  certainty: { mark: 'local', says: 'As the request says.' },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'By the emergency route',
  denominator: 'Requests decided',
  cases: decided(({ emergency }) => yesOrNo(emergency)),
};

export const retrospectiveApprovals: CaseMeasure = {
  ...OF_REQUESTS,
  id: 'retrospective-approvals',
  title: 'Children who moved before approval',
  definition:
    'Of children who moved after a request for care in the time shown, the share who moved before it was authorised, those ' +
    'whose request was never authorised among them. Outside the emergency route there should be none.',
  certainty: { mark: 'local', says: 'The emergency route is in it, and can be told apart.' },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'Moved before approval',
  denominator: 'Children who moved',
  breakdowns: ['palac-route'],
  cases: (authority, { records }) =>
    (records?.palacRequests ?? []).flatMap((request): readonly Case[] => {
      const { movedAt, decidedAt, outcome, child, emergency } = request;
      if (!isKnown(movedAt, authority)) return [];
      const on = londonDayOf(movedAt);
      if (!isInWindow(authority, on)) return [];
      const approvedFirst = outcome === 'authorised' && decidedAt !== null && decidedAt <= movedAt;
      const keys = { 'palac-route': emergency ? 'emergency' : 'usual' };
      return [caseOfOther(child, on, yesOrNo(!approvedFirst), { keys })];
    }),
};

export const PALAC: readonly CaseMeasure[] = [
  palacTimeliness,
  palacOutcomes,
  palacEmergencies,
  retrospectiveApprovals,
];
