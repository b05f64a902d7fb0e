import { APPROVED_AFTER_MOVE, REFUSED_AFTER_MOVE } from '../placement-request/move-steps.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import { DENIED_BESIDES } from '../placement-request/tier-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { type StateMeaning, type Step, stateMeaning, type Workflow } from '../workflow/workflow.ts';
import { lastApprovalDenied, lastApprovalOfHome } from './approval.ts';
import { isByNobody } from './moved-before.ts';

interface OfSearch {
  readonly state: string;
  readonly events: readonly CaseEvent[];
}

/** Where the child has moved in, and it is certain into which home. */
export const AFTER_THE_MOVE: readonly string[] = ['moved', 'closed'];

/** Whether the child moved into a home whose last approval was somebody’s word who has denied it. What was approved before that had ended. */
export const movedByDeniedWord = ({ state, events }: OfSearch): boolean =>
  AFTER_THE_MOVE.includes(state) && lastApprovalDenied(events) !== undefined;

/** What has become of a home whose approval is denied after the move: a director is to decide on it, has said no, or the child has left it. */
export type DeniedHome = 'to-decide' | 'refused' | 'left';

/** Undefined where the last approval of the home is not denied, or the child has not moved there. */
export const deniedHomeOf = (now: OfSearch, hasLeft: boolean): DeniedHome | undefined => {
  if (!movedByDeniedWord(now)) return undefined;
  if (hasLeft) return 'left';
  const approved = lastApprovalOfHome(now.events)?.number ?? 0;
  const isRefused = now.events.some(({ step, number }) => step === REFUSED_AFTER_MOVE && number > approved);
  return isRefused ? 'refused' : 'to-decide';
};

/** From where a director decides so on a home after the move; undefined for another step. After a no they may still approve it. */
export const fromAfterMove = (
  { id }: Pick<Step, 'id'>,
  home: DeniedHome | undefined,
): readonly string[] | undefined => {
  switch (id) {
    case APPROVED_AFTER_MOVE:
      return home === 'to-decide' || home === 'refused' ? AFTER_THE_MOVE : [];
    case REFUSED_AFTER_MOVE:
      return home === 'to-decide' ? AFTER_THE_MOVE : [];
    default:
      return undefined;
  }
};

/** What is said in red, wherever the search is named, of a home that a director did not approve after the move. */
export const REFUSED_HOME = 'Not approved: another home is to be found';

const alarmOf = (events: readonly CaseEvent[]): string =>
  isByNobody(events) ? 'Approved by nobody' : 'Approval denied';

const asDecided = (step: Step): Step => {
  if (step.id !== APPROVED_AFTER_MOVE && step.id !== REFUSED_AFTER_MOVE) return step;
  const { besides: _, ...waitedFor } = step;
  return { ...waitedFor, from: AFTER_THE_MOVE };
};

/** Over or not, it waits for a director. */
const asOpen = ({ ended: _, ...meaning }: StateMeaning<string>): StateMeaning<string> => meaning;

/**
 * The process of a search as lists have it: where the child lives by a word that is denied it waits for a director, in red, also once
 * it is closed; after their no it waits for nobody, and says so in red until the child has left.
 */
export const lookedAtAfterMove = (workflow: Workflow, now: OfSearch, hasLeft: boolean): Workflow => {
  const home = workflow.id === PLACEMENT_REQUEST.id ? deniedHomeOf(now, hasLeft) : undefined;
  if (home === undefined || home === 'left') return workflow;
  const meaning = stateMeaning(workflow, now.state);
  const asItIs =
    home === 'refused'
      ? { ...meaning, alarm: REFUSED_HOME }
      : { ...asOpen(meaning), alarm: alarmOf(now.events) };
  return {
    ...workflow,
    states: { ...workflow.states, [now.state]: asItIs },
    steps: home === 'refused' ? workflow.steps : workflow.steps.map(asDecided),
  };
};

/**
 * By how many more words, or fewer, lists look at a case after something happened to it. One that is denied once its search is closed
 * stays among them: a director may have to decide on the home, and what they see of it is asked of the case itself.
 */
export const moreToLookAt = ({ kind, step, from }: Pick<CaseEvent, 'kind' | 'step' | 'from'>): -1 | 0 | 1 => {
  if (kind === 'write-down') return 1;
  if (step === DENIED_BESIDES && from === 'closed') return 0;
  return kind === 'confirm' || kind === 'deny' ? -1 : 0;
};
