import { addDays, type Day, minDay } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import { type ChildOnDay, findChildOnDay } from '../../child/care-history.ts';
import { findCodeGroup } from '../../child/code-list.ts';
import { ceasedCare } from '../../child/reason-ceased.ts';
import { endAsKnownOn } from '../../placement/counted-placements.ts';
import { REASONS_PLACEMENT_ENDED } from '../../placement/reason-placement-ended.ts';
import { placementChanges } from '../../stability/placement-changes.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { conventionsOf } from '../conventions.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import { judgeAll } from '../evaluate.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import {
  caseOfChild,
  doneBy,
  findWorkingDayAfter,
  historiesOf,
  isInWindow,
  recordsByChild,
} from '../record-cases.ts';
import type { DisruptionMeeting, HomeUnderNotice, PlacementAtRisk } from '../records/placement-support.ts';
import type { Records } from '../records.ts';
import { asCountOfCases, asShareOfCases } from './kinds.ts';
import { unplannedEndings } from './placement-moves.ts';

const WEST_SUSSEX = 'West Sussex County Council, measure of placements 2021';

type Ending = Pick<Case, 'id' | 'on'>;

const meetingAfter = (
  { id, on }: Ending,
  { asOf }: AuthorityOnDay,
  { records }: MeasureContext,
): DisruptionMeeting | undefined =>
  recordsByChild(records?.disruptionMeetings ?? [])
    .get(id)
    ?.find((meeting) => meeting.endedOn === on && meeting.on <= asOf);

/** Every unplanned ending, judged by its meeting. */
const ofUnplannedEndings =
  (judge: (ending: Ending, authority: AuthorityOnDay, context: MeasureContext) => Verdict) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] =>
    judgeAll(unplannedEndings, authority, context).numerator.flatMap((ending) =>
      caseOfChild(authority, ending.id, ending.on, judge(ending, authority, context)),
    );

const DISRUPTION = {
  ...asShareOfCases,
  question: 'know',
  source: WEST_SUSSEX,
  polarity: 'higher is better',
  fields: ['REASON_PLACE_CHANGE', 'REC', 'day of the disruption meeting'],
  denominator: 'Placements that ended unplanned',
  needs: ['disruptionMeetings'],
  breakdowns: ['reason-placement-ended-group', 'reason-placement-ended', ...ALL_DIMENSIONS],
} as const;

export const disruptionMeetingsHeld: CaseMeasure = {
  ...DISRUPTION,
  id: 'disruption-meetings-held',
  title: 'Disruption meetings held',
  definition:
    'Of placements that ended unplanned in the time shown, the share after which a disruption meeting had been held by the ' +
    'end of the day.',
  certainty: {
    mark: 'stated',
    says: 'Every unplanned ending is in the whole, also one so late that its meeting is not due yet.',
  },
  numerator: 'Meeting held',
  cases: ofUnplannedEndings((ending, authority, context) =>
    meetingAfter(ending, authority, context) === undefined ? 'does-not-count' : 'counts',
  ),
};

export const disruptionMeetingsInTime: CaseMeasure = {
  ...DISRUPTION,
  id: 'disruption-meetings-in-time',
  title: 'Disruption meetings held in time',
  definition:
    'Of placements that ended unplanned in the time shown, the share after which a disruption meeting was held within the ' +
    'working days set. One whose time is not over at the end of the day is left out unless the meeting was held.',
  certainty: {
    mark: 'local',
    says: 'How many working days is a convention of the authority; 20 unless set.',
  },
  numerator: 'Meeting held in time',
  cases: ofUnplannedEndings((ending, authority, context) => {
    const due = findWorkingDayAfter(
      ending.on,
      conventionsOf(context, authority).disruptionMeetingWorkingDays,
      context,
    );
    return doneBy(due, meetingAfter(ending, authority, context)?.on ?? null, authority);
  }),
  remarks: (_, authority, context) => [
    `Held within ${conventionsOf(context, authority).disruptionMeetingWorkingDays} working days counts as in time.`,
  ],
};

/** How the placement that a child was in on a day stood later: undefined where the child had none to keep. */
const keptUntil = (child: ChildOnDay, later: Day, asOf: Day): Verdict => {
  const { placement, history } = child;
  if (placement === undefined) return 'short-breaks';
  const ends = endAsKnownOn(placement, asOf);
  if (ends === null || ends > later) return 'counts';
  const ending = placementChanges(history).endOf.get(placement)?.episode;
  const rec = ending?.rec ?? null;
  const reason = ending?.reasonPlaceChange ?? null;
  if (rec !== null && rec !== 'E4B' && ceasedCare(rec)) return 'left-care-as-planned';
  return reason !== null && findCodeGroup(REASONS_PLACEMENT_ENDED, reason) === 'planned'
    ? 'moved-as-planned'
    : 'does-not-count';
};

