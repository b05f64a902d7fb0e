/**
 * Invented episodes for benchmarks, the same for the same seed: children who come into care over ten years, move,
 * change legal status, go on holiday and come back, or never do; some only for short breaks.
 */
import { buildEpisodeColumns, type EpisodeColumns } from '@rightplace/domain';

export interface SyntheticEpisode {
  readonly decom: number;
  readonly dec: number | null;
  readonly rne: string;
  readonly ls: string;
  readonly place: string;
  readonly rec: string | null;
  readonly postcode: string | null;
}

export interface SyntheticChild {
  readonly id: string;
  readonly episodes: readonly SyntheticEpisode[];
}

/** Days since 1 January 1970 of 1 April 2015 and 31 March 2025. */
const FIRST_DAY = 16_526;
const LAST_DAY = 20_178;

/** Numbers from 0 to below 1, told by the seed alone (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const HOMES = ['U6', 'U6', 'U6', 'U4', 'U1', 'U3', 'K2', 'K2', 'K3', 'P1', 'A6', 'R2'];
const TEMPORARY = ['T1', 'T2', 'T3', 'T4'];
const ENDINGS = ['E4A', 'E4A', 'E4B', 'E11', 'E41', 'E46', 'E5', 'E8'];
const CHANGES = ['P', 'P', 'P', 'P', 'L', 'L', 'L', 'B', 'T', 'U'];
const STATUSES = ['V2', 'V2', 'C1', 'C2', 'C2', 'E1'];

/** Children until there are at least that many episodes. */
export function* syntheticChildren(episodes: number, seed: number): Generator<SyntheticChild> {
  const random = seededRandom(seed);
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const postcode = (): string =>
    `ZZ${Math.floor(random() * 90) + 10} ${Math.floor(random() * 9)}${oneOf(['AA', 'BD', 'EF', 'JH', 'XY'])}`;

  const periodOfCare = (from: number): SyntheticEpisode[] => {
    const rows: SyntheticEpisode[] = [];
    const shortBreaks = random() < 0.03;
    let home = { place: oneOf(HOMES), postcode: postcode() };
    let ls = shortBreaks ? 'V4' : oneOf(STATUSES);
    let rne = 'S';
    let at = from;
    for (let left = 1 + Math.floor(random() * random() * 12); left > 0; left--) {
      const to = at + 1 + Math.floor(-Math.log(1 - random()) * 260);
      const away = rows.length > 0 && left > 1 && random() < 0.08;
      const open = to > LAST_DAY;
      const last = left === 1;
      const dec = open ? null : away ? Math.min(to, at + 14) : to;
      const rec = dec === null ? null : last ? oneOf(ENDINGS) : 'X1';
      const lives = away ? { place: oneOf(TEMPORARY), postcode: null } : home;
      rows.push({ decom: at, dec, rne, ls, ...lives, rec });
      if (dec === null) break;
      at = dec;
      if (away && random() < 0.9) {
        rne = 'P';
        continue;
      }
      rne = oneOf(CHANGES);
      if (rne !== 'L') home = { place: oneOf(HOMES), postcode: postcode() };
      if (!shortBreaks && (rne === 'L' || rne === 'B' || rne === 'U')) ls = oneOf(STATUSES);
    }
    return rows;
  };

  let made = 0;
  for (let i = 0; made < episodes; i++) {
    const rows = periodOfCare(FIRST_DAY + Math.floor(random() * (LAST_DAY - FIRST_DAY)));
    const ended = rows.at(-1)?.dec ?? null;
    const again = ended === null ? LAST_DAY : ended + Math.floor(random() * 400);
    if (ended !== null && random() < 0.2 && again < LAST_DAY) rows.push(...periodOfCare(again));
    made += rows.length;
    yield { id: `S${String(i).padStart(7, '0')}`, episodes: rows };
  }
}

/** The same as typed columns. */
export const columnsOf = (children: readonly SyntheticChild[]): EpisodeColumns => {
  const builder = buildEpisodeColumns(children.reduce((sum, { episodes }) => sum + episodes.length, 0));
  for (const { id, episodes } of children) {
    builder.beginChild(id);
    for (const episode of episodes) builder.add(episode);
  }
  return builder.build();
};
