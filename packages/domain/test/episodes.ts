import fc from 'fast-check';
import { type Day, day, dayFromNumber, dayNumber } from '../src/calendar/day.ts';
import type { Episode } from '../src/child/episode.ts';

/** Test material: episodes written as a person would read them out. Days are text. */
export const anEpisode = (
  said: Partial<Omit<Episode, 'decom' | 'dec'>> & { decom: string; dec?: string | null },
): Episode => ({
  rne: 'S',
  ls: 'C2',
  cin: 'N1',
  place: 'U6',
  provider: 'PR1',
  rec: typeof said.dec === 'string' ? 'X1' : null,
  reasonPlaceChange: null,
  homePostcode: null,
  postcode: null,
  urn: null,
  ...said,
  decom: day(said.decom),
  dec: typeof said.dec === 'string' ? day(said.dec) : null,
});

/** Few values of everything, so that chance makes rows that agree, contradict and return to one another. */
const arbitraryRow = fc.record({
  wait: fc.constantFrom(0, 0, 0, 0, 0, 1, 40),
  length: fc.constantFrom(0, 0, 1, 2, 7, 30, 200, 400),
  rne: fc.constantFrom('S', 'L', 'L', 'P', 'P', 'T', 'B', 'U'),
  ls: fc.constantFrom('C1', 'C2', 'C2', 'V2', 'V3', 'V4', 'E1'),
  cin: fc.constantFrom('N1', 'N1', 'N1', 'N8', null),
  place: fc.constantFrom('U4', 'U6', 'U6', 'U5', 'K2', 'A5', 'A6', 'T0', 'T1', 'T3'),
  provider: fc.constantFrom('PR1', 'PR4', null),
  rec: fc.constantFrom('X1', 'X1', 'X1', 'X1', 'E4A', 'E4B', 'E11', null),
  reasonPlaceChange: fc.constantFrom(null, null, 'CARPL', 'CREQB'),
  homePostcode: fc.constantFrom(null, 'ZZ1 1AA'),
  postcode: fc.constantFrom(null, 'ZZ1 1AA', 'ZZ11AA', 'zz2 2bb'),
  urn: fc.constantFrom(null, null, 'SC000001'),
});

/**
 * Any sequence of episodes that would be accepted from a return: zero-length rows (several on a day, too), gaps after
 * REC X1, a new start on the day care ended, REC without DEC and DEC without REC, RNE that contradicts what changed.
 */
export const arbitraryEpisodes = (
  from: Day = day('2020-01-31'),
  maxLength = 12,
): fc.Arbitrary<readonly Episode[]> =>
  fc.record({ rows: fc.array(arbitraryRow, { maxLength }), open: fc.boolean() }).map(({ rows, open }) => {
    let at = dayNumber(from);
    return rows.map(({ wait, length, ...row }, i) => {
      const starts = at + wait;
      at = starts + length;
      const stillOpen = open && i === rows.length - 1;
      return { ...row, decom: dayFromNumber(starts), dec: stillOpen ? null : dayFromNumber(at) };
    });
  });
