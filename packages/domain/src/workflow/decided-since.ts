import type { CaseEvent, CaseNow } from './case.ts';
import type { Step } from './workflow.ts';

/** What says no to what was asked, or that a yes was never given. */
const SAYS_NO: ReadonlySet<CaseEvent['kind']> = new Set(['return', 'reject', 'deny']);

/**
 * The last decision, by somebody whose word a step is, on what that word would decide: a no, or the same yes before it was asked anew.
 * What they said before it counts no more. Undefined where there is none.
 */
export const decidedBefore = (
  step: Pick<Step, 'to' | 'word' | 'who'>,
  { events }: Pick<CaseNow, 'events'>,
): CaseEvent | undefined =>
  events.findLast(
    ({ by, kind, from, to }) =>
      by !== null &&
      (step.word ?? step.who).includes(by.part.role) &&
      (SAYS_NO.has(kind) || (step.to !== undefined && to === step.to && from !== to)),
  );
