import { type CollectionYear, collectionYearOf } from '@rightplace/domain';
import { cellsOf, rowCount, type TableRows } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import { Days } from './days.ts';

/** Dates that may lie far before the year of the return, or after it. */
const NOT_OF_THE_YEAR = ['DOB', 'MC_DOB', 'DUC'];

type Dates = ReadonlyMap<CollectionYear, number>;

/** How many dates fall in each collection year. */
const datesByYear = (files: readonly TableRows[], days: Days): Dates => {
  const byYear = new Map<CollectionYear, number>();
  for (const rows of files) {
    const dates = getTable(rows.table).columns.filter(
      ({ name, kind }) => kind === 'date' && !NOT_OF_THE_YEAR.includes(name),
    );
    for (const { name } of dates) {
      const cells = cellsOf(rows, name);
      // Each different text is looked at once, however many cells hold it.
      const years = cells.texts.map((): CollectionYear | null | undefined => undefined);
      for (let row = 0; row < rowCount(rows); row++) {
        const text = cells.numberAt(row);
        let year = years[text];
        if (year === undefined) {
          const found = days.find(cells.at(row));
          year = found === null ? null : collectionYearOf(found);
          years[text] = year;
        }
        if (year !== null) byYear.set(year, (byYear.get(year) ?? 0) + 1);
      }
    }
  }
  return byYear;
};

/** A year in which fewer of the dates fall is told by slips: one date mistyped must not move a whole return. */
const LEAST_SHARE = 0.01;

export interface YearFromDates {
  readonly year: CollectionYear;
  /** How many dates lie after it, too few to tell of a later year. */
  readonly datesAfter: number;
}

/**
 * The collection year that a return seems to be of: the latest in which enough of the DECOM and DEC in Episodes fall;
 * without Episodes, of the dates in its other tables. Undefined when it has no date.
 */
export const yearFromDates = (tables: readonly TableRows[]): YearFromDates | undefined => {
  const days = new Days();
  const ofEpisodes = datesByYear(
    tables.filter(({ table }) => table === 'Episodes'),
    days,
  );
  const byYear = ofEpisodes.size > 0 ? ofEpisodes : datesByYear(tables, days);
  const all = [...byYear.values()].reduce((sum, n) => sum + n, 0);
  let datesAfter = 0;
  for (const [year, n] of [...byYear].sort(([a], [b]) => b - a)) {
    if (n >= all * LEAST_SHARE) return { year, datesAfter };
    datesAfter += n;
  }
  return undefined;
};

export const inferCollectionYear = (tables: readonly TableRows[]): CollectionYear | undefined =>
  yearFromDates(tables)?.year;
