import type { Day } from '../calendar/day.ts';
import { containsDay, type Period } from '../calendar/period.ts';
import { findFactPeriod } from './fact-days.ts';
import { readOnce } from './read-once.ts';
import type { ChildFact } from './record.ts';

interface TimeWithChild extends Period {
  readonly number: string;
}

const timesWithChild = readOnce(
  'social-worker',
  (fact): TimeWithChild | undefined => {
    const period = findFactPeriod(fact);
    const number = fact.fields['SW_ID'];
    return period === undefined || number === undefined ? undefined : { ...period, number };
  },
  (a, b) => (a.starts < b.starts ? 1 : a.starts > b.starts ? -1 : 0),
);

/**
 * The Social Work England numbers of those who are the child's social worker at the end of a day, latest first. Usually
 * one; a handover recorded on both sides may make two, and nobody is one until it is recorded.
 */
export const socialWorkersOn = (facts: readonly ChildFact[], on: Day): readonly string[] =>
  timesWithChild(facts)
    .filter((time) => containsDay(time, on))
    .map(({ number }) => number);

/**
 * The numbers of all who were the child's social worker in the time after a day up to another, each once, as that other
 * day knew it. One who left on the first of those days was gone before them, as it is with placements.
 */
export const socialWorkersBetween = (
  facts: readonly ChildFact[],
  firstDay: Day,
  asOf: Day,
): readonly string[] => {
  const numbers: string[] = [];
  for (const { starts, ends, number } of timesWithChild(facts))
    if (starts <= asOf && (ends === null || ends > firstDay) && !numbers.includes(number))
      numbers.push(number);
  return numbers;
};
