import { addDays, type Day, minDay } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import { collectionYearEnd, collectionYearOf } from '../../calendar/reporting-year.ts';
import { costOverPeriod, pencePerWeek } from '../../money/weekly.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import { judgeAll } from '../evaluate.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfChild, caseOfOther, isInWindow, recordsByChild } from '../record-cases.ts';
import type { CostAvoidance, PlacementPrice } from '../records/money.ts';
import { ofWholeAuthority } from './kinds.ts';
import { unplannedEndings } from './placement-moves.ts';
import { keysOf, totalOf, WORCESTERSHIRE, withoutPrice } from './prices.ts';

const MONEY = { version: 1, disclosure: 'suppress-small', kind: 'cases', question: 'assurance' } as const;

export const forecastYearEnd: CaseMeasure = {
  ...MONEY,
  id: 'forecast-year-end',
  title: 'Committed to the end of the year',
  definition:
    'What the external placements of the end of the day will cost from the next day to 31 March at the prices then in force, each to ' +
    'the day it is expected to end if that is sooner.',
  source: WORCESTERSHIRE,
  certainty: {
    mark: 'local',
    says: 'Commitments only: placements still to be made, and prices still to change, are not in it. Nights are counted, a week being seven.',
  },
  polarity: 'lower is better',
  unit: 'pence',
  takes: 'sum',
  over: 'day',
  fields: ['weekly core price', 'weekly additional price', 'start and end', 'day expected to end'],
  numerator: 'Commitments',
  denominator: null,
  needs: ['placementPrices'],
  breakdowns: ['placement-kind', 'purchase-route', ...ALL_DIMENSIONS],
  cases: (authority, { records }) => {
    const { asOf } = authority;
    const starts = addDays(asOf, 1);
    const yearOver = addDays(collectionYearEnd(collectionYearOf(asOf)), 1);
    return (records?.placementPrices ?? [])
      .filter((price) => containsDay(price, asOf))
      .flatMap((price) => {
        const { expectedEnd } = price;
        const ends = expectedEnd === null ? yearOver : minDay(expectedEnd, yearOver);
        const amount = ends <= starts ? 0 : costOverPeriod(pencePerWeek(totalOf(price)), { starts, ends });
        return caseOfChild(authority, price.child, asOf, 'counts', { amount, keys: keysOf(price) });
      });
  },
  remarks: (_, authority, context) => withoutPrice(authority, context),
};

const isPaidOn = (price: PlacementPrice, on: Day): boolean => containsDay(price, on);

export const breakdownPremium: CaseMeasure = {
  ...MONEY,
  id: 'post-breakdown-premium',
  title: 'What placements cost more after one broke down',
  definition:
    'For placements that ended unplanned in the time shown, the weekly price of the placement after less that of the one before, ' +
    'where both are known: the average.',
  source: WORCESTERSHIRE,
  certainty: {
    mark: 'stated',
    says: 'The price after is that of the day the placement ended; a child who went somewhere without an external price is not in it.',
  },
  polarity: 'lower is better',
  unit: 'pence-a-week',
  takes: 'mean',
  over: 'window',
  fields: ['REASON_PLACE_CHANGE', 'REC', 'weekly core price', 'weekly additional price', 'start and end'],
  numerator: 'Differences',
  denominator: null,
  needs: ['placementPrices'],
  breakdowns: ALL_DIMENSIONS,
  cases: (authority, context) => {
    const pricesOf = recordsByChild(context.records?.placementPrices ?? []);
    return judgeAll(unplannedEndings, authority, context).numerator.flatMap((ending): readonly Case[] => {
      const own = pricesOf.get(ending.id) ?? [];
      const before = own.find((price) => isPaidOn(price, addDays(ending.on, -1)));
      const after = own.find((price) => isPaidOn(price, ending.on));
      if (before === undefined || after === undefined || before === after) return [];
      const amount = totalOf(after) - totalOf(before);
      return caseOfChild(authority, ending.id, ending.on, 'counts', { amount });
    });
  },
};

