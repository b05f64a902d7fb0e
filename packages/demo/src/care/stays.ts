import type { DayNumber } from '@rightplace/domain';
import { ageAt, birthday } from '../calendar/days.ts';
import { ENGLAND_PLACEMENT_LENGTHS } from '../england/england-mix.ts';
import { between, chance, logNormalDays, type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import type { Entry } from './entry.ts';
import type { AdoptionDays } from './legal.ts';
import type { StatusFrom } from './life.ts';

/** What sort of home a stretch is in; the places themselves are found afterwards. */
export type HomeKind =
  | 'foster'
  | 'kin'
  | 'early-permanence'
  | 'childrens-home'
  | 'secure-home'
  | 'supported'
  | 'parents'
  | 'adoptive'
  | 'family-centre'
  | 'hospital'
  | 'custody'
  | 'school'
  | 'care-home'
  | 'unregistered';

export interface HomeStretch {
  readonly starts: DayNumber;
  readonly ends: DayNumber;
  readonly kind: HomeKind;
  /** The child is meant to stay: a long-term match may follow. */
  readonly settled: boolean;
}

const UNDER_ONE: Odds<HomeKind> = [
  ['foster', 58],
  ['early-permanence', 7],
  ['kin', 24],
  ['family-centre', 9],
  ['parents', 8],
  ['hospital', 1],
];
const YOUNG: Odds<HomeKind> = [
  ['foster', 63],
  ['kin', 25],
  ['parents', 9],
  ['childrens-home', 2],
  ['family-centre', 1],
];
const MIDDLE: Odds<HomeKind> = [
  ['foster', 47],
  ['kin', 17],
  ['childrens-home', 16],
  ['parents', 9],
  ['unregistered', 9],
  ['school', 0.3],
  ['care-home', 1.7],
];
const OLDER: Odds<HomeKind> = [
  ['foster', 28],
  ['kin', 9],
  ['childrens-home', 20],
  ['supported', 33],
  ['unregistered', 25],
  ['parents', 5],
  ['secure-home', 1],
  ['care-home', 1.5],
  ['custody', 1],
];
const LONE_YOUNGER: Odds<HomeKind> = [
  ['foster', 92],
  ['childrens-home', 4],
  ['unregistered', 4],
];
const LONE_OLDER: Odds<HomeKind> = [
  ['foster', 38],
  ['supported', 51],
  ['unregistered', 14],
];
const REMAND: Odds<HomeKind> = [
  ['custody', 55],
  ['secure-home', 15],
  ['foster', 15],
  ['childrens-home', 15],
];

const kindOdds = (entry: Entry, age: number): Odds<HomeKind> => {
  if (entry.leaving === 'remand') return REMAND;
  if (entry.unaccompanied) return age < 16 ? LONE_YOUNGER : LONE_OLDER;
  if (age < 1) return UNDER_ONE;
  if (age < 9) return YOUNG;
  return age < 16 ? MIDDLE : OLDER;
};

/** A temporary order or need: not somewhere anyone settles. */
const PASSING: ReadonlySet<HomeKind> = new Set([
  'family-centre',
  'hospital',
  'custody',
  'secure-home',
  'unregistered',
]);

const PUBLISHED_LENGTHS: Odds<readonly [from: number, to: number]> = ENGLAND_PLACEMENT_LENGTHS.map(
  ([from, to, number]) => [[from, to] as const, number] as const,
);

const passingLength = (next: Stream, kind: HomeKind): number => {
  if (kind === 'hospital') return between(next, 3, 30);
  return logNormalDays(next, 110, 0.8);
};

/** A child for whom moves follow moves, and one who stays. */
const isRestless = (next: Stream, age: number): boolean => chance(next, age >= 11 ? 0.34 : 0.2);

const agreementOnly = (statuses: readonly StatusFrom[], on: DayNumber): boolean => {
  const status = statuses.findLast((s) => s.starts <= on)?.status;
  // Placement with parents is only for children under a care order (Care Planning Regulations 2010, Part 4).
  return status !== 'C1' && status !== 'C2';
};

/** From which day a young person who will leave at eighteen lives in supported accommodation, if at all. */
const supportedFrom = (next: Stream, entry: Entry): DayNumber => {
  if (entry.leaving !== 'eighteen' || !chance(next, 0.32)) return Number.POSITIVE_INFINITY;
  return birthday(entry.born, 16) + between(next, 20, 640);
};

const nextKind = (
  next: Stream,
  entry: Entry,
  statuses: readonly StatusFrom[],
  on: DayNumber,
  before: HomeStretch | undefined,
): HomeKind => {
  const age = ageAt(entry.born, on);
  if (before?.kind === 'childrens-home' && age < 16 && chance(next, 0.62)) return 'childrens-home';
  for (;;) {
    const kind = weighted(next, kindOdds(entry, age));
    if (
      kind === 'parents' &&
      (before === undefined || entry.leaving === 'adoption' || agreementOnly(statuses, on))
    ) {
      continue;
    }
    if (kind === 'custody' && age < 15) return 'secure-home';
    if (kind === 'kin' && before?.kind === 'kin') continue;
    return kind;
  }
};

/** How many days before the end the child goes home to parents while the order lasts; none for most. */
const lastWithParents = (next: Stream, entry: Entry, statuses: readonly StatusFrom[]): number => {
  if (entry.leaving !== 'home' || agreementOnly(statuses, entry.ends - 1)) return 0;
  const length = entry.ends - entry.starts;
  if (length < 150 || !chance(next, 0.8)) return 0;
  return Math.min(Math.floor(length * 0.6), 40 + logNormalDays(next, 260, 0.8));
};

/** Foster carers who will adopt are approved for both from the day the child comes to them. */
const withAdopters = (homes: readonly HomeStretch[], adoption: AdoptionDays): readonly HomeStretch[] =>
  homes.map((home, i) =>
    adoption.byFosterCarer && i === homes.length - 1 ? { ...home, kind: 'early-permanence' } : home,
  );

/** Where a child lives, stretch by stretch, from the first day of a period of care to its last. */
export const planHomes = (
  next: Stream,
  entry: Entry,
  statuses: readonly StatusFrom[],
  adoption: AdoptionDays | undefined,
): readonly HomeStretch[] => {
  const toParents = entry.ends - lastWithParents(next, entry, statuses);
  const bodyEnds = adoption?.placed ?? toParents;
  const restless = isRestless(next, ageAt(entry.born, entry.starts));
  const toSupported = supportedFrom(next, entry);
  const homes: HomeStretch[] = [];
  let day = entry.starts;
  while (day < bodyEnds) {
    const supportedNow = day >= toSupported;
    const kind = supportedNow ? 'supported' : nextKind(next, entry, statuses, day, homes[homes.length - 1]);
    const first = homes.length === 0;
    const passing = PASSING.has(kind);
    const settles = !passing && chance(next, restless ? 0.16 : first ? 0.27 : 0.53);
    const [from, to] = weighted(next, PUBLISHED_LENGTHS);
    let length = passing
      ? passingLength(next, kind)
      : settles
        ? logNormalDays(next, 2700, 0.9)
        : between(next, from, to);
    if (adoption !== undefined && !first) length = Number.POSITIVE_INFINITY;
    const limit = supportedNow || toSupported < entry.starts ? bodyEnds : Math.min(bodyEnds, toSupported);
    let ends = Math.min(day + length, limit);
    // The last days before a change that was coming anyway are not another move.
    if (limit - ends < 12) ends = limit;
    if (ends <= day) ends = day + 1;
    homes.push({ starts: day, ends, kind, settled: settles });
    day = ends;
  }
  if (adoption !== undefined)
    return [
      ...withAdopters(homes, adoption),
      { starts: bodyEnds, ends: entry.ends, kind: 'adoptive', settled: true },
    ];
  if (toParents < entry.ends)
    homes.push({ starts: toParents, ends: entry.ends, kind: 'parents', settled: true });
  return homes;
};
