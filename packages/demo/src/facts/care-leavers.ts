import { birthday } from '../calendar/days.ts';
import type { Life, Spell } from '../care/life.ts';
import { type Odds, pick, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

const IN_TOUCH: Odds<string> = [
  ['YES', 88],
  ['NO', 6],
  ['REFU', 3],
  ['NREQ', 3],
];
const ACTIVITY: Odds<string> = [
  ['F2', 22],
  ['P2', 6],
  ['F1', 5],
  ['F5', 20],
  ['P5', 6],
  ['F4', 3],
  ['G5', 20],
  ['G4', 12],
  ['G6', 6],
];
const HOMES: Odds<string> = [
  ['U1', 36],
  ['D1', 22],
  ['B1', 11],
  ['E1', 5],
  ['K1', 4],
  ['T1', 3],
  ['C1', 3],
  ['X2', 3],
  ['Y1', 3],
  ['S2', 1.5],
  ['V2', 1.5],
];

const WEEKS_13 = 91;

/** Looked after for thirteen weeks since fourteen, some of it at sixteen or over: owed support as a care leaver. */
const isCareLeaver = (life: Life): boolean => {
  const fourteen = birthday(life.born, 14);
  const sixteen = birthday(life.born, 16);
  const since = life.spells.reduce((days, s) => days + Math.max(0, s.ends - Math.max(s.starts, fourteen)), 0);
  return since >= WEEKS_13 && life.spells.some((spell) => spell.ends > sixteen);
};

/** Those who were adopted, moved to another authority's care or were found to be adults are not followed. */
const NOT_FOLLOWED: ReadonlySet<string> = new Set(['E11', 'E12', 'E2', 'E3', 'E15']);

const cellsOf = (next: Stream, age: number, last: Spell): Readonly<Record<string, string>> => {
  const wentHome = last.endReason === 'E4A' || last.endReason === 'E4B';
  const touch = wentHome && next() < 0.5 ? 'RHOM' : weighted(next, IN_TOUCH);
  if (touch !== 'YES') return { IN_TOUCH: touch, ACTIV: '0', ACCOM: '0' };
  if (last.endReason === 'E17' && age <= 19) {
    return { IN_TOUCH: touch, ACTIV: weighted(next, ACTIVITY), ACCOM: 'Z1' };
  }
  // Foyers and independent tenancies are for adults; before eighteen it is supported housing or family.
  const home = age < 18 ? pick(next, ['D1', 'E1', 'B1']) : weighted(next, HOMES);
  return { IN_TOUCH: touch, ACTIV: weighted(next, ACTIVITY), ACCOM: home };
};

/** OC3: how a care leaver was doing around each birthday from the seventeenth to the twenty-first. */
export const careLeavingOf = (life: Life, until: number): readonly Happening[] => {
  const last = life.spells[life.spells.length - 1];
  if (last === undefined || last.ends > until || NOT_FOLLOWED.has(last.endReason) || !isCareLeaver(life))
    return [];
  return [17, 18, 19, 20, 21].flatMap((age): readonly Happening[] => {
    const day = birthday(life.born, age);
    if (day <= last.ends || day > until) return [];
    const next = stream(`${life.id}/leaver/${life.born}/${age}`);
    return [{ table: 'OC3', from: day, to: null, cells: cellsOf(next, age, last) }];
  });
};
