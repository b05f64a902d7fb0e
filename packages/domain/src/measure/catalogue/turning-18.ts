import { birthdayAt } from '../../calendar/age.ts';
import { addMonths, type Day } from '../../calendar/day.ts';
import type { ChildOnDay } from '../../child/care-history.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { CaseMeasure, Measure, StockMeasure, Verdict } from '../measure.ts';
import { standsOn } from '../record-cases.ts';
import { asCountOfCases, asNumber } from './kinds.ts';

/** Another public body, private, voluntary. */
const EXTERNAL: readonly string[] = ['PR3', 'PR4', 'PR5'];

/** In an external placement, and 18 within six months of the day. */
const turning18 = ({ shortBreaks, usual, history, age }: ChildOnDay, asOf: Day): Verdict => {
  if (shortBreaks) return 'short-breaks';
  const { provider } = usual;
  if (provider !== null && !EXTERNAL.includes(provider)) return 'does-not-count';
  if (history.dateOfBirth === undefined) return 'not-recorded';
  // Nobody younger is 18 within six months.
  if (age !== undefined && age < 17) return 'does-not-count';
  const birthday = birthdayAt(history.dateOfBirth, 18);
  if (birthday <= asOf || birthday > addMonths(asOf, 6)) return 'does-not-count';
  return provider === null ? 'not-recorded' : 'counts';
};

const TURNING_18 = {
  question: 'chances',
  source: 'Worcestershire Children First, placements paper 2023: trigger of the placement panel',
  fields: ['DOB', 'DECOM', 'DEC', 'LS', 'PLACE_PROVIDER'],
} as const;

export const turning18External: StockMeasure = {
  ...asNumber,
  ...TURNING_18,
  id: 'turning-18-external',
  title: 'External placements turning 18 within six months',
  definition:
    'Young people looked after at the end of the day in a placement of another public body, a private or a voluntary ' +
    'provider (PR3, PR4, PR5) whose 18th birthday is within six calendar months of it.',
  certainty: {
    mark: 'stated',
    says: 'A birthday six months on to the day is within them; one already past is not.',
  },
  polarity: 'context',
  numerator: 'Turning 18 within six months',
  judge: (child, { asOf }) => turning18(child, asOf),
};

export const turning18Planned: CaseMeasure = {
  ...asCountOfCases,
  ...TURNING_18,
  id: 'turning-18-external-planned',
  title: 'Turning 18, with a move-on plan agreed',
  definition:
    'Of young people in external placements whose 18th birthday is within six calendar months of the day, the share with a ' +
    'move-on plan agreed by then.',
  certainty: { mark: 'stated', says: 'A plan counts from the day it was agreed, until it is taken back.' },
  unit: 'percent',
  takes: 'share',
  over: 'day',
  polarity: 'higher is better',
  numerator: 'With a plan agreed',
  denominator: 'Turning 18 within six months',
  breakdowns: ALL_DIMENSIONS,
  needs: ['moveOnPlans'],
  cases: ({ inCare, asOf }, { records }) => {
    const planned = new Set(
      records?.moveOnPlans?.filter((plan) => standsOn(plan, asOf)).map(({ child }) => child),
    );
    return inCare
      .filter((child) => turning18(child, asOf) === 'counts')
      .map((child) => ({
        id: child.id,
        on: asOf,
        verdict: planned.has(child.id) ? 'counts' : 'does-not-count',
        child,
      }));
  },
};

export const TURNING_18_MEASURES: readonly Measure[] = [turning18External, turning18Planned];
