import type { Role } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { type CaseNow, type Part, peopleOf } from './case.ts';
import { findPartFault } from './decide.ts';
import { type Clock, dueDay } from './in-time.ts';
import { goesOn, stateMeaning, stepsFrom, type Workflow, waitsFor } from './workflow.ts';

/** How an open case stands to one person today. */
export interface Waiting {
  /** A step they may take; one they had a part in, which is somebody else's turn; or one of their team's. */
  readonly for: 'me' | 'others' | 'team';
  /** Whose turn it is. */
  readonly roles: readonly Role[];
  readonly since: Moment;
  /** Working days it has been there. */
  readonly workingDays: number;
  readonly due: Day | undefined;
  readonly overdue: boolean;
}

export interface WaitingAsked extends Clock {
  readonly by: string;
  readonly parts: readonly Part[];
  readonly at: Moment;
}

/** Whom a case waits for as one person sees it; undefined when it is over. */
export const waitingFor = (workflow: Workflow, now: CaseNow, asked: WaitingAsked): Waiting | undefined => {
  if (stateMeaning(workflow, now.state).ended === true) return undefined;
  const { by, parts, at, calendar } = asked;
  const mine = stepsFrom(workflow, now.state).some(
    (step) =>
      goesOn(step) &&
      parts.some((part) => step.who.includes(part.role) && findPartFault(step, now, by, part) === undefined),
  );
  const hadAPart = parts.some((part) =>
    peopleOf(by, part).some((person) => now.madeBy.has(person) || now.decidedBy.has(person)),
  );
  const today = londonDayOf(at);
  const due = dueDay(workflow, now, asked);
  return {
    for: mine ? 'me' : hadAPart ? 'others' : 'team',
    roles: waitsFor(workflow, now.state),
    since: now.since,
    workingDays: workingDaysBetween(londonDayOf(now.since), today, calendar),
    due,
    overdue: due !== undefined && due < today,
  };
};
