import { type CollectionYear, type Day, londonDayOf } from '@rightplace/domain';
import { collectionDaysSoFar } from '@rightplace/ssda903';
import { findLatestFreeze, lastChangeAt, type NewCheck, type Tx } from '@rightplace/store';
import { versionOfPublished } from './published-for-rules.ts';

/**
 * What has moved on since a check: the record; the published data that rules look things up in; or only the day, while the
 * year runs, with which children grow older and what was to come is due. `last-year`: another return of last year was frozen, so comparisons are with that one.
 */
export type Behind = 'record' | 'published' | 'last-year' | 'day';

/** Undefined while the check would find the same again. */
export const findBehind = async (tx: Tx, last: NewCheck, today: Day): Promise<Behind | undefined> => {
  if (last.recordAt !== (await lastChangeAt(tx))) return 'record';
  if (last.lookedUpIn !== (await versionOfPublished(tx))) return 'published';
  if (last.lastYearFreeze !== (await findLatestFreeze(tx, last.collectionYear - 1))) return 'last-year';
  return endSoFar(last.collectionYear, londonDayOf(last.at)) === endSoFar(last.collectionYear, today)
    ? undefined
    : 'day';
};

/** A year that is over moves no more. */
const endSoFar = (year: CollectionYear, today: Day): number => collectionDaysSoFar(year, today).END;
