import { dayNumber, daysBetween, maxDay, minDay } from '../../calendar/day.ts';
import type { ChildOnDay } from '../../child/care-history.ts';
import { endAsKnownOn, isCountedOn } from '../../placement/counted-placements.ts';
import { findRegistration, registrationOfHome } from '../../placement/registration.ts';
import { placementChanges, placementsStarted } from '../../stability/placement-changes.ts';
import type { PreparedLedger } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type {
  Case,
  CaseMeasure,
  Measure,
  MeasureContext,
  Registration,
  StockMeasure,
  Verdict,
} from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { asCountOfCases, asNumber } from './kinds.ts';

const asRecorded =
  (counts: Registration) =>
  (child: ChildOnDay, _: unknown, context: MeasureContext): Verdict => {
    if (child.shortBreaks) return 'short-breaks';
    const registration = registrationOfHome(child, context);
    if (registration === undefined) return 'not-recorded';
    return registration === counts ? 'counts' : 'does-not-count';
  };

/** What nobody knows is told apart, and not passed over. */
const verdictOf = (registration: Registration | undefined): 'counts' | 'does-not-count' | 'not-recorded' => {
  if (registration === undefined) return 'not-recorded';
  return registration === 'registered' ? 'does-not-count' : 'counts';
};

const COMMON = {
  question: 'safe',
  source: 'Worcestershire Children First, placements paper 2023; Ofsted',
  polarity: 'lower is better',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE', 'URN', 'registration of the home'],
} as const;

const BY_CODE =
  'By Ofsted’s lists of providers, where they are loaded and the home is on them. Otherwise H5 and P2 before 28 October 2023 are taken as lawful without registration; of H5 and P2 since, and of “other” placements (Z codes), it is not known.';

export const unregulatedNumber: StockMeasure = {
  ...asNumber,
  ...COMMON,
  id: 'unregulated-number',
  title: 'In unregulated accommodation',
  definition:
    'Children looked after at the end of the day who live in accommodation that is lawful without being registered with ' +
    'Ofsted, as support settings for 16 and 17 year olds were until 28 October 2023.',
  certainty: { mark: 'stated', says: BY_CODE },
  numerator: 'In unregulated accommodation',
  judge: asRecorded('outside'),
};

export const unregisteredNumber: StockMeasure = {
  ...asNumber,
  ...COMMON,
  id: 'unregistered-number',
  title: 'In unregistered settings',
  definition:
    'Children looked after at the end of the day who live in a setting that should be registered with Ofsted and is not: a ' +
    'children’s home, or since 28 October 2023 supported accommodation. There should be none.',
  certainty: {
    mark: 'stated',
    says:
      'No code of the return says that a setting is unregistered. A home counts as one where Ofsted’s lists of providers say that ' +
      'its registration had ended by the day; a home that never was registered is on no list. While no list is loaded there is no figure.',
  },
  numerator: 'In unregistered settings',
  // Nought found where nothing was looked up would be no nought.
  judge: (child, authority, context) =>
    context.registrationOf === undefined && !child.shortBreaks
      ? 'not-recorded'
      : asRecorded('unregistered')(child, authority, context),
};

export const unregulatedUnder16: StockMeasure = {
  ...asNumber,
  ...COMMON,
  id: 'unregulated-under16',
  title: 'Under 16 in unregulated or unregistered settings',
  definition:
    'Children under 16 looked after at the end of the day who live in accommodation outside registration or in a setting ' +
    'that should be registered and is not. Since 9 September 2021 none may be placed so.',
  certainty: { mark: 'stated', says: BY_CODE },
  fields: [...COMMON.fields, 'DOB'],
  numerator: 'Under 16 and not in a registered setting',
  judge: (child, _, context) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.age !== undefined && child.age >= 16) return 'does-not-count';
    const registration = registrationOfHome(child, context);
    if (registration === 'registered') return 'does-not-count';
    return registration === undefined || child.age === undefined ? 'not-recorded' : 'counts';
  },
};

export const unregisteredStarts: CaseMeasure = {
  ...asCountOfCases,
  ...COMMON,
  id: 'unregulated-starts',
  title: 'Placements in unregulated or unregistered settings',
  definition:
    'Placements that began in the time shown in a setting that, the day they began, was outside registration or should have ' +
    'been registered and was not.',
  certainty: { mark: 'stated', says: BY_CODE },
  unit: 'events',
  numerator: 'Placements',
  breakdowns: ALL_DIMENSIONS,
  cases: (authority, context) =>
    placementsStarted(authority).flatMap((event): readonly Case[] => {
      const [first] = event.placement.episodes;
      const verdict = verdictOf(findRegistration(first, event.on, context));
      return verdict === 'does-not-count' ? [] : [caseOf(event, verdict)];
    }),
};

/** Every placement, with its days in numbers: most are told by them to be of another time. */
const placementsInNumbers = onceFor(({ histories }: PreparedLedger) =>
  histories.flatMap((history) =>
    history.placements.map((placement) => ({
      history,
      placement,
      starts: dayNumber(placement.starts),
      knownEndedFrom:
        placement.knownEndedFrom === null ? Number.POSITIVE_INFINITY : dayNumber(placement.knownEndedFrom),
    })),
  ),
);

export const unregisteredNights: CaseMeasure = {
  ...asCountOfCases,
  ...COMMON,
  id: 'unregulated-nights',
  title: 'Nights in unregulated or unregistered settings',
  definition:
    'Nights in the time shown that children spent in placements which, on the first of those nights, were outside ' +
    'registration or should have been registered and were not.',
  certainty: { mark: 'stated', says: BY_CODE },
  unit: 'days',
  takes: 'sum',
  numerator: 'Nights',
  breakdowns: ALL_DIMENSIONS,
  cases: ({ ledger, window, asOf }, context) => {
    const cases: Case[] = [];
    const [firstDay, endDay] = [dayNumber(window.starts), dayNumber(window.ends)];
    for (const { history, placement, starts, knownEndedFrom } of placementsInNumbers(ledger)) {
      if (starts >= endDay || knownEndedFrom <= firstDay || !isCountedOn(placement, asOf)) continue;
      const from = maxDay(placement.starts, window.starts);
      const until = minDay(endAsKnownOn(placement, asOf) ?? window.ends, window.ends);
      if (until <= from) continue;
      const [first] = placement.episodes;
      const verdict = verdictOf(findRegistration(first, from, context));
      if (verdict === 'does-not-count') continue;
      const started = placementChanges(history).startedWith.get(first);
      if (started !== undefined)
        cases.push(caseOf({ ...started, on: from }, verdict, daysBetween(from, until)));
    }
    return cases;
  },
};

export const REGISTRATION: readonly Measure[] = [
  unregulatedNumber,
  unregisteredNumber,
  unregulatedUnder16,
  unregisteredStarts,
  unregisteredNights,
];