/** Whole pence: a claim may be of part of a week. */
const avoided = ({ before, after }: CostAvoidance, weeks: number): number =>
  Math.round((before - after) * weeks);

const AVOIDED = {
  ...MONEY,
  source: WORCESTERSHIRE,
  polarity: 'higher is better',
  unit: 'pence',
  takes: 'sum',
  over: 'window',
  fields: ['weekly price before', 'weekly price after', 'weeks claimed', 'forum', 'day agreed'],
  numerator: 'Cost avoided',
  denominator: null,
  needs: ['costAvoidance'],
  breakdowns: ['avoidance-forum', ...ALL_DIMENSIONS],
} as const;

const linesIn = (authority: AuthorityOnDay, { records }: MeasureContext): readonly CostAvoidance[] =>
  (records?.costAvoidance ?? []).filter(({ on }) => on <= authority.asOf && isInWindow(authority, on));

const sumOfLines =
  (weeksOf: (line: CostAvoidance) => number) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] =>
    linesIn(authority, context).flatMap((line) =>
      caseOfChild(authority, line.child, line.on, 'counts', {
        amount: avoided(line, weeksOf(line)),
        keys: { 'avoidance-forum': line.forum },
      }),
    );

const placementsRemark: NonNullable<CaseMeasure['remarks']> = (_, authority, context) => {
  const placements = new Set(linesIn(authority, context).map(({ placement }) => placement)).size;
  return [
    `From ${placements} ${placements === 1 ? 'placement' : 'placements'}. It is no saving: never add it to one.`,
  ];
};

export const costAvoidance: CaseMeasure = {
  ...AVOIDED,
  id: 'cost-avoidance',
  title: 'Cost avoided in the year',
  definition:
    'By how much weekly prices were brought down, times the weeks claimed to the end of the financial year, added up over what was ' +
    'agreed in the time shown.',
  certainty: {
    mark: 'stated',
    says: 'Weeks are those written down with each line. No two forums may claim the same reduction.',
  },
  cases: sumOfLines(({ weeksInYear }) => weeksInYear),
  remarks: placementsRemark,
};

export const costAvoidanceInFull: CaseMeasure = {
  ...AVOIDED,
  id: 'cost-avoidance-full-year',
  title: 'Cost avoided in a full year',
  definition:
    'By how much weekly prices were brought down, times the weeks claimed in a whole year, added up over what was agreed in the time ' +
    'shown.',
  certainty: { mark: 'stated', says: 'Weeks are those written down with each line, 52 at the most.' },
  cases: sumOfLines(({ weeksInFull }) => weeksInFull),
  remarks: placementsRemark,
};

export const uplift: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'uplift',
  title: 'Rise of fees awarded',
  question: 'assurance',
  definition:
    'By what share the weekly prices for which a rise was awarded in the time shown went up, taken together.',
  source: WORCESTERSHIRE,
  certainty: { mark: 'stated', says: 'Prices that did not rise are not in it. Read it by framework.' },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'ratio',
  amountsIn: 'pence-a-week',
  fields: ['day of the award', 'weekly price before', 'weekly price after', 'framework'],
  numerator: 'Rise of weekly prices',
  denominator: 'Weekly prices before',
  breakdowns: ['framework'],
  needs: ['uplifts'],
  cases: (authority, { records }) =>
    (records?.uplifts ?? [])
      .filter(({ on }) => on <= authority.asOf && isInWindow(authority, on))
      .map(({ placement, on, before, after, framework }) =>
        caseOfOther(placement, on, 'counts', { amount: after - before, outOf: before, keys: { framework } }),
      ),
};

export const SPENDING: readonly CaseMeasure[] = [
  forecastYearEnd,
  breakdownPremium,
  costAvoidance,
  costAvoidanceInFull,
  uplift,
];
