import type { Day } from '../calendar/day.ts';
import { containsDay, type Period } from '../calendar/period.ts';
import { findFactPeriod } from './fact-days.ts';
import type { ChildFact } from './record.ts';

interface TimeWithChild extends Period {
  readonly number: string;
}

/** Read once for a record: every list asks every child whose they are. */
const timesRead = new WeakMap<readonly ChildFact[], readonly TimeWithChild[]>();

const timesWithChild = (facts: readonly ChildFact[]): readonly TimeWithChild[] => {
  const read = timesRead.get(facts);
  if (read !== undefined) return read;
  const times = facts
    .flatMap((fact): readonly TimeWithChild[] => {
      const period = fact.kind === 'social-worker' ? findFactPeriod(fact) : undefined;
      const number = fact.fields['SW_ID'];
      return period === undefined || number === undefined ? [] : [{ ...period, number }];
    })
    .sort((a, b) => (a.starts < b.starts ? 1 : a.starts > b.starts ? -1 : 0));
  timesRead.set(facts, times);
  return times;
};

/**
 * The Social Work England numbers of those who are the child's social worker at the end of a day, latest first. Usually
 * one; a handover recorded on both sides may make two, and nobody is one until it is recorded.
 */
export const socialWorkersOn = (facts: readonly ChildFact[], on: Day): readonly string[] =>
  timesWithChild(facts)
    .filter((time) => containsDay(time, on))
    .map(({ number }) => number);
