import { addDays, type Day, monthEnds } from '@rightplace/domain';
import { quarterEndBy } from './quarter-ends.ts';

/**
 * With which day a figure's steps begin, unless one is asked for: the end of the last quarter. A team that is only lately known
 * begins later, with a month's end or a week before, so that its page has something to show at once.
 */
export const usualFirstDay = (asOf: Day, isComparable: (on: Day) => boolean): Day => {
  const before = addDays(asOf, -1);
  const quarterEnd = quarterEndBy(before);
  const later = [...monthEnds(3, before), addDays(asOf, -7)].filter((day) => day > quarterEnd).toSorted();
  return [quarterEnd, ...later].find(isComparable) ?? quarterEnd;
};
