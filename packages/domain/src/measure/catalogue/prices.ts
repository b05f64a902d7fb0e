import { containsDay } from '../../calendar/period.ts';
import { formatWeekly } from '../../money/weekly.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { type Conventions, conventionsOf } from '../conventions.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { caseOfChild, recordsByChild, yesOrNo } from '../record-cases.ts';
import type { PlacementPrice } from '../records/money.ts';

export const WORCESTERSHIRE = 'Worcestershire Children First, placements paper 2023';

const OF_PRICES = {
  version: 1,
  disclosure: 'suppress-small',
  kind: 'cases',
  question: 'assurance',
  source: WORCESTERSHIRE,
  over: 'day',
  fields: ['weekly core price', 'weekly additional price', 'type', 'purchase route', 'start and end'],
  needs: ['placementPrices'],
  breakdowns: ['placement-kind', 'purchase-route', ...ALL_DIMENSIONS],
  remarks: (_: unknown, authority: AuthorityOnDay, context: MeasureContext) =>
    withoutPrice(authority, context),
} as const;

/** Provided by a private or a voluntary body, and so bought. */
const BOUGHT_OF: readonly (string | null)[] = ['PR4', 'PR5'];

/** A price is of a placement agreed here: how many it says nothing of is told with every figure of prices. */
export const withoutPrice = ({ inCare, asOf }: AuthorityOnDay, { records }: MeasureContext): string[] => {
  const pricesOf = recordsByChild(records?.placementPrices ?? []);
  const without = inCare.filter(
    ({ id, usual, shortBreaks }) =>
      !shortBreaks &&
      BOUGHT_OF.includes(usual.provider) &&
      !(pricesOf.get(id) ?? []).some((price) => containsDay(price, asOf)),
  ).length;
  if (without === 0) return [];
  return [
    without === 1
      ? 'Of 1 more child in an external placement that day no price is recorded here.'
      : `Of ${without} more children in external placements that day no price is recorded here.`,
  ];
};

export const keysOf = ({ kind, route }: PlacementPrice) =>
  ({
    ...(kind === null ? {} : { 'placement-kind': kind }),
    ...(route === null ? {} : { 'purchase-route': route }),
  }) as const;

/** Prices in force at the end of the day: one a placement. */
const inForce =
  (
    judge: (price: PlacementPrice, conventions: Conventions) => Verdict,
    amountOf: (price: PlacementPrice) => number,
  ) =>
  (authority: AuthorityOnDay, context: MeasureContext): readonly Case[] => {
    const conventions = conventionsOf(context, authority);
    return (context.records?.placementPrices ?? [])
      .filter((price) => containsDay(price, authority.asOf))
      .flatMap((price) =>
        caseOfChild(authority, price.child, authority.asOf, judge(price, conventions), {
          amount: amountOf(price),
          keys: keysOf(price),
        }),
      );
  };

export const totalOf = ({ core, additional }: PlacementPrice): number => core + additional;
const coreOf = ({ core }: PlacementPrice): number => core;
const every = (): Verdict => 'counts';

export const feeAverage: CaseMeasure = {
  ...OF_PRICES,
  id: 'fee-average',
  title: 'Average weekly fee',
  definition:
    'The core weekly price in force at the end of the day for external placements, each counted once: the average. Extras are ' +
    'not in it.',
  certainty: {
    mark: 'stated',
    says: 'Read it by type and by how it was bought: the average over all types says little.',
  },
  polarity: 'lower is better',
  unit: 'pence-a-week',
  takes: 'mean',
  numerator: 'Core weekly prices',
  denominator: null,
  cases: inForce(every, coreOf),
};

export const feeMedian: CaseMeasure = {
  ...feeAverage,
  id: 'fee-median',
  title: 'Middle weekly fee',
  definition:
    'The core weekly price in force at the end of the day for external placements, each counted once: the middle one. Extras ' +
    'are not in it.',
  takes: 'median',
};

