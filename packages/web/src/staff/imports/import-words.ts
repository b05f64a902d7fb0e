import type { ImportCounts, PastImport } from '@rightplace/app';
import { collectionYearLabel } from '@rightplace/domain';
import { capitalised, count, number } from '../../kit/index.ts';

/** "Return for 2025-26", "Returns for 2016-17 to 2025-26". */
export const returnsInWords = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return 'Return of no year';
  return first === last
    ? `Return for ${collectionYearLabel(first)}`
    : `Returns for ${collectionYearLabel(first)} to ${collectionYearLabel(last)}`;
};

export const changesNothing = ({ childrenNew, childrenChanged }: ImportCounts): boolean =>
  childrenNew + childrenChanged === 0;

/** Whether there was any row of a return in the files at all. */
export const nothingRead = (counts: ImportCounts): boolean =>
  changesNothing(counts) && counts.unchanged === 0;

const children = (n: number): string => count(n, 'child', 'children');
const records = (n: number): string => (n === 1 ? 'one child’s record' : `${number(n)} children’s records`);

/** What it does, as the heading of its page: the finding and not the form. */
export const findingOf = ({ status, counts }: Pick<PastImport, 'status' | 'counts'>): string => {
  const { childrenNew: added, childrenChanged: altered } = counts;
  const isDone = status === 'applied';
  if (nothingRead(counts)) return isDone ? 'Nothing was loaded' : 'Nothing in these files can be loaded';
  if (changesNothing(counts))
    return isDone ? 'Loaded: nothing had changed' : 'Loading these files would change nothing';
  if (altered === 0) return isDone ? `${children(added)} added` : `${children(added)} would be added`;
  if (added === 0) return capitalised(`${records(altered)} ${isDone ? 'changed' : 'would change'}`);
  return `${children(added)} ${isDone ? 'added' : 'would be added'} and ${records(altered)} changed`;
};
