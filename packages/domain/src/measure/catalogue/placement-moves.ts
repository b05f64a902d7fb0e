import { addDays, type Day } from '../../calendar/day.ts';
import type { ChildOnDay, Stage } from '../../child/care-history.ts';
import { findCodeGroup } from '../../child/code-list.ts';
import { followsOnInCare } from '../../child/episode.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { ceasedCare } from '../../child/reason-ceased.ts';
import { type CountedPlacement, endAsKnownOn, isCountedOn } from '../../placement/counted-placements.ts';
import { REASONS_PLACEMENT_ENDED } from '../../placement/reason-placement-ended.ts';
import {
  type PlacementEnded,
  placementChanges,
  placementMoves,
  placementsEnded,
} from '../../stability/placement-changes.ts';
import { type AuthorityOnDay, type CareEvent, eventsWithin } from '../authority-on-day.ts';
import { caseOf, judgedAnew } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, FlowMeasure, StockMeasure, Verdict } from '../measure.ts';
import { atAnyTime, lookedAfterAtAnyTime } from './entries.ts';
import { asEvents, asShare, asShareOfCases } from './kinds.ts';

const FIELDS = ['DECOM', 'DEC', 'RNE', 'REC', 'LS', 'PLACE', 'PL_POST'];
const WEST_SUSSEX = 'West Sussex County Council, measure of placements 2021';

/** Whether a placement, as the day could tell, had not ended on or before the first day of a time. */
const isSince = (placement: CountedPlacement, firstDay: Day, asOf: Day): boolean => {
  if (!isCountedOn(placement, asOf)) return false;
  const ends = endAsKnownOn(placement, asOf);
  return ends === null || ends > firstDay;
};

/** The most placements that any one period of care had since a day: a first placement in it is where its count begins. */
const mostInOnePeriod = ({ history }: ChildOnDay, { twelveMonthsFrom, asOf }: AuthorityOnDay): number => {
  const placements = history.placements.filter((placement) => isSince(placement, twelveMonthsFrom, asOf));
  if (placements.length < 2) return placements.length;
  const { startedWith } = placementChanges(history);
  let most = 0;
  let count = 0;
  for (const placement of placements) {
    count = startedWith.get(placement.episodes[0])?.left === undefined ? 1 : count + 1;
    most = Math.max(most, count);
  }
  return most;
};

export const threeOrMoreMoves: StockMeasure = {
  ...asShare,
  id: 'stability-3plus-moves',
  title: 'Three or more moves in the year',
  question: 'safe',
  definition:
    'Of children looked after at the end of the day, the share who moved three times or more in the twelve months to it: ' +
    'who had four or more placements in one period of care. The placement in which the twelve months began counts as ' +
    'one. Legal status alone, the same carer, missing and temporary stays make no move.',
  source: 'Kent County Council, sufficiency progress report 2016, Measure 6, as worded',
  certainty: {
    mark: 'stated',
    says: 'Moves, where the Department counts placements: three or more placements is another figure. Coming back into care is not a move.',
  },
  polarity: 'lower is better',
  fields: FIELDS,
  numerator: 'Three or more moves',
  judge: (child, authority) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.history.placements.length < 4) return 'does-not-count';
    return mostInOnePeriod(child, authority) >= 4 ? 'counts' : 'does-not-count';
  },
};

export const threePlacementsInTwoYears: StockMeasure = {
  ...asShare,
  id: 'stability-3plus-2yr',
  title: 'Three or more placements in two years',
  question: 'safe',
  definition:
    'Of children looked after at the end of the day, and without a break for the two years before it, the share who had ' +
    'three or more placements in those two years. The placement in which they began counts as one. Legal status alone, ' +
    'the same carer, missing and temporary stays make no placement.',
  source: 'Department for Education, stability measures for children looked after',
  certainty: {
    mark: 'confirmed',
    says: 'Two years are calendar years, and care that began on the boundary day is long enough.',
  },
  polarity: 'lower is better',
  fields: FIELDS,
  numerator: 'Three or more placements',
  denominator: 'Looked after for two years',
  judge: (child, { asOf, twoYearsBefore }) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.inCareSince > twoYearsBefore) return 'in-care-under-two-years';
    const { placements } = child.history;
    if (placements.length < 3) return 'does-not-count';
    const firstDay = addDays(twoYearsBefore, 1);
    const { length } = placements.filter((placement) => isSince(placement, firstDay, asOf));
    return length >= 3 ? 'counts' : 'does-not-count';
  },
};

export const moves: FlowMeasure = {
  ...asEvents,
  id: 'stability-moves',
  title: 'Placement moves',
  question: 'safe',
  definition:
    'Placements that began in the time shown, other than the first of a period of care. Legal status alone, the same ' +
    'carer, missing and temporary stays make no move. A child who moved twice is counted twice.',
  source: WEST_SUSSEX,
  certainty: { mark: 'local', says: 'Every move counts, planned or not.' },
  polarity: 'lower is better',
  fields: [...FIELDS, 'REASON_PLACE_CHANGE'],
  numerator: 'Moves',
  breakdowns: ['reason-left-group', 'reason-left', 'moved-from-group', 'moved-from', ...ALL_DIMENSIONS],
  events: placementMoves,
  judge: () => 'counts',
};

