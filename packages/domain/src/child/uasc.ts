import type { Day } from '../calendar/day.ts';
import { readReturnDay } from './fact-days.ts';
import type { ChildFact } from './record.ts';

/** An unaccompanied asylum-seeking child (UASC). `until` is the day the status ceased (DUC), null while it has not. */
export interface UascStatus {
  readonly until: Day | null;
}

/** Read from the return's UASC table, which says when the status ceased and never when it began. */
export const findUascStatus = (facts: readonly ChildFact[]): UascStatus | undefined => {
  const fact = facts.find(({ kind }) => kind === 'uasc');
  return fact === undefined ? undefined : { until: readReturnDay(fact.fields['DUC'] ?? '') ?? null };
};

export const isUascOn = (status: UascStatus | undefined, on: Day): boolean =>
  status !== undefined && (status.until === null || status.until > on);
