import { ageAt, nextWeekday, slashed } from '../calendar/days.ts';
import type { Life } from '../care/life.ts';
import { between, chance, type Odds, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

const TAKING_PART: Odds<string> = [
  ['PN1', 47],
  ['PN2', 6],
  ['PN4', 3],
  ['PN5', 5],
  ['PN6', 28],
  ['PN7', 11],
];
const WITH_FEW_WORDS: Odds<string> = [
  ['PN3', 60],
  ['PN2', 20],
  ['PN7', 20],
];

const SHARE_LATE = 0.05;

/**
 * Days to wait for the review that follows so many others: within 20 working days of coming into care, then three
 * months, then six (Care Planning, Placement and Case Review Regulations 2010, regulation 33). A few are late.
 */
const wait = (next: Stream, held: number): number => {
  const late = chance(next, SHARE_LATE) ? between(next, 6, 30) : 0;
  if (held === 0) return between(next, 15, 25) + late;
  return held === 1 ? between(next, 72, 88) + late : between(next, 150, 179) + late;
};

const reviewCode = (next: Stream, life: Life, age: number): string => {
  if (age < 4) return 'PN0';
  const fewWords = life.disabilities.includes('COMM') || life.disabilities.includes('PC');
  return weighted(next, fewWords ? WITH_FEW_WORDS : TAKING_PART);
};

export const reviewsOf = (life: Life, until: number): readonly Happening[] => {
  const next = stream(`${life.id}/reviews/${life.born}`);
  const reviews: Happening[] = [];
  for (const spell of life.spells) {
    const last = Math.min(spell.ends - 1, until);
    let held = 0;
    let day = nextWeekday(spell.starts + wait(next, held));
    while (day <= last) {
      const cells = { REVIEW: slashed(day), REVIEW_CODE: reviewCode(next, life, ageAt(life.born, day)) };
      reviews.push({ table: 'Reviews', from: day, to: null, cells });
      held += 1;
      day = nextWeekday(day + wait(next, held));
    }
  }
  return reviews;
};
