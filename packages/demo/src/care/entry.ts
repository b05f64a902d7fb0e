import type { DayNumber, Sex } from '@rightplace/domain';
import { birthday, notLeapDay, yearOf } from '../calendar/days.ts';
import { ENGLAND_STARTS_BY_AGE, ENGLAND_STARTS_UNACCOMPANIED } from '../england/england-mix.ts';
import { between, chance, logNormalDays, type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';

/** How a time in care ends. */
export type Leaving =
  | 'home'
  | 'guardianship'
  | 'adoption'
  | 'eighteen'
  | 'independence'
  | 'remand'
  | 'transfer'
  | 'age-assessed'
  | 'lost';

/** Who came into care, when, and how it will end: the bones of a period of care. */
export interface Entry {
  readonly born: DayNumber;
  readonly starts: DayNumber;
  readonly ends: DayNumber;
  readonly leaving: Leaving;
  readonly unaccompanied: boolean;
  readonly sex: Sex;
  readonly need: string;
}

const YEAR = 365.25;

/** Age in years on starting, for children who came with or from a family: published bands less the unaccompanied. */
const AGE_ON_STARTING: Odds<readonly [from: number, to: number]> = (() => {
  const lone = ENGLAND_STARTS_UNACCOMPANIED[2025];
  return [
    [[0, 0.45], ENGLAND_STARTS_BY_AGE['0'] * 0.8],
    [[0.45, 1], ENGLAND_STARTS_BY_AGE['0'] * 0.2],
    [[1, 5], ENGLAND_STARTS_BY_AGE['1-4']],
    [[5, 10], ENGLAND_STARTS_BY_AGE['5-9']],
    [[10, 14], (ENGLAND_STARTS_BY_AGE['10-15'] - lone * 0.2) * 0.52],
    [[14, 16], (ENGLAND_STARTS_BY_AGE['10-15'] - lone * 0.2) * 0.48],
    [[16, 17.7], ENGLAND_STARTS_BY_AGE['16+'] - lone * 0.8],
  ];
})();

const AGE_OF_UNACCOMPANIED: Odds<readonly [from: number, to: number]> = [
  [[13, 15], 5],
  [[15, 16], 15],
  [[16, 17], 42],
  [[17, 17.85], 38],
];

const WAYS_OF_LEAVING: readonly (readonly [underAge: number, odds: Odds<Leaving>])[] = [
  [
    1,
    [
      ['adoption', 38],
      ['guardianship', 26],
      ['home', 20],
      ['eighteen', 16],
    ],
  ],
  [
    5,
    [
      ['adoption', 15],
      ['guardianship', 33],
      ['home', 34],
      ['eighteen', 18],
    ],
  ],
  [
    10,
    [
      ['guardianship', 27],
      ['home', 42],
      ['eighteen', 31],
    ],
  ],
  [
    14,
    [
      ['guardianship', 12],
      ['home', 47],
      ['eighteen', 40],
      ['remand', 1],
    ],
  ],
  [
    16,
    [
      ['guardianship', 4],
      ['home', 50],
      ['eighteen', 42],
      ['remand', 4],
    ],
  ],
  [
    18,
    [
      ['home', 30],
      ['eighteen', 56],
      ['independence', 6],
      ['remand', 8],
    ],
  ],
];

const UNACCOMPANIED_LEAVING: Odds<Leaving> = [
  ['eighteen', 84],
  ['transfer', 8],
  ['age-assessed', 4],
  ['lost', 4],
];

const lengthOf = (next: Stream, leaving: Leaving): number => {
  switch (leaving) {
    case 'home': {
      const sort = next();
      if (sort < 0.3) return between(next, 3, 60);
      return sort < 0.72 ? logNormalDays(next, 150, 0.5) : logNormalDays(next, 800, 0.6);
    }
    case 'guardianship':
      return 110 + logNormalDays(next, 370, 0.55);
    case 'adoption':
      return 330 + logNormalDays(next, 380, 0.35);
    case 'independence':
      return between(next, 60, 400);
    case 'remand':
      return between(next, 10, 150);
    case 'transfer':
      return between(next, 5, 45);
    case 'age-assessed':
      return between(next, 15, 90);
    case 'lost':
      return between(next, 4, 200);
    case 'eighteen':
      return Number.POSITIVE_INFINITY;
  }
};

/** The share of starts that were of unaccompanied children: few before 2015, a fifth by 2023. */
const shareUnaccompanied = (year: number): number => {
  if (year <= 2014) return 0.05;
  if (year <= 2020) return 0.1;
  return Math.min(0.1 + (year - 2020) * 0.035, 0.205);
};

const NEED: Odds<string> = [
  ['N1', 65],
  ['N2', 5],
  ['N3', 4],
  ['N4', 8],
  ['N5', 14],
  ['N6', 2],
  ['N7', 0.3],
  ['N8', 2.7],
];

const needOf = (next: Stream, leaving: Leaving, age: number): string => {
  if (leaving === 'remand') return 'N6';
  if (age >= 13 && chance(next, 0.08)) return 'N6';
  return weighted(next, NEED);
};

const leavingOdds = (age: number): Odds<Leaving> =>
  WAYS_OF_LEAVING.find(([under]) => age < under)?.[1] ?? [['eighteen', 1]];

/**
 * Draws one start of care on that day. The length comes from how it will end; nothing outlasts the eighteenth
 * birthday, and a child who would have left after it leaves on it.
 */
export const drawEntry = (next: Stream, starts: DayNumber): Entry => {
  const unaccompanied = chance(next, shareUnaccompanied(yearOf(starts)));
  const [from, to] = weighted(next, unaccompanied ? AGE_OF_UNACCOMPANIED : AGE_ON_STARTING);
  // Within their first weeks more come at once than later: squaring brings the draw towards birth.
  const within = from === 0 ? next() ** 2.2 : next();
  const age = from + within * (to - from);
  const born = notLeapDay(starts - Math.round(age * YEAR));
  const leaving = weighted(next, unaccompanied ? UNACCOMPANIED_LEAVING : leavingOdds(age));
  const eighteen = birthday(born, 18);
  const ends = starts + lengthOf(next, leaving);
  const stays = ends >= eighteen - 20;
  const sex = unaccompanied ? (chance(next, 0.96) ? 'M' : 'F') : chance(next, 0.53) ? 'M' : 'F';
  return {
    born,
    starts,
    ends: stays ? eighteen : ends,
    leaving: stays ? 'eighteen' : leaving,
    unaccompanied,
    sex,
    need: unaccompanied ? 'N8' : needOf(next, leaving, age),
  };
};