export const unitCost: CaseMeasure = {
  ...OF_PRICES,
  id: 'unit-cost-by-type',
  title: 'Average weekly cost of a placement',
  definition:
    'The whole weekly price, extras in it, in force at the end of the day for external placements, each counted once: the average. ' +
    'The parts tell it by type.',
  certainty: {
    mark: 'stated',
    says: 'External placements only: what our own homes and carers cost is not in it.',
  },
  polarity: 'lower is better',
  unit: 'pence-a-week',
  takes: 'mean',
  numerator: 'Weekly prices',
  denominator: null,
  cases: inForce(every, totalOf),
};

export const weeklyCost: CaseMeasure = {
  ...OF_PRICES,
  id: 'weekly-cost-total',
  title: 'Weekly cost of external placements',
  definition: 'What external placements come to a week at the end of the day, extras in it.',
  certainty: { mark: 'stated', says: 'Prices as agreed, whether or not they have been billed.' },
  polarity: 'lower is better',
  unit: 'pence-a-week',
  takes: 'sum',
  numerator: 'Weekly prices',
  denominator: null,
  cases: inForce(every, totalOf),
};

export const frameworkShare: CaseMeasure = {
  ...OF_PRICES,
  id: 'framework-share',
  title: 'External placements bought through a framework',
  definition:
    'Of external placements at the end of the day, the share called off a framework. A provider of the framework paid a spot ' +
    'price is not called off it.',
  certainty: {
    mark: 'stated',
    says: 'Read it by type: residential, fostering and supported accommodation differ widely.',
  },
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'share',
  fields: ['purchase route', 'start and end'],
  numerator: 'Through a framework',
  denominator: 'External placements',
  cases: inForce(({ route }) => (route === null ? 'not-recorded' : yesOrNo(route === 'framework')), totalOf),
};

export const highCost: CaseMeasure = {
  ...OF_PRICES,
  id: 'high-cost',
  title: 'High-cost placements',
  definition:
    'Of external placements at the end of the day, the share whose whole weekly price, extras in it, is above the amount that ' +
    'makes it high cost. Exactly that amount is not.',
  certainty: {
    mark: 'stated',
    says: 'The paper’s amount is £9,000 a week, and it is used unless another is set.',
  },
  polarity: 'lower is better',
  unit: 'percent',
  takes: 'share',
  numerator: 'High cost',
  denominator: 'External placements',
  cases: inForce((price, { highCostAbove }) => yesOrNo(totalOf(price) > highCostAbove), totalOf),
  remarks: (_, authority, context) => [
    `High cost is more than ${formatWeekly(conventionsOf(context, authority).highCostAbove)}.`,
    ...withoutPrice(authority, context),
  ],
};

const hasExtras = ({ additional }: PlacementPrice): boolean => additional > 0;

export const additionalSupport: CaseMeasure = {
  ...OF_PRICES,
  id: 'additional-support',
  title: 'Placements with extras',
  definition:
    'External placements at the end of the day for which something is paid beyond the core price, such as a second member of staff.',
  certainty: { mark: 'stated', says: 'What it comes to is a figure of its own.' },
  polarity: 'lower is better',
  unit: 'children',
  takes: 'count',
  numerator: 'With extras',
  denominator: null,
  cases: inForce((price) => yesOrNo(hasExtras(price)), totalOf),
};

export const additionalSupportCost: CaseMeasure = {
  ...OF_PRICES,
  id: 'additional-support-cost',
  title: 'Weekly cost of extras',
  definition: 'What is paid a week at the end of the day beyond the core prices of external placements.',
  certainty: { mark: 'stated', says: 'Prices as agreed, whether or not they have been billed.' },
  polarity: 'lower is better',
  unit: 'pence-a-week',
  takes: 'sum',
  numerator: 'Weekly extras',
  denominator: null,
  cases: inForce(
    (price) => yesOrNo(hasExtras(price)),
    ({ additional }) => additional,
  ),
};

export const PRICES: readonly CaseMeasure[] = [
  feeAverage,
  feeMedian,
  unitCost,
  weeklyCost,
  frameworkShare,
  highCost,
  additionalSupport,
  additionalSupportCost,
];
