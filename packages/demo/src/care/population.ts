import type { DayNumber } from '@rightplace/domain';
import { addMonthsTo, ageAt, birthday, notLeapDay, yearEnd, yearOf, yearStart } from '../calendar/days.ts';
import { ENGLAND_BY_YEAR } from '../england/england-mix.ts';
import { between, type Odds, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import { drawEntry, type Entry } from './entry.ts';
import { inventFamily, type World } from './family.ts';
import type { Life } from './life.ts';

/** How far back someone still looked after may have come in. */
const YEARS_BACK = 18;
/** Starts a year before the published series begins. */
const STARTS_BEFORE_2010 = 26_000;
/** Of all periods of care that end, those that are a child's last: the rest come with the child (see family.ts). */
const LAST_SPELLS = 0.92;

const published = (year: number) => ENGLAND_BY_YEAR.find((row) => row.year === year);
const latest = ENGLAND_BY_YEAR[ENGLAND_BY_YEAR.length - 1];

/** How much of a collection year is over: the whole of those before the as-of day's. */
const shareGone = (year: number, asOf: DayNumber): number =>
  (Math.min(asOf, yearEnd(year) + 1) - yearStart(year)) / 365;

const startsByYear = (asOf: DayNumber): Odds<number> => {
  const last = yearOf(asOf);
  return Array.from({ length: YEARS_BACK + 1 }, (_, i) => {
    const year = last - i;
    const started = published(year)?.started ?? (year < 2010 ? STARTS_BEFORE_2010 : (latest?.started ?? 0));
    return [year, started * shareGone(year, asOf)] as const;
  });
};

/** Children who left in each year, for as many as are looked after now. */
const leaversByYear = (asOf: DayNumber, years: number, children: number): Odds<number> => {
  const last = yearOf(asOf);
  const stock = latest?.lookedAfter ?? 1;
  return Array.from({ length: years + 1 }, (_, i) => {
    const year = last - i;
    const ceased = (published(year)?.ceased ?? latest?.ceased ?? 0) * LAST_SPELLS;
    return [year, ((ceased * children) / stock) * shareGone(year, asOf)] as const;
  });
};

/**
 * Of those looked after, the share that is unaccompanied (England, 31 March 2025) and the share in each age band among
 * the rest. Leaning a little to the young and the old: brothers and sisters, who come with a child, fill the middle.
 */
const UNACCOMPANIED_NOW = 0.104;
const AGES_NOW: Odds<readonly [from: number, under: number]> = [
  [[0, 1], 5.2],
  [[1, 5], 12.7],
  [[5, 10], 26],
  [[10, 16], 35.5],
  [[16, 18], 22.3],
];

/** Steps of the golden ratio fill the line evenly, so that even a few hundred children have the mix of many. */
const evenly = (n: number, turn: number): number => ((n + 0.5) * turn) % 1;
const GOLDEN = 0.618_033_988_75;

/** Someone who came in on a day drawn from the years behind and is still looked after: tried until one fits. */
const stillLookedAfter = (next: Stream, years: Odds<number>, asOf: DayNumber, place: number): Entry => {
  const unaccompanied = evenly(place, 1 - GOLDEN / 3) < UNACCOMPANIED_NOW;
  const [from, under] = weighted(() => evenly(place, GOLDEN), AGES_NOW);
  for (;;) {
    const year = weighted(next, years);
    const starts = between(next, yearStart(year), Math.min(yearEnd(year), asOf - 1));
    const entry = drawEntry(next, starts);
    const age = ageAt(entry.born, asOf);
    if (entry.starts >= asOf || entry.ends <= asOf || entry.unaccompanied !== unaccompanied) continue;
    if (unaccompanied || (age >= from && age < under)) return entry;
  }
};

/** Someone who left on a day of that year: a start drawn as any other, moved so that its end falls there. */
const whoLeft = (next: Stream, year: number, asOf: DayNumber): Entry => {
  const left = between(next, yearStart(year), Math.min(yearEnd(year), asOf - 1));
  const drawn = drawEntry(next, left);
  const length = drawn.ends - drawn.starts;
  if (drawn.leaving !== 'eighteen')
    return { ...drawn, starts: left - length, ends: left, born: notLeapDay(drawn.born - length) };
  const born = notLeapDay(addMonthsTo(left, -18 * 12));
  const ends = birthday(born, 18);
  return { ...drawn, starts: Math.max(born + 1, ends - length), ends, born };
};

const padded = (n: number): string => String(n).padStart(6, '0');

/**
 * As many children looked after on the as-of day as asked for, then everyone who left in the years before it, one
 * family at a time. `leaversFor` is how many children looked after the leavers are in proportion to. Each family draws from streams named by its place in the list, so a change to how one
 * is made leaves the rest alone.
 */
export function* population(
  world: World,
  children: number,
  years: number,
  leaversFor: number = children,
): Generator<Life> {
  const starting = startsByYear(world.asOf);
  for (let made = 0; made < children; ) {
    const name = `${world.seed}/now/${made}`;
    const entry = stillLookedAfter(stream(`${name}/entry`), starting, world.asOf, made);
    const first = 100_001 + made;
    const family = inventFamily(
      name,
      world,
      entry,
      children - made,
      (member) => `NM${padded(first + member)}`,
    );
    made += family.length;
    yield* family;
  }
  const leaving = leaversByYear(world.asOf, years, leaversFor);
  const leavers = Math.round(leaving.reduce((sum, [, number]) => sum + number, 0));
  const firstLeaver = 200_001 + Math.ceil(Math.max(0, children - 100_000) / 100_000) * 100_000;
  for (let made = 0; made < leavers; ) {
    const name = `${world.seed}/left/${made}`;
    const next = stream(`${name}/entry`);
    const entry = whoLeft(next, weighted(next, leaving), world.asOf);
    const family = inventFamily(
      name,
      world,
      entry,
      leavers - made,
      (member) => `NM${padded(firstLeaver + made + member)}`,
    );
    made += family.length;
    yield* family;
  }
}
