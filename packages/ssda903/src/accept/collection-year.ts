import { type CollectionYear, collectionYearOf, type Day } from '@rightplace/domain';
import type { TableRows } from '../tables/table-rows.ts';
import { cellsOf } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import { Days } from './days.ts';

/** Dates that may lie far before the year of the return, or after it. */
const NOT_OF_THE_YEAR = ['DOB', 'MC_DOB', 'DUC'];

const latestIn = (files: readonly TableRows[], days: Days): Day | undefined => {
  let latest: Day | undefined;
  for (const rows of files) {
    const dates = getTable(rows.table).columns.filter(
      ({ name, kind }) => kind === 'date' && !NOT_OF_THE_YEAR.includes(name),
    );
    for (const { name } of dates) {
      const cells = cellsOf(rows, name);
      for (const number of cells.numbersHeld()) {
        const found = days.find(cells.texts[number] ?? '');
        if (found !== null && (latest === undefined || found > latest)) latest = found;
      }
    }
  }
  return latest;
};

/**
 * The collection year that a return seems to be of: that of the latest DECOM or DEC in Episodes; without Episodes, of
 * the latest date in its other tables. Undefined when it has no date.
 */
export const inferCollectionYear = (tables: readonly TableRows[]): CollectionYear | undefined => {
  const days = new Days();
  const episodes = tables.filter(({ table }) => table === 'Episodes');
  const latest = latestIn(episodes, days) ?? latestIn(tables, days);
  return latest === undefined ? undefined : collectionYearOf(latest);
};
