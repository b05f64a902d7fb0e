import { slashed } from '../calendar/days.ts';
import type { Life, Spell } from '../care/life.ts';
import { type Odds, pick, weighted } from '../random/draw.ts';
import { stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

/** NB_ADOPTR, SEX_ADOPTR and LS_ADOPTR, which must agree with one another. */
const ADOPTERS: Odds<readonly [number: string, sexes: string, status: string]> = [
  [['2', 'MF', 'L11'], 58],
  [['2', 'MF', 'L3'], 12],
  [['1', 'F1', 'L0'], 12],
  [['1', 'M1', 'L0'], 2],
  [['2', 'MM', 'L12'], 7],
  [['2', 'FF', 'L12'], 4],
  [['2', 'MM', 'L4'], 3],
  [['2', 'FF', 'L2'], 2],
];

const decision = (life: Life, spell: Spell): readonly Happening[] => {
  const plan = spell.adoption;
  if (plan === undefined) return [];
  const cells = { DATE_PLACED: slashed(plan.decided) };
  if (plan.reversed === undefined) return [{ table: 'PlacedAdoption', from: plan.decided, to: null, cells }];
  const why = pick(stream(`${life.id}/reversed/${plan.reversed}`), ['RD3', 'RD3', 'RD1', 'RD4']);
  const endCells = { DATE_PLACED_CEASED: slashed(plan.reversed), REASON_PLACED_CEASED: why };
  return [{ table: 'PlacedAdoption', from: plan.decided, to: plan.reversed, cells, endCells }];
};

const adopted = (life: Life, spell: Spell): readonly Happening[] => {
  const plan = spell.adoption;
  if (plan === undefined || (spell.endReason !== 'E11' && spell.endReason !== 'E12')) return [];
  const [number, sexes, status] = weighted(stream(`${life.id}/adopters/${life.born}`), ADOPTERS);
  const last = spell.stays[spell.stays.length - 1];
  const cells = {
    DATE_INT: slashed(plan.decided),
    DATE_MATCH: slashed(plan.matched),
    FOSTER_CARE: last?.type === 'A3' || last?.type === 'A5' ? '1' : '0',
    NB_ADOPTR: number,
    SEX_ADOPTR: sexes,
    LS_ADOPTR: status,
  };
  return [{ table: 'AD1', from: spell.ends, to: null, cells }];
};

/** The decision that a child should be placed for adoption, and the adoption itself. */
export const adoptionOf = (life: Life): readonly Happening[] =>
  life.spells.flatMap((spell) => [...decision(life, spell), ...adopted(life, spell)]);
