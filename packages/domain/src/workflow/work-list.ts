import type { Role } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { CaseNow } from './case.ts';
import { findPartFault } from './decide.ts';
import { type Clock, dueDay } from './in-time.ts';
import { type Part, peopleOf } from './part.ts';
import { openWords } from './word.ts';
import { goesOn, type Step, stateMeaning, stepsFrom, type Workflow, waitsFor } from './workflow.ts';

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
  /** Who has yet to say whether a word written down is theirs. */
  readonly unconfirmed: readonly string[];
}

export interface WaitingAsked extends Clock {
  readonly by: string;
  readonly parts: readonly Part[];
  readonly at: Moment;
}

/** Whom a case waits for as one person sees it; undefined when it is over, and no word in it is open. */
export const waitingFor = (workflow: Workflow, now: CaseNow, asked: WaitingAsked): Waiting | undefined => {
  const { ended, opens } = stateMeaning(workflow, now.state);
  const unconfirmed = openWords(now.words).map(({ person }) => person);
  if (ended === true && unconfirmed.length === 0) return undefined;
  const { by, parts, at, calendar } = asked;
  const isTheirs = (step: Step): boolean =>
    parts.some((part) => step.who.includes(part.role) && findPartFault(step, now, by, part) === undefined);
  const opened = [...(opens?.who ?? []), ...(opens?.watchedBy ?? [])];
  const mine =
    unconfirmed.includes(by) ||
    parts.some(({ role }) => opened.includes(role)) ||
    (ended !== true && stepsFrom(workflow, now.state).some((step) => goesOn(step) && isTheirs(step)));
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
    unconfirmed,
  };
};
