import { APPROVED_AFTER_MOVE } from '../placement-request/move-steps.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { type Step, stateMeaning, type Workflow } from '../workflow/workflow.ts';
import { lastApprovalDenied } from './approval.ts';
import { isByNobody } from './moved-before.ts';

type OfSearch = Pick<CaseNow, 'state' | 'events'>;

/** Where the child has moved in, and it is certain into which home. */
export const AFTER_THE_MOVE: readonly string[] = ['moved', 'closed'];

/** Whether the child lives in a home whose last approval was somebody’s word who has denied it. What was approved before that had ended. */
export const livesByDeniedWord = ({ state, events }: OfSearch): boolean =>
  AFTER_THE_MOVE.includes(state) && lastApprovalDenied(events) !== undefined;

/** From where a director decides on a home after the move: nowhere, unless its last approval is denied. */
export const fromAfterMove = (now: OfSearch): readonly string[] =>
  livesByDeniedWord(now) ? AFTER_THE_MOVE : [];

const alarmOf = (events: readonly CaseEvent[]): string =>
  isByNobody(events) ? 'Approved by nobody' : 'Approval denied';

const asDecided = (step: Step): Step => {
  const { besides: _, ...waitedFor } = step;
  return waitedFor;
};

/** The process of a search as lists have it: where the child lives by a word that is denied it waits for a director, in red. */
export const lookedAtAfterMove = (workflow: Workflow, now: OfSearch): Workflow => {
  if (workflow.id !== PLACEMENT_REQUEST.id || !livesByDeniedWord(now)) return workflow;
  const meaning = { ...stateMeaning(workflow, now.state), alarm: alarmOf(now.events) };
  return {
    ...workflow,
    states: { ...workflow.states, [now.state]: meaning },
    steps: workflow.steps.map((step) => (step.id === APPROVED_AFTER_MOVE ? asDecided(step) : step)),
  };
};
