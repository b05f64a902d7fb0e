import type { DayNumber } from '@rightplace/domain';
import type { Sector } from '../places/geography.ts';
import { impossiblePostcode } from '../places/postcodes.ts';
import { between, chance, type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import type { Stay } from './life.ts';

/** T-codes and the longest each may last here; the return allows T1 42 days, T3 21 and T4 seven. */
const TEMPORARY: Odds<readonly [code: string, longest: number]> = [
  [['T1', 18], 30],
  [['T2', 14], 15],
  [['T3', 14], 30],
  [['T4', 7], 25],
];

const PER_YEAR = 0.05;

/** The stays from which children go away for a while and come back. */
const FROM: ReadonlySet<string> = new Set(['U1', 'U3', 'U4', 'U6', 'K2']);

/**
 * Puts a temporary move into some long stays: away, and back to the same place. Both are new placements to the
 * return, and neither gives a reason. Never across a change of legal status, which would have to be told as well.
 */
export const withTemporaryMove = (
  next: Stream,
  stay: Stay,
  home: { readonly sector: Sector; readonly postcode: string | null },
  legalChanges: readonly DayNumber[],
): readonly Stay[] => {
  const length = stay.ends - stay.starts;
  if (length < 90 || !FROM.has(stay.type) || !chance(next, Math.min(0.3, (PER_YEAR * length) / 365)))
    return [stay];
  const [type, longest] = weighted(next, TEMPORARY);
  const away = stay.starts + between(next, 30, length - 45);
  const postcode = impossiblePostcode(next, home.sector.name);
  if (postcode === home.postcode) return [stay];
  const back = away + between(next, 2, longest);
  if (legalChanges.some((day) => day >= away - 1 && day <= back + 1)) return [stay];
  return [
    { ...stay, ends: away, whyEnded: null },
    {
      starts: away,
      ends: back,
      type,
      provider: null,
      postcode,
      urn: null,
      began: 'changed',
      whyEnded: null,
    },
    { ...stay, starts: back, began: 'changed' },
  ];
};
