import { slashed } from '../calendar/days.ts';
import type { Life, Spell } from '../care/life.ts';
import { between, type Odds, pick, weighted } from '../random/draw.ts';
import { stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

const BEFORE: Odds<string> = [
  ['Z1', 930],
  ['P2', 34],
  ['P3', 18],
  ['P1', 8],
  ['P4', 10],
];

/** Authorities that arranged it: codes of the return's LA_PERM set. */
const ARRANGED_BY = ['925', '926', '873', '874', '935', '330', '886', '999'] as const;

const cellsOf = (life: Life, spell: Spell): Readonly<Record<string, string>> => {
  const next = stream(`${life.id}/permanence/${spell.starts}`);
  const age = spell.starts - life.born;
  const kind = age < 400 || life.unaccompanied ? 'Z1' : weighted(next, BEFORE);
  if (kind === 'Z1') return { PREV_PERM: 'Z1' };
  if (kind === 'P4') return { PREV_PERM: 'P4', LA_PERM: '999', DATE_PERM: 'ZZ/ZZ/ZZZZ' };
  const written = slashed(spell.starts - between(next, Math.floor(age * 0.2), Math.floor(age * 0.8)));
  const known = next() < 0.6 ? written : `ZZ${written.slice(2)}`;
  // A month of which the day is not known may not run into the month care began in.
  const clear = written.slice(3) !== slashed(spell.starts).slice(3);
  return { PREV_PERM: kind, LA_PERM: pick(next, ARRANGED_BY), DATE_PERM: clear ? known : written };
};

/** Whether a child who comes into care had been found a permanent family before. */
export const permanenceOf = (life: Life): readonly Happening[] =>
  life.spells.map((spell) => ({
    table: 'PrevPerm',
    from: spell.starts,
    to: null,
    cells: cellsOf(life, spell),
  }));
