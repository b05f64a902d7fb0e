import { type ChildId, type CollectionYear, collectionYearPeriod } from '@rightplace/domain';
import type { HeldChild } from '../accept/held.ts';
import { cellsOf, type TableRows, tableRowsFrom } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import { episodeRow } from './cells.ts';

/**
 * Last year's tables, with the earlier episodes of care leavers who have none this year put after the rest of its Episodes.
 *
 * Two rules ask whether a care leaver was in care at all, and for long enough (1001 and 1002). Somebody of 20 may have
 * left care four years ago: two returns cannot tell, and a validator of files can only ask; whoever holds the whole record
 * knows. The rules that hold this year's episodes against last year's have nothing to say of these children, as they have
 * no episode this year. Episodes that had ended when last year began come in a table of their own after last year's, so
 * that every row of the return keeps its place.
 */
export const withEarlierEpisodes = (
  lastYear: readonly TableRows[],
  {
    collectionYear,
    tables,
    held,
  }: {
    readonly collectionYear: CollectionYear;
    /** This year's. */
    readonly tables: readonly TableRows[];
    readonly held: ReadonlyMap<ChildId, HeldChild>;
  },
): readonly TableRows[] => {
  const inCare = childrenIn(tables, 'Episodes');
  const asked = new Set([...childrenIn(tables, 'OC3')].filter((child) => !inCare.has(child)));
  if (asked.size === 0) return lastYear;
  const { starts } = collectionYearPeriod(collectionYear - 1);
  const rows = [...held]
    .filter(([id]) => asked.has(id.toUpperCase()))
    .flatMap(([id, { episodes }]) =>
      episodes
        .filter(({ episode: { dec } }) => dec !== null && dec < starts)
        .map(({ episode }) => episodeRow(id, episode, collectionYear - 1)),
    );
  if (rows.length === 0) return lastYear;
  return [...lastYear, tableRowsFrom('Episodes', getTable('Episodes').fileName, rows)];
};

const childrenIn = (tables: readonly TableRows[], table: TableRows['table']): ReadonlySet<string> =>
  new Set(
    tables
      .filter((each) => each.table === table)
      .flatMap((each) => {
        const children = cellsOf(each, 'CHILD');
        return Array.from(each.lines.keys(), (row) => children.at(row));
      }),
  );
