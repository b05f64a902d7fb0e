import type { Role } from '../access/role.ts';
import { type Day, minDay } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { CaseNow } from './case.ts';
import { findPartFault } from './decide.ts';
import { isAnothers } from './holder.ts';
import { type Clock, dueDay, lastDayBeforeLapse } from './in-time.ts';
import { type Part, peopleOf } from './part.ts';
import { openWords } from './word.ts';
import { type Step, stateMeaning, stepsOnFrom, type Workflow, waitsFor } from './workflow.ts';

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
  /** The last day before it lapses where it is. */
  readonly lapsesAfter: Day | undefined;
  /** Who has yet to say whether a word written down is theirs. */
  readonly unconfirmed: readonly string[];
}

export interface WaitingAsked extends Clock {
  readonly by: string;
  readonly parts: readonly Part[];
  readonly at: Moment;
  /** Until when the case that this one was opened from waits for it. */
  readonly dueWithAnother?: Day | undefined;
  /** Whose it is among those of a role, where they are there to act on it. Once it is late it waits for all of them. */
  readonly holder?: string | undefined;
}

/** By when a case is to go on: by its own time, or that of another that waits for it, whichever is first. */
export const earlierOf = (own: Day | undefined, another: Day | undefined): Day | undefined =>
  own === undefined || another === undefined ? (own ?? another) : minDay(own, another);

/** Until when a case waits for the one that was opened from it; undefined when it waits for none such. */
export const dueOfOpened = (
  workflow: Workflow,
  now: CaseNow,
  { opened, ...clock }: Clock & { readonly opened: string },
): Day | undefined =>
  stateMeaning(workflow, now.state).opens?.workflow === opened ? dueDay(workflow, now, clock) : undefined;

/** From when what is due on a day that was said is looked at: as amber comes before any other day. */
export const NEAR_IN_WORKING_DAYS = 5;

/** Whom a case waits for as one person sees it; undefined when it is over, and no word in it is open. */
export const waitingFor = (workflow: Workflow, now: CaseNow, asked: WaitingAsked): Waiting | undefined => {
  const { ended, opens, rests } = stateMeaning(workflow, now.state);
  const unconfirmed = openWords(now.words).map(({ person }) => person);
  if (ended === true && unconfirmed.length === 0) return undefined;
  const { by, parts, at, calendar } = asked;
  const today = londonDayOf(at);
  const due = ended === true ? undefined : earlierOf(dueDay(workflow, now, asked), asked.dueWithAnother);
  const overdue = due !== undefined && due < today;
  const isResting =
    rests === true && due !== undefined && workingDaysBetween(today, due, calendar) > NEAR_IN_WORKING_DAYS;
  const holder = overdue ? undefined : asked.holder;
  const isTheirs = (step: Step): boolean =>
    parts.some(
      (part) =>
        step.who.includes(part.role) &&
        !isAnothers(workflow, holder, { by, part, step }) &&
        findPartFault(step, now, by, part) === undefined,
    );
  const opened = [...(opens?.who ?? []), ...(opens?.watchedBy ?? [])];
  const mine =
    unconfirmed.includes(by) ||
    parts.some(({ role }) => opened.includes(role)) ||
    (ended !== true && !isResting && stepsOnFrom(workflow, now.state).some(isTheirs));
  const hadAPart = parts.some((part) =>
    peopleOf(by, part).some((person) => now.madeBy.has(person) || now.decidedBy.has(person)),
  );
  return {
    for: mine ? 'me' : hadAPart ? 'others' : 'team',
    roles: waitsFor(workflow, now.state),
    since: now.since,
    workingDays: workingDaysBetween(londonDayOf(now.since), today, calendar),
    due,
    overdue,
    lapsesAfter: lastDayBeforeLapse(workflow, now, asked),
    unconfirmed,
  };
};
