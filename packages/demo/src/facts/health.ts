import { birthday, yearEnd, yearOf, yearStart } from '../calendar/days.ts';
import type { Life } from '../care/life.ts';
import { between, chance, type Odds, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

const yes = (next: Stream, probability: number): string => (chance(next, probability) ? '1' : '0');

const NO_SCORE: Odds<string> = [
  ['SDQ2', 40],
  ['SDQ3', 10],
  ['SDQ4', 30],
  ['SDQ5', 20],
];

/** Strengths and difficulties: asked of carers of those aged 4 to 16. */
const sdq = (next: Stream, life: Life, year: number): Readonly<Record<string, string>> => {
  const asked = birthday(life.born, 4) <= yearEnd(year) && birthday(life.born, 17) >= yearStart(year);
  if (!asked) return {};
  // Turning four or seventeen in the year, some were not of an age to be asked when the others were.
  const wholeYear = birthday(life.born, 4) <= yearStart(year) && birthday(life.born, 16) >= yearEnd(year);
  if (!wholeYear && chance(next, 0.4)) return { SDQ_REASON: 'SDQ1' };
  if (chance(next, 0.2)) return { SDQ_REASON: weighted(next, NO_SCORE) };
  return { SDQ_SCORE: String(Math.min(40, between(next, 2, 14) + between(next, 0, 13))) };
};

const substanceMisuse = (next: Stream, old: boolean): Readonly<Record<string, string>> => {
  if (!old || !chance(next, 0.06)) return { SUBSTANCE_MISUSE: '0' };
  if (chance(next, 0.5)) return { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' };
  return { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: yes(next, 0.8) };
};

const cellsOf = (next: Stream, life: Life, year: number): Readonly<Record<string, string>> => {
  const end = yearEnd(year);
  return {
    ...sdq(next, life, year),
    ...(birthday(life.born, 10) <= end ? { CONVICTED: yes(next, 0.02) } : {}),
    ...(birthday(life.born, 5) > end ? { HEALTH_CHECK: yes(next, 0.9) } : {}),
    IMMUNISATIONS: yes(next, life.unaccompanied ? 0.6 : 0.85),
    TEETH_CHECK: yes(next, 0.79),
    HEALTH_ASSESSMENT: yes(next, 0.9),
    ...substanceMisuse(next, birthday(life.born, 11) <= end),
  };
};

/** OC2: one row for each 31 March by which the child had been looked after for twelve months without a break. */
export const outcomesOf = (life: Life, until: number): readonly Happening[] => {
  const rows: Happening[] = [];
  for (const spell of life.spells) {
    const last = yearOf(Math.min(spell.ends, until + 1));
    for (let year = yearOf(spell.starts); year <= last; year += 1) {
      const end = yearEnd(year);
      if (spell.starts > yearStart(year) || spell.ends <= end || end > until + 1) continue;
      const next = stream(`${life.id}/outcomes/${life.born}/${year}`);
      // Asked for as at 31 March itself, the year's row is there already.
      rows.push({ table: 'OC2', from: Math.min(end, until), to: null, cells: cellsOf(next, life, year) });
    }
  }
  return rows;
};
