import type { DayNumber } from '@rightplace/domain';

/**
 * Rows by their start: stable, so that those of one day keep the order of the file, and rows without a date last. By
 * `then`, where given, among those of one day.
 */
export const inOrderOfStart = <R>(
  rows: readonly R[],
  start: (row: R) => DayNumber,
  then: (row: R) => DayNumber = () => 0,
): readonly R[] => {
  const compare = (a: R, b: R): number => key(start(a)) - key(start(b)) || key(then(a)) - key(then(b));
  // Most are as they should be already: to see that is far quicker than to sort.
  const isInOrder = rows.every((row, i) => {
    const before = rows[i - 1];
    return before === undefined || compare(before, row) <= 0;
  });
  return isInOrder ? rows : rows.toSorted(compare);
};

const key = (day: DayNumber): number => (Number.isNaN(day) ? Number.MAX_SAFE_INTEGER : day);

/** The row that starts first; of several that start that day, the first in the file; undefined when none is dated. */
export const earliest = <R>(rows: readonly R[], start: (row: R) => DayNumber): R | undefined => {
  let found: R | undefined;
  for (const row of rows) if (start(row) < (found === undefined ? Infinity : start(found))) found = row;
  return found;
};

/** The row that starts last; of several that start that day, the first in the file; undefined when none is dated. */
export const latest = <R>(rows: readonly R[], start: (row: R) => DayNumber): R | undefined => {
  let found: R | undefined;
  for (const row of rows) if (start(row) > (found === undefined ? -Infinity : start(found))) found = row;
  return found;
};
