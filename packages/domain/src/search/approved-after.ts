import { APPROVED_AFTER_MOVE } from '../placement-request/move-steps.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import type { CaseNow } from '../workflow/case.ts';
import { type Step, stateMeaning, type Workflow } from '../workflow/workflow.ts';
import { isByNobody } from './moved-before.ts';

type OfSearch = Pick<CaseNow, 'state' | 'events'>;

/** Where the child has moved in, and it is certain into which home. */
export const AFTER_THE_MOVE: readonly string[] = ['moved', 'closed'];

/** Whether the child lives in a home that nobody approved, since whoever was said to have done so has denied it. */
export const livesByNobodysWord = ({ state, events }: OfSearch): boolean =>
  AFTER_THE_MOVE.includes(state) && isByNobody(events);

/** From where a director decides on a home after the move: nowhere, unless nobody’s approval stands. */
export const fromAfterMove = (now: OfSearch): readonly string[] =>
  livesByNobodysWord(now) ? AFTER_THE_MOVE : [];

const asDecided = (step: Step): Step => {
  const { besides: _, ...waitedFor } = step;
  return waitedFor;
};

/** The process of a search as lists have it: where the child lives by nobody’s word it waits for a director, in red. */
export const lookedAtAfterMove = (workflow: Workflow, now: OfSearch): Workflow => {
  if (workflow.id !== PLACEMENT_REQUEST.id || !livesByNobodysWord(now)) return workflow;
  const meaning = { ...stateMeaning(workflow, now.state), alarm: 'Approved by nobody' };
  return {
    ...workflow,
    states: { ...workflow.states, [now.state]: meaning },
    steps: workflow.steps.map((step) => (step.id === APPROVED_AFTER_MOVE ? asDecided(step) : step)),
  };
};
