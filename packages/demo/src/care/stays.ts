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
  ['foster', 59],
  ['kin', 25],
  ['parents', 11],
  ['childrens-home', 2],
  ['family-centre', 1],
];
const MIDDLE: Odds<HomeKind> = [
  ['foster', 43],
  ['kin', 17],
  ['childrens-home', 17],
  ['parents', 11],
  ['unregistered', 9],
  ['school', 0.3],
  ['care-home', 1.7],
];
const OLDER: Odds<HomeKind> = [
  ['foster', 28],
  ['kin', 9],
  ['childrens-home', 20],
  ['supported', 36],
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

/**
 * Since when a care order has been in force that lasts to the end; undefined when none does. Children are placed with
 * parents only under one (Care Planning Regulations 2010, Part 4), and not on the way to adoption.
 */
const careOrderSince = (statuses: readonly StatusFrom[]): DayNumber | undefined => {
  const isOrder = ({ status }: StatusFrom): boolean => status === 'C1' || status === 'C2';
  const lastOther = statuses.findLastIndex((s) => !isOrder(s));
  return statuses[lastOther + 1]?.starts;
};

/** From which day a young person who will leave at eighteen lives in supported accommodation, if at all. */
const supportedFrom = (next: Stream, entry: Entry): DayNumber => {
  if (entry.leaving !== 'eighteen' || !chance(next, 0.32)) return Number.POSITIVE_INFINITY;
  return birthday(entry.born, 16) + between(next, 20, 640);
};

const nextKind = (
  next: Stream,
  entry: Entry,
  orderSince: DayNumber | undefined,
  on: DayNumber,
  before: HomeStretch | undefined,
): HomeKind => {
  const age = ageAt(entry.born, on);
  if (before?.kind === 'childrens-home' && age < 16 && chance(next, 0.62)) return 'childrens-home';
  const withParents =
    before !== undefined && before.kind !== 'parents' && orderSince !== undefined && orderSince <= on;
  for (;;) {
    const kind = weighted(next, kindOdds(entry, age));
    if (kind === 'parents' && !withParents) continue;
    if (kind === 'kin' && before?.kind === 'kin') continue;
    return kind === 'custody' && age < 15 ? 'secure-home' : kind;
  }
};

/** The day from which the child is home with parents while the order lasts, or the end of care when never. */
const homeToParentsOn = (next: Stream, entry: Entry, orderSince: DayNumber | undefined): DayNumber => {
  const length = entry.ends - entry.starts;
  if (entry.leaving !== 'home' || orderSince === undefined || length < 150 || !chance(next, 0.8))
    return entry.ends;
  const days = Math.min(Math.floor(length * 0.6), 40 + logNormalDays(next, 260, 0.8));
  return Math.max(entry.ends - days, orderSince);
};

/** Foster carers who will adopt are approved for both from the day the child comes to them. */
const withAdopters = (
  homes: readonly HomeStretch[],
  adoption: AdoptionDays | undefined,
): readonly HomeStretch[] =>
  homes.map((home, i) =>
    adoption?.byFosterCarer === true && i === homes.length - 1 ? { ...home, kind: 'early-permanence' } : home,
  );

const stretchLength = (next: Stream, kind: HomeKind, settles: boolean): number => {
  if (PASSING.has(kind)) return passingLength(next, kind);
  if (settles) return logNormalDays(next, 2700, 0.9);
  const [from, to] = weighted(next, PUBLISHED_LENGTHS);
  return between(next, from, to);
};

/** Where a child lives, stretch by stretch, from the first day of a period of care to its last. */
export const planHomes = (
  next: Stream,
  entry: Entry,
  statuses: readonly StatusFrom[],
  adoption: AdoptionDays | undefined,
): readonly HomeStretch[] => {
  const orderSince = careOrderSince(statuses);
  const toParents = homeToParentsOn(next, entry, orderSince);
  const bodyEnds = adoption?.placed ?? toParents;
  const restless = isRestless(next, ageAt(entry.born, entry.starts));
  const toSupported = supportedFrom(next, entry);
  const homes: HomeStretch[] = [];
  for (let day = entry.starts; day < bodyEnds; ) {
    const first = homes.length === 0;
    const supportedNow = day >= toSupported;
    const kind = supportedNow ? 'supported' : nextKind(next, entry, orderSince, day, homes[homes.length - 1]);
    const settles = !PASSING.has(kind) && chance(next, restless ? 0.16 : first ? 0.27 : 0.53);
    const waitsForAdopters = adoption !== undefined && !first;
    const length = waitsForAdopters ? Number.POSITIVE_INFINITY : stretchLength(next, kind, settles);
    const limit = supportedNow ? bodyEnds : Math.min(bodyEnds, toSupported);
    // The last days before a change that was coming anyway are not another move.
    const ends = limit - (day + length) < 12 ? limit : day + length;
    homes.push({ starts: day, ends, kind, settled: settles });
    day = ends;
  }
  return [...withAdopters(homes, adoption), ...atTheEnd(entry, adoption, toParents, homes[homes.length - 1])];
};

/** The stretch that was planned for the end: with adopters, or with parents unless the child is there already. */
const atTheEnd = (
  { ends }: Entry,
  adoption: AdoptionDays | undefined,
  toParents: DayNumber,
  before: HomeStretch | undefined,
): readonly HomeStretch[] => {
  if (adoption !== undefined) return [{ starts: adoption.placed, ends, kind: 'adoptive', settled: true }];
  if (toParents >= ends) return [];
  // Home already: the next stretch would be no move, so the child goes to relatives' instead.
  const kind = before?.kind === 'parents' ? 'kin' : 'parents';
  return [{ starts: toParents, ends, kind, settled: true }];
};
