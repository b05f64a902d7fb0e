import {
  adoptionDecided,
  adoptionDecisionReversed,
  ordersMade,
  placedForAdoption,
} from '../../adoption/adoption-events.ts';
import { adoptionOrders, adoptionRows } from '../../adoption/adoptions.ts';
import { isPlacedForAdoption } from '../../placement/placement-type.ts';
import { eventsWithin } from '../authority-on-day.ts';
import { caseOf, countDaysWithin } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { CaseMeasure, FlowMeasure, Measure, StockMeasure } from '../measure.ts';
import { windowOf } from '../window.ts';
import { asCountOfCases, asEvents, asNumber } from './kinds.ts';

const SEEDS = 'West Sussex strategy 2018–2021; Kent County Council, sufficiency progress report 2016';

export const adoptionNumber: FlowMeasure = {
  ...asEvents,
  id: 'adoption-number',
  title: 'Children adopted',
  question: 'chances',
  definition:
    'Children whose care ended by an adoption order (E11 or E12, and the older E1) in the time shown.',
  source: SEEDS,
  certainty: { mark: 'confirmed', says: 'By the reason recorded for the end of care.' },
  unit: 'children',
  polarity: 'context',
  fields: ['DEC', 'REC'],
  numerator: 'Adopted',
  events: ({ ledger, window }) => eventsWithin(adoptionOrders(ledger), window),
  judge: () => 'counts',
};

export const placementOrders: FlowMeasure = {
  ...asEvents,
  id: 'placement-orders',
  title: 'Placement orders made',
  question: 'chances',
  definition:
    'Placement orders made in the time shown: days on which a child’s legal status became E1. An order under which the ' +
    'record of a child already begins is not counted.',
  source: SEEDS,
  certainty: { mark: 'local', says: 'By the legal status of the return, one for each child.' },
  polarity: 'context',
  fields: ['DECOM', 'RNE', 'LS'],
  numerator: 'Placement orders',
  events: ({ ledger, window }) => eventsWithin(ordersMade(ledger), window),
  judge: () => 'counts',
};

export const placedInQuarter: CaseMeasure = {
  ...asCountOfCases,
  id: 'adoption-placed-quarter',
  title: 'Placed for adoption in the quarter',
  question: 'chances',
  definition:
    'Children whose placement for adoption began in the quarter of the day, up to the day: the first day of an adoption ' +
    'code with a family. With foster carers who adopt, the day the placement became adoptive. Each child counts once.',
  source: 'West Sussex strategy 2018–2021, section 6 and figure 2.2',
  certainty: { mark: 'stated', says: 'Higher is better only in context.' },
  polarity: 'context',
  over: 'quarter',
  fields: ['DECOM', 'RNE', 'PLACE'],
  numerator: 'Placed for adoption',
  breakdowns: ALL_DIMENSIONS,
  cases: ({ ledger, asOf }) => {
    const latest = new Map(
      eventsWithin(placedForAdoption(ledger), windowOf('quarter', asOf)).map((event) => [event.id, event]),
    );
    return [...latest.values()].map((event) => caseOf(event, 'counts'));
  },
  remarks: (cases, { asOf, inCare }, { population }) => {
    const people = population?.(asOf)?.count;
    const lookedAfter = inCare.filter(({ shortBreaks }) => !shortBreaks).length;
    return [
      ...(people === undefined
        ? []
        : [
            `That is ${((cases.length * 10_000) / people).toFixed(2)} for every 10,000 children who live here.`,
          ]),
      ...(lookedAfter === 0
        ? []
        : [
            `That is ${((cases.length * 100) / lookedAfter).toFixed(1)} for every 100 children looked after.`,
          ]),
    ];
  },
};

export const plansChanged: CaseMeasure = {
  ...asCountOfCases,
  id: 'adoption-a5',
  title: 'Plans changed away from adoption',
  question: 'chances',
  definition:
    'Decisions that a child should be placed for adoption which were reversed in the time shown: the child’s needs changed, ' +
    'the court made no order, no adopters were found, or another reason (DATE_PLACED_CEASED).',
  source: 'Adoption scorecards, A5',
  certainty: { mark: 'established practice', says: 'Every reason for which the decision ceased is counted.' },
  unit: 'events',
  polarity: 'context',
  fields: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  numerator: 'Plans changed',
  breakdowns: ALL_DIMENSIONS,
  cases: countDaysWithin(adoptionDecisionReversed),
};

export const adoptionDecisions: CaseMeasure = {
  ...asCountOfCases,
  id: 'adm-decisions',
  title: 'Decisions that adoption is the plan',
  question: 'chances',
  definition:
    'Decisions in the time shown that a child should be placed for adoption (DATE_PLACED), by the agency decision maker.',
  source: SEEDS,
  certainty: { mark: 'established practice', says: 'The day of the decision, and not of the placement.' },
  unit: 'events',
  polarity: 'context',
  fields: ['DATE_PLACED'],
  numerator: 'Decisions',
  breakdowns: ALL_DIMENSIONS,
  cases: countDaysWithin(adoptionDecided),
};

export const waitingForMatch: StockMeasure = {
  ...asNumber,
  id: 'waiting-for-match',
  title: 'Waiting for a match',
  question: 'chances',
  definition:
    'Children looked after at the end of the day under a placement order (E1) who have no day of a match (DATE_MATCH) by ' +
    'then, and who do not live with an adoptive family already (A codes).',
  source: SEEDS,
  certainty: {
    mark: 'local',
    says: 'Read to the letter it is every child with a placement order and no day of a match. The return gives that day only for children adopted since, so children who live with their adopters already (A codes) would be waiting: they are left out here. A child who was matched and has not moved may still be counted.',
  },
  polarity: 'lower is better',
  fields: ['DECOM', 'LS', 'PLACE', 'DATE_MATCH'],
  numerator: 'Waiting for a match',
  judge: ({ shortBreaks, episode, usual, history, inCareSince }, { asOf }) => {
    if (shortBreaks) return 'short-breaks';
    if (episode.ls !== 'E1' || isPlacedForAdoption(usual.place)) return 'does-not-count';
    const isMatched = adoptionRows(history.facts).some(
      ({ year, matched }) =>
        `${year - 1}-04-01` <= asOf && matched !== undefined && matched >= inCareSince && matched <= asOf,
    );
    return isMatched ? 'does-not-count' : 'counts';
  },
};

export const fosterToAdopt: StockMeasure = {
  ...asNumber,
  id: 'foster-to-adopt',
  title: 'With foster carers who may adopt',
  question: 'chances',
  definition:
    'Children looked after at the end of the day who live with foster carers also approved to adopt (U2 or U5): fostering ' +
    'for adoption and concurrent placements.',
  source: SEEDS,
  certainty: { mark: 'stated', says: 'By the code of the usual placement.' },
  polarity: 'higher is better',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE'],
  numerator: 'With carers who may adopt',
  judge: ({ shortBreaks, usual: { place } }) => {
    if (shortBreaks) return 'short-breaks';
    return place === 'U2' || place === 'U5' ? 'counts' : 'does-not-count';
  },
};

export const ADOPTION: readonly Measure[] = [
  adoptionNumber,
  placementOrders,
  placedInQuarter,
  adoptionDecisions,
  plansChanged,
  waitingForMatch,
  fosterToAdopt,
];
