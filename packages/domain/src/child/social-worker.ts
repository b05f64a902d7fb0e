import type { Day } from '../calendar/day.ts';
import { findFactPeriod } from './fact-days.ts';
import type { ChildFact } from './record.ts';

/**
 * The Social Work England numbers of those who are the child's social worker at the end of a day, latest first. Usually
 * one; a handover recorded on both sides may make two, and nobody is one until it is recorded.
 */
export const socialWorkersOn = (facts: readonly ChildFact[], on: Day): readonly string[] =>
  facts
    .flatMap((fact) => {
      const period = fact.kind === 'social-worker' ? findFactPeriod(fact) : undefined;
      const number = fact.fields['SW_ID'];
      const isOpen =
        period !== undefined && period.starts <= on && (period.ends === null || period.ends > on);
      return isOpen && number !== undefined ? [{ number, since: period.starts }] : [];
    })
    .sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0))
    .map(({ number }) => number);
