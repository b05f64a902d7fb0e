import type { Day } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import type { ChildOnDay } from '../../child/care-history.ts';
import { findCodeGroup } from '../../child/code-list.ts';
import { deprivationOrders } from '../../child/deprivation-of-liberty.ts';
import { LEGAL_STATUSES } from '../../child/legal-status.ts';
import { registrationOfHome } from '../../placement/registration.ts';
import type { PreparedLedger } from '../authority-on-day.ts';
import { countDaysWithin } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { CaseMeasure, Measure, StockMeasure, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { asCountOfCases, asNumber, asShare } from './kinds.ts';

const isDeprived = ({ history, on }: ChildOnDay): boolean =>
  deprivationOrders(history.facts).some((order) => containsDay(order, on));

const WORCESTERSHIRE = 'Worcestershire Children First, placements paper 2023';
const DOL = {
  question: 'safe',
  source: `${WORCESTERSHIRE}; the return asks for these orders from 2026-27`,
  polarity: 'context',
  fields: ['DOLO_START', 'DOLO_END', 'DECOM', 'DEC', 'LS'],
} as const;
const BY_DATES =
  'By the first and last days of the order in the return. A secure welfare placement is another legal route and counted apart.';

export const dolNumber: StockMeasure = {
  ...asNumber,
  ...DOL,
  id: 'dol-number',
  title: 'Under a deprivation of liberty order',
  definition:
    'Children looked after at the end of the day under an order that deprives them of their liberty. An order that ended ' +
    'that day is over.',
  certainty: { mark: 'confirmed', says: BY_DATES },
  numerator: 'Under an order',
  judge: (child) => (child.shortBreaks ? 'short-breaks' : isDeprived(child) ? 'counts' : 'does-not-count'),
};

const daysOfOrders = (dayOf: (order: { starts: Day; ends: Day | null }) => Day | null) =>
  onceFor(({ histories }: PreparedLedger) =>
    histories
      .flatMap((history) =>
        deprivationOrders(history.facts).flatMap((order) => {
          const on = dayOf(order);
          return on === null || on < order.starts ? [] : [{ id: history.id, on, history, order }];
        }),
      )
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  );
const ordersStarted = daysOfOrders(({ starts }) => starts);
const ordersEnded = daysOfOrders(({ ends }) => ends);

export const dolStarted: CaseMeasure = {
  ...asCountOfCases,
  ...DOL,
  id: 'dol-started',
  title: 'Deprivation of liberty orders begun',
  definition: 'Orders that deprive a child of their liberty which began in the time shown.',
  certainty: { mark: 'confirmed', says: BY_DATES },
  unit: 'events',
  numerator: 'Orders begun',
  breakdowns: ALL_DIMENSIONS,
  cases: countDaysWithin(ordersStarted),
};

export const dolEnded: CaseMeasure = {
  ...asCountOfCases,
  ...DOL,
  id: 'dol-ended',
  title: 'Deprivation of liberty orders ended',
  definition: 'Orders that deprive a child of their liberty which ended in the time shown.',
  certainty: { mark: 'confirmed', says: BY_DATES },
  unit: 'events',
  numerator: 'Orders ended',
  breakdowns: ALL_DIMENSIONS,
  cases: countDaysWithin(ordersEnded),
};

export const dolRegistered: StockMeasure = {
  ...asShare,
  ...DOL,
  id: 'dol-in-registered',
  title: 'Deprived of liberty in a registered setting',
  definition:
    'Of children looked after at the end of the day under a deprivation of liberty order, the share who live in a setting ' +
    'registered with Ofsted.',
  certainty: {
    mark: 'uncertain',
    says: 'Where nobody recorded the registration, the code of a children’s home is taken as registered; of “other” placements (Z codes) it is not known.',
  },
  polarity: 'higher is better',
  fields: [...DOL.fields, 'PLACE', 'registration of the home'],
  numerator: 'In a registered setting',
  denominator: 'Under an order',
  judge: (child, _, context): Verdict => {
    if (child.shortBreaks) return 'short-breaks';
    if (!isDeprived(child)) return 'no-order';
    const registration = registrationOfHome(child, context);
    if (registration === undefined) return 'not-recorded';
    return registration === 'registered' ? 'counts' : 'does-not-count';
  },
};

export const dolUnregistered1617: StockMeasure = {
  ...asNumber,
  ...DOL,
  id: 'dol-unregistered-1617',
  title: 'Aged 16 or 17, deprived of liberty outside a registered setting',
  definition:
    'Young people of 16 or 17 looked after at the end of the day under a deprivation of liberty order who live outside ' +
    'registration or in a setting that should be registered and is not.',
  certainty: {
    mark: 'stated',
    says: 'A trigger of the placement panel. Where nobody recorded the registration it is not known.',
  },
  polarity: 'lower is better',
  fields: [...DOL.fields, 'PLACE', 'DOB', 'registration of the home'],
  numerator: 'Outside a registered setting',
  judge: (child, _, context) => {
    if (child.shortBreaks) return 'short-breaks';
    if (!isDeprived(child)) return 'does-not-count';
    if (child.age !== undefined && (child.age < 16 || child.age > 17)) return 'does-not-count';
    const registration = registrationOfHome(child, context);
    if (registration === 'registered') return 'does-not-count';
    return registration === undefined || child.age === undefined ? 'not-recorded' : 'counts';
  },
};

export const secureWelfare: StockMeasure = {
  ...asNumber,
  id: 'secure-welfare-number',
  title: 'In secure homes for their welfare',
  question: 'safe',
  definition:
    'Children looked after at the end of the day in a secure children’s home (K1), save those there by way of youth justice ' +
    '(J1 to J3).',
  source: WORCESTERSHIRE,
  certainty: {
    mark: 'local',
    says: 'Read to the letter it is children there under an order of section 25, which the return does not hold. So a secure home under any legal status but youth justice (J1 to J3) is taken for one: those remanded or sentenced are not there for their welfare.',
  },
  polarity: 'context',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE'],
  numerator: 'In a secure home for welfare',
  judge: ({ shortBreaks, episode, usual }) => {
    if (shortBreaks) return 'short-breaks';
    const forWelfare = findCodeGroup(LEGAL_STATUSES, episode.ls) !== 'youth-justice';
    return usual.place === 'K1' && forWelfare ? 'counts' : 'does-not-count';
  },
};

export const LIBERTY: readonly Measure[] = [
  dolNumber,
  dolStarted,
  dolEnded,
  dolRegistered,
  dolUnregistered1617,
  secureWelfare,
];
