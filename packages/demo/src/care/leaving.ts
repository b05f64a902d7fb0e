import { type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import type { Entry } from './entry.ts';
import type { Stay } from './life.ts';

const HOME: Odds<string> = [
  ['E4A', 64],
  ['E4B', 14],
  ['E13', 12],
  ['E41', 5],
  ['E8', 5],
];
const FROM_KIN: Odds<string> = [
  ['E45', 84],
  ['E41', 16],
];
const FROM_FOSTER: Odds<string> = [
  ['E46', 26],
  ['E47', 46],
  ['E48', 4],
  ['E41', 24],
];
const FROM_ELSEWHERE: Odds<string> = [
  ['E47', 60],
  ['E41', 40],
];
const EIGHTEEN_IN_FAMILY: Odds<string> = [
  ['E17', 46],
  ['E5', 30],
  ['E6', 10],
  ['E8', 14],
];
const EIGHTEEN_IN_HOME: Odds<string> = [
  ['E5', 62],
  ['E7', 14],
  ['E6', 8],
  ['E8', 16],
];
const EIGHTEEN_SUPPORTED: Odds<string> = [
  ['E5', 66],
  ['E6', 22],
  ['E8', 12],
];

const isFoster = (type: string): boolean => type.startsWith('U');

const atEighteen = (type: string): Odds<string> => {
  if (isFoster(type)) return EIGHTEEN_IN_FAMILY;
  return type === 'K2' || type === 'S1' || type === 'R1' ? EIGHTEEN_IN_HOME : EIGHTEEN_SUPPORTED;
};

const underGuardianship = (type: string): Odds<string> => {
  if (type === 'U1' || type === 'U2' || type === 'U3') return FROM_KIN;
  // The former foster carer can become guardian only of a child who was placed with them.
  return isFoster(type) ? FROM_FOSTER : FROM_ELSEWHERE;
};

/** REC of the last episode: how care ended, as the last home allows. */
export const endReasonOf = (next: Stream, entry: Entry, last: Stay | undefined): string => {
  const type = last?.type ?? '';
  switch (entry.leaving) {
    case 'home':
      return type === 'P1' ? 'E4A' : weighted(next, HOME);
    case 'guardianship':
      return weighted(next, underGuardianship(type));
    case 'adoption':
      return weighted(next, [
        ['E12', 72],
        ['E11', 28],
      ]);
    case 'eighteen':
      return weighted(next, atEighteen(type));
    case 'independence':
      return weighted(next, [
        ['E5', 60],
        ['E6', 40],
      ]);
    case 'remand':
      return weighted(next, [
        ['E14', 80],
        ['E9', 20],
      ]);
    case 'transfer':
      return 'E3';
    case 'age-assessed':
      return 'E15';
    case 'lost':
      return 'E8';
  }
};
