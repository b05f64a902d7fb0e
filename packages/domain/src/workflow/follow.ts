import type { Moment } from '../calendar/moment.ts';
import type { CaseEvent, CaseNow } from './case.ts';
import type { Doer } from './part.ts';
import { stateMeaning, type Workflow } from './workflow.ts';

/** Where the case opened from another has come to be, and by whom. */
export interface Outcome {
  readonly case: number;
  readonly workflow: string;
  readonly state: string;
  readonly by: Doer;
  readonly at: Moment;
}

/**
 * What a case makes of where the one opened from it has come to be; undefined where that changes nothing. Nobody takes
 * it as a step: it is saved with the decision it follows from, so that both are so or neither is.
 */
export const findFollow = (workflow: Workflow, now: CaseNow, outcome: Outcome): CaseEvent | undefined => {
  const { opens } = stateMeaning(workflow, now.state);
  const referred = (workflow.refers ?? []).filter(({ from }) => from.includes(now.state));
  const comes = [...(opens === undefined ? [] : [opens]), ...referred]
    .filter((other) => other.workflow === outcome.workflow)
    .flatMap(({ outcomes = [] }) => outcomes)
    .find(({ when }) => when === outcome.state);
  if (comes === undefined) return undefined;
  const number = now.events.length + 1;
  return {
    number,
    at: outcome.at,
    step: 'follow',
    kind: 'follow',
    by: outcome.by,
    from: now.state,
    to: comes.to,
    said: {},
    evidence: now.events.at(-1)?.evidence ?? null,
    key: `follow ${outcome.case} ${number}`,
  };
};
