import type { Day, DayNumber } from '@rightplace/domain';
import { dayText, yearOf } from '../calendar/days.ts';
import { ENGLAND_BY_YEAR, ENGLAND_RATE_PER_10_000 } from '../england/england-mix.ts';

/** Children aged 0 to 17 living in the area on 30 June of a year. */
export interface PopulationFigure {
  readonly midYear: number;
  readonly population: number;
}

const FIRST_MID_YEAR = 2012;

/** Estimates of one summer are published in the next: by then a year old. */
const latestPublished = (asOf: Day): number => Number(asOf.slice(0, 4)) - (asOf.slice(5) >= '07-15' ? 1 : 2);

/** England's 0–17 population for the year to 31 March, known from the mid-year before it; level beyond its ends. */
const england = (midYear: number): number => {
  const known = ENGLAND_BY_YEAR.filter((row) => row.population !== null);
  const at = known.findLast((row) => row.year - 1 <= midYear) ?? known[0];
  return at?.population ?? 1;
};

/** Chosen so that the rate is near England's, and moving over the years as England's has. */
export const inventPopulation = (children: number, asOf: DayNumber): readonly PopulationFigure[] => {
  const latest = latestPublished(dayText(asOf));
  const now = (children / ENGLAND_RATE_PER_10_000) * 10_000;
  const years = Math.max(1, Math.min(latest, yearOf(asOf)) - FIRST_MID_YEAR + 1);
  return Array.from({ length: years }, (_, i) => {
    const midYear = FIRST_MID_YEAR + i;
    return { midYear, population: Math.round((now * england(midYear)) / england(latest)) };
  });
};
