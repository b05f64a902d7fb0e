import { birthday, slashed } from '../calendar/days.ts';
import type { Life, Spell } from '../care/life.ts';
import { between, chance, type Odds, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

const DAYS_AWAY: Odds<number> = [
  [0, 45],
  [1, 32],
  [2, 10],
  [3, 6],
  [6, 5],
  [14, 2],
];

const wentMissing = (kind: 'M' | 'A', starts: number, ends: number): Happening => ({
  table: 'Missing',
  from: starts,
  to: ends,
  cells: { MISSING: kind, MIS_START: slashed(starts) },
  endCells: { MIS_END: slashed(ends) },
});

const incident = (next: Stream, starts: number, ends: number): Happening =>
  wentMissing(chance(next, 0.86) ? 'M' : 'A', starts, ends);

/** Incidents of one period of care: few children, most of them teenagers, and of those few some go often. */
const incidentsOf = (next: Stream, life: Life, spell: Spell, until: number): readonly Happening[] => {
  const from = Math.max(spell.starts + 7, birthday(life.born, 12));
  const to = Math.min(spell.ends - 20, until);
  const moves = spell.stays.filter((stay) => stay.whyEnded === 'CREQB' || stay.whyEnded === 'CHILD').length;
  const goes = chance(next, 0.1 + 0.12 * Math.min(moves, 4));
  const found: Happening[] = [];
  if (goes) {
    const often = between(next, 25, 240);
    for (let day = from + between(next, 5, often * 2); day < to; ) {
      const back = day + weighted(next, DAYS_AWAY);
      found.push(incident(next, day, back));
      day = back + 1 + between(next, 3, often * 2);
    }
  }
  // Someone who was never found is missing until the day care is ended for it.
  const lost = spell.endReason === 'E8' && life.unaccompanied && spell.ends < birthday(life.born, 18);
  if (lost)
    found.push(incident(next, Math.max(spell.starts + 1, spell.ends - between(next, 14, 60)), spell.ends));
  return found;
};

export const missingOf = (life: Life, until: number): readonly Happening[] => {
  if (life.missing !== undefined)
    return life.missing.map(({ starts, ends }) => wentMissing('M', starts, ends));
  const next = stream(`${life.id}/missing/${life.born}`);
  return life.spells.flatMap((spell) => withoutOverlaps(incidentsOf(next, life, spell, until)));
};

const withoutOverlaps = (incidents: readonly Happening[]): readonly Happening[] => {
  const last = incidents[incidents.length - 1];
  return last === undefined ? [] : [...incidents.filter((i) => i !== last && (i.to ?? 0) < last.from), last];
};