export const consolidationMaintained: CaseMeasure = {
  ...asShareOfCases,
  id: 'consolidation-maintained',
  title: 'Placements kept after a consolidation meeting',
  question: 'safe',
  definition:
    'Of children with a consolidation meeting in the time shown, the share in the same placement some weeks after it, or at ' +
    'the end of the day if that is sooner. Of several meetings the last counts. Children who moved, or left care, as ' +
    'planned are left out.',
  source: 'Worcestershire Children First, placements paper 2023; West Sussex, 2021',
  certainty: {
    mark: 'local',
    says: 'The paper does not say how long after the meeting it looks: 12 weeks unless set. An ending without a reason counts as not kept.',
  },
  polarity: 'higher is better',
  fields: ['day of the meeting', 'DECOM', 'DEC', 'RNE', 'REASON_PLACE_CHANGE', 'REC'],
  numerator: 'Same placement',
  denominator: 'Children with a meeting who did not move as planned',
  needs: ['consolidationMeetings'],
  cases: (authority, context) => {
    const { asOf, ledger } = authority;
    const held = (context.records?.consolidationMeetings ?? [])
      .filter(({ on }) => on <= asOf && isInWindow(authority, on))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const last = new Map(held.map((meeting) => [meeting.child, meeting.on]));
    const weeks = conventionsOf(context, authority).consolidationFollowUpWeeks;
    return [...last].flatMap(([id, on]) => {
      const history = historiesOf(ledger).get(id);
      const child = history && findChildOnDay(history, on);
      if (child === undefined) return [];
      return caseOfChild(authority, id, on, keptUntil(child, minDay(addDays(on, weeks * 7), asOf), asOf));
    });
  },
  remarks: (_, authority, context) => [
    `Looked at ${conventionsOf(context, authority).consolidationFollowUpWeeks} weeks after the meeting, or at the end of the day if sooner.`,
  ],
};

const AS_IT_STANDS = {
  ...asCountOfCases,
  question: 'safe',
  source: WEST_SUSSEX,
  polarity: 'lower is better',
  over: 'day',
  breakdowns: ALL_DIMENSIONS,
} as const;

type TimeOfChild = PlacementAtRisk | HomeUnderNotice;

/** Children in care of whom one of these times has that day, each once. */
const inOneOf =
  (timesIn: (records: Records) => readonly TimeOfChild[] | undefined) =>
  ({ inCare, asOf }: AuthorityOnDay, { records = {} }: MeasureContext): readonly Case[] => {
    const ofChild = recordsByChild(timesIn(records) ?? []);
    return inCare.flatMap((child): readonly Case[] =>
      ofChild.get(child.id)?.some((time) => containsDay(time, asOf)) === true
        ? [{ id: child.id, on: asOf, verdict: child.shortBreaks ? 'short-breaks' : 'counts', child }]
        : [],
    );
  };

export const placementsAtRisk: CaseMeasure = {
  ...AS_IT_STANDS,
  id: 'placements-at-risk',
  title: 'Placements at risk of ending',
  definition:
    'Children looked after at the end of the day whose placement is then known to be at risk, with or without notice.',
  certainty: { mark: 'stated', says: 'At risk is what the service recorded as at risk.' },
  fields: ['start and end of the risk'],
  numerator: 'At risk',
  needs: ['placementsAtRisk'],
  cases: inOneOf((records) => records.placementsAtRisk),
};

export const noticeGiven: CaseMeasure = {
  ...AS_IT_STANDS,
  id: 'notice-given',
  version: 2,
  title: 'Placements under notice',
  definition:
    'Children looked after at the end of the day who then live in a home on which notice had been given by that day.',
  certainty: {
    mark: 'stated',
    says: 'Notice is over once the child has left the home, it was taken back, or the search for another home has ended.',
  },
  fields: ['day of notice', 'day it was taken back', 'DECOM', 'DEC'],
  numerator: 'Under notice',
  needs: ['homesUnderNotice'],
  cases: inOneOf((records) => records.homesUnderNotice),
};

export const PLACEMENT_SUPPORT: readonly CaseMeasure[] = [
  disruptionMeetingsHeld,
  disruptionMeetingsInTime,
  consolidationMaintained,
  placementsAtRisk,
  noticeGiven,
];