export const movesPerChild: CaseMeasure = {
  ...atAnyTime,
  id: 'stability-moves-per-child',
  title: 'Placement moves for each child',
  question: 'safe',
  definition:
    'Placement moves in the time shown for each child looked after at any time in it: placements that began other than the ' +
    'first of a period of care, divided by the children.',
  source: WEST_SUSSEX,
  certainty: {
    mark: 'local',
    says: 'Out of all children looked after at any time, those who have left included; the paper does not say of whom.',
  },
  polarity: 'lower is better',
  unit: 'each',
  takes: 'mean',
  fields: FIELDS,
  numerator: 'Moves',
  cases: (authority) => {
    const ofChild = Map.groupBy(placementMoves(authority), ({ id }) => id);
    return lookedAfterAtAnyTime(authority).map((each) =>
      judgedAnew(each, each.verdict, ofChild.get(each.id)?.length ?? 0),
    );
  },
};

const NINETY_DAYS = 90;

const stillInFirst = ({ history, stage, on }: CareEvent, { asOf }: AuthorityOnDay): Verdict => {
  const day = addDays(on, NINETY_DAYS);
  const first = history.placements.find(
    ({ starts, episodes }) => starts === on && episodes[0] === stage.episode,
  );
  if (first === undefined) return 'not-recorded';
  const careEnds = endOfTime(history.stages, stage);
  if (careEnds !== null && careEnds <= day) return 'left-care-first';
  const ends = endAsKnownOn(first, asOf);
  return ends === null || ends > day ? 'counts' : 'does-not-count';
};

/** When the time in care that a stage is of came to an end, or passed into short breaks; null while it runs on. */
const endOfTime = (stages: readonly Stage[], from: Stage): Day | null => {
  let { episode } = from;
  for (const next of stages.slice(stages.indexOf(from) + 1)) {
    if (next.shortBreaks || !followsOnInCare(next.episode, episode)) break;
    ({ episode } = next);
  }
  return episode.dec;
};

export const firstPlacement90Days: CaseMeasure = {
  ...asShareOfCases,
  id: 'stability-first-placement-90d',
  title: 'Still in the first placement after 90 days',
  question: 'safe',
  definition:
    'Of children whose ninetieth day after starting to be looked after fell in the time shown, the share who were still ' +
    'in their first placement at the end of it. Children whose care had ended by then are left out.',
  source: WEST_SUSSEX,
  certainty: {
    mark: 'uncertain',
    says: 'No paper says how it is counted: here starts are followed for 90 days, so that each has had the time to last.',
  },
  polarity: 'higher is better',
  fields: FIELDS,
  numerator: 'Still in the first placement',
  denominator: 'In care 90 days after starting',
  cases: (authority) => {
    const { starts, ends } = authority.window;
    const cohort = { starts: addDays(starts, -NINETY_DAYS), ends: addDays(ends, -NINETY_DAYS) };
    return eventsWithin(authority.ledger.starts, cohort).map((event) =>
      caseOf(event, isShortBreaks(event.episode.ls) ? 'short-breaks' : stillInFirst(event, authority)),
    );
  },
};

/** Whether a placement's ending was unplanned; what the child leaving care as planned ended is not asked about. */
const howEnded = ({ episode: { rec, reasonPlaceChange } }: PlacementEnded): Verdict => {
  if (rec === 'E4B') return 'counts';
  if (rec !== null && ceasedCare(rec)) return 'left-care-as-planned';
  if (reasonPlaceChange === null) return 'not-recorded';
  if (reasonPlaceChange === 'PLACE') return 'same-carer';
  return findCodeGroup(REASONS_PLACEMENT_ENDED, reasonPlaceChange) === 'unplanned'
    ? 'counts'
    : 'does-not-count';
};

export const unplannedEndings: CaseMeasure = {
  ...asShareOfCases,
  id: 'unplanned-endings',
  title: 'Placements that ended unplanned',
  question: 'safe',
  definition:
    'Of placements that ended in the time shown, the share that ended unplanned: the carer, the child or an authority ' +
    'asked, an allegation, standards of care or lost approval (CREQB, CREQO, CHILD, LAREQ, ALLEG, STAND, APPRR), or the ' +
    'child went home unplanned (E4B). Placements that ended because the child left care otherwise are left out.',
  source: 'West Sussex County Council, measure of placements 2021; Worcestershire Children First, 2023',
  certainty: {
    mark: 'local',
    says: 'Closure and custody (CLOSE, CUSTOD) are in the whole and not counted as unplanned; the cut by how it ended shows them apart. An ending without a reason stays in the whole and is told apart.',
  },
  polarity: 'lower is better',
  fields: [...FIELDS, 'REASON_PLACE_CHANGE'],
  numerator: 'Ended unplanned',
  denominator: 'Placements that ended',
  breakdowns: ['reason-placement-ended-group', 'reason-placement-ended', ...ALL_DIMENSIONS],
  cases: (authority): readonly Case[] =>
    placementsEnded(authority).map((event) => caseOf(event, howEnded(event))),
};

export const PLACEMENT_MOVES: readonly (StockMeasure | FlowMeasure | CaseMeasure)[] = [
  threeOrMoreMoves,
  threePlacementsInTwoYears,
  moves,
  movesPerChild,
  firstPlacement90Days,
  unplannedEndings,
];
