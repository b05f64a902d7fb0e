import { type DayNumber, dayNumber, type Episode } from '@rightplace/domain';
import { dayText, slashed, yearEnd, yearOf, yearStart } from '../calendar/days.ts';
import { episodesAsAt } from '../care/episodes.ts';
import { cellsAsAt, type Happening } from '../facts/happening.ts';
import type { Telling } from '../record/child-record.ts';
import { pupilNumber } from '../record/pupil-number.ts';
import { placeInYear, sexInYear, urnInYear } from './codes-of-year.ts';
import { isAskedFor, RETURN_COLUMNS, type ReturnTable } from './return-tables.ts';

/** One row of one table of one collection year's return, as text. */
export interface DemoReturnRow {
  /** The collection year, by its end: 2027 is 2026-27. */
  readonly year: number;
  readonly table: ReturnTable;
  /** In the order of `RETURN_COLUMNS`. */
  readonly cells: readonly string[];
}

const slashedDay = (day: string | null): string =>
  day === null ? '' : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

const episodeCells = (child: string, e: Episode, year: number): readonly string[] => [
  child,
  slashedDay(e.decom),
  e.rne,
  e.ls,
  e.cin ?? '',
  placeInYear(e.place, year),
  e.provider ?? '',
  slashedDay(e.dec),
  e.rec ?? '',
  e.reasonPlaceChange ?? '',
  e.homePostcode ?? '',
  e.postcode ?? '',
  urnInYear(e, year),
];

const headerCells = (
  { life }: Telling,
  year: number,
  asAt: DayNumber,
  inCare: boolean,
): readonly string[] => {
  const mother = life.motherOf !== undefined && life.motherOf <= asAt;
  return [
    life.id,
    sexInYear(life.sex, year),
    life.birthNotRecorded === true ? '' : slashed(life.born),
    life.ethnicity,
    pupilNumber(life, year),
    life.sex === 'F' && inCare ? (mother ? '1' : '0') : '',
    mother && inCare && life.motherOf !== undefined ? slashed(life.motherOf) : '',
  ];
};

/** Rows that go on from year to year, against those told once, in the year in which they came to be. */
const GOES_ON: ReadonlySet<ReturnTable> = new Set<ReturnTable>([
  'Missing',
  'PlacedAdoption',
  'UASC',
  'SWEpisodes',
  'DoLo',
]);

const isInYear = ({ table, from, to }: Happening, starts: DayNumber, asAt: DayNumber): boolean => {
  if (from > asAt) return false;
  return GOES_ON.has(table) ? to === null || to >= starts : from >= starts;
};

const factCells = (
  telling: Telling,
  happening: Happening,
  year: number,
  asAt: DayNumber,
): readonly string[] => {
  const { life } = telling;
  const told = cellsAsAt(happening, asAt) ?? {};
  const own: Readonly<Record<string, string>> = {
    CHILD: life.id,
    DOB: life.birthNotRecorded === true ? '' : slashed(life.born),
    SEX: sexInYear(life.sex, year),
  };
  return RETURN_COLUMNS[happening.table].map((column) => own[column] ?? told[column] ?? '');
};

/** A child who came in twice in a year has one row of previous permanence: the later. */
const onePrevious = (happenings: readonly Happening[]): readonly Happening[] => {
  const last = happenings.findLast(({ table }) => table === 'PrevPerm');
  return happenings.filter((happening) => happening.table !== 'PrevPerm' || happening === last);
};

function* rowsOfYear(telling: Telling, year: number, asAt: DayNumber): Generator<DemoReturnRow> {
  const { life } = telling;
  const starts = yearStart(year);
  const from = dayText(starts);
  const episodes = episodesAsAt(telling.episodes, dayText(asAt)).filter(
    (e) => e.dec === null || e.dec >= from,
  );
  const inCare = episodes.length > 0;
  const happenings = telling.happenings.filter(
    (h) => isAskedFor(h.table, year) && isInYear(h, starts, asAt) && (inCare || h.table === 'OC3'),
  );
  if (!inCare && happenings.length === 0) return;
  yield { year, table: 'Header', cells: headerCells(telling, year, asAt, inCare) };
  for (const e of episodes) yield { year, table: 'Episodes', cells: episodeCells(life.id, e, year) };
  for (const happening of onePrevious(happenings)) {
    yield { year, table: happening.table, cells: factCells(telling, happening, year, asAt) };
  }
}

/**
 * A child's rows in each year's return, each as known at that year's end: an episode that ended later is open, and
 * nothing later is there. The last year is as known on the last day.
 */
export function* returnRowsOf(
  telling: Telling,
  firstYear: number,
  lastDay: DayNumber,
): Generator<DemoReturnRow> {
  const first = telling.episodes[0];
  if (first === undefined) return;
  const latest = telling.happenings.reduce((day, { from }) => Math.max(day, from), 0);
  const ended = telling.episodes[telling.episodes.length - 1]?.dec ?? null;
  const until = Math.min(lastDay, Math.max(latest, ended === null ? lastDay : dayNumber(ended)));
  for (let year = Math.max(firstYear, yearOf(dayNumber(first.decom))); year <= yearOf(until); year += 1) {
    yield* rowsOfYear(telling, year, Math.min(yearEnd(year), lastDay));
  }
}
