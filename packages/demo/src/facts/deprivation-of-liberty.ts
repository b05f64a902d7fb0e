import { day, dayNumber } from '@rightplace/domain';
import { slashed } from '../calendar/days.ts';
import type { Life } from '../care/life.ts';
import { between, chance } from '../random/draw.ts';
import { stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

/** Orders are returned from the collection year 2026-27. */
const RETURNED_FROM = dayNumber(day('2026-04-01'));
const SHARE: Readonly<Record<string, number>> = { K2: 0.04, Z12: 0.45, Z13: 0.45 };

/** High Court orders for a few young people, within one stay in a children's home or an unregistered setting. */
export const deprivationOf = (life: Life): readonly Happening[] => {
  const next = stream(`${life.id}/liberty/${life.born}`);
  return life.spells.flatMap((spell) =>
    spell.stays.flatMap((stay): readonly Happening[] => {
      const from = Math.max(stay.starts, RETURNED_FROM);
      const given = chance(next, SHARE[stay.type] ?? 0);
      if (!given || stay.ends - from < 25 || from - life.born < 10 * 365) return [];
      const starts = from + between(next, 0, 5);
      const ends = Math.min(starts + between(next, 28, 168), stay.ends - 1);
      const cells = { DOLO_START: slashed(starts) };
      return [{ table: 'DoLo', from: starts, to: ends, cells, endCells: { DOLO_END: slashed(ends) } }];
    }),
  );
};
