import { daysBetween } from '../../calendar/day.ts';
import { containsDay, daysIn, intersectPeriods } from '../../calendar/period.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { caseOfOther } from '../record-cases.ts';
import type { BedsOfHome } from '../records/homes.ts';
import { ofWholeAuthority } from './kinds.ts';

type Sense = 'registered' | 'commissioned' | 'staffed';

/** Bed-nights of each home in the time shown: occupied, out of those there were in one of the senses. */
const bedNights =
  (kind: BedsOfHome['kind'], sense: Sense) =>
  ({ window, asOf }: AuthorityOnDay, { records }: MeasureContext): readonly Case[] => {
    const beds = (records?.bedsOfHomes ?? []).filter((each) => each.kind === kind);
    const staysIn = Map.groupBy(records?.bedStays ?? [], ({ home }) => home);
    return [...Map.groupBy(beds, ({ home }) => home)].flatMap(([home, times]): readonly Case[] => {
      let outOf = 0;
      let occupied = 0;
      for (const time of times) {
        const within = intersectPeriods(window, time);
        if (within === undefined) continue;
        outOf += daysIn(within) * time[sense];
        for (const stay of staysIn.get(home) ?? []) {
          const nights = intersectPeriods(within, stay);
          if (nights !== undefined) occupied += daysBetween(nights.starts, nights.ends);
        }
      }
      return outOf === 0 ? [] : [caseOfOther(home, asOf, 'counts', { amount: occupied, outOf })];
    });
  };

const OCCUPANCY = {
  ...ofWholeAuthority,
  question: 'where',
  polarity: 'higher is better',
  unit: 'percent',
  takes: 'ratio',
  numerator: 'Bed-nights occupied',
  fields: ['beds of each home, with dates', 'stays in beds'],
  needs: ['bedsOfHomes', 'bedStays'],
} as const;

const IN_TIME =
  'The night of a day is the one that follows it; the night of the day a stay ends is not in it.';

const ofHomes = (sense: Sense, id: string, title: string): CaseMeasure => ({
  ...OCCUPANCY,
  id,
  title,
  definition:
    `Of the bed-nights that our children’s homes had in the time shown, going by the beds ${sense}, the share that children ` +
    'slept in.',
  source: 'Worcestershire Children First, placements paper 2023',
  certainty: {
    mark: 'stated',
    says: `Beds are counted as registered, commissioned or staffed, each a figure of its own. ${IN_TIME}`,
  },
  denominator: `Bed-nights (beds ${sense})`,
  cases: bedNights('childrens-home', sense),
});

export const occupancyOfHomes = ofHomes('registered', 'occupancy-homes', 'Beds of children’s homes in use');
export const occupancyCommissioned = ofHomes(
  'commissioned',
  'occupancy-homes-commissioned',
  'Beds commissioned in children’s homes in use',
);
export const occupancyStaffed = ofHomes(
  'staffed',
  'occupancy-homes-staffed',
  'Beds staffed in children’s homes in use',
);

export const occupancyOfBeds: CaseMeasure = {
  ...OCCUPANCY,
  id: 'occupancy-beds',
  title: 'Beds of supported accommodation in use',
  definition:
    'Of the bed-nights that supported accommodation for young people had in the time shown, going by the beds commissioned, ' +
    'the share that young people slept in.',
  source: 'Worcestershire Children First, placements paper 2023: properties for ages 16 to 19',
  certainty: { mark: 'stated', says: IN_TIME },
  denominator: 'Bed-nights (beds commissioned)',
  cases: bedNights('supported-accommodation', 'commissioned'),
};

export const supportedBeds: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'cl-supported-beds',
  title: 'Beds in supported accommodation',
  question: 'where',
  definition: 'Beds commissioned in supported accommodation for young people at the end of the day.',
  source: 'Worcestershire Children First, placements paper 2023',
  certainty: { mark: 'stated', says: 'Free or in use.' },
  polarity: 'context',
  unit: 'each',
  takes: 'sum',
  over: 'day',
  fields: ['beds of each home, with dates'],
  numerator: 'Beds',
  denominator: null,
  needs: ['bedsOfHomes'],
  cases: ({ asOf }, { records }) =>
    (records?.bedsOfHomes ?? [])
      .filter((each) => each.kind === 'supported-accommodation' && containsDay(each, asOf))
      .map(({ home, commissioned }) => caseOfOther(home, asOf, 'counts', { amount: commissioned })),
};

export const placedHere: CaseMeasure = {
  ...ofWholeAuthority,
  id: 'placed-in-area-by-others',
  title: 'Other authorities’ children living here',
  question: 'where',
  definition:
    'Children for whom another authority is responsible and who live in this one at the end of the day, as those ' +
    'authorities had notified by then.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 13',
  certainty: {
    mark: 'established practice',
    says: 'Only what was notified is known: authorities do not always say that a child has come, or has left.',
  },
  polarity: 'context',
  unit: 'children',
  takes: 'count',
  over: 'day',
  fields: ['notification of a placement here', 'start', 'end'],
  numerator: 'Notified and living here',
  denominator: null,
  needs: ['placedHere'],
  cases: ({ asOf }, { records }) =>
    (records?.placedHere ?? [])
      .filter((each) => containsDay(each, asOf) && each.notifiedOn <= asOf)
      .map(({ notification }) => caseOfOther(notification, asOf, 'counts')),
};

export const HOMES: readonly CaseMeasure[] = [
  occupancyOfHomes,
  occupancyCommissioned,
  occupancyStaffed,
  occupancyOfBeds,
  supportedBeds,
  placedHere,
];
