import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import type { CaseNow } from './case.ts';
import { type Clock, dueDay } from './in-time.ts';
import { type StateMeaning, stateMeaning, type Workflow } from './workflow.ts';

/** The ways in which cases go other than on, in the order of the page. */
export const TURNS = ['returned', 'rejected', 'diverted', 'withdrawn', 'lapsed'] as const;

export type Turn = (typeof TURNS)[number];

/** A state of this name is the end of a request that is met with support instead of what was asked for. */
const DIVERTED = 'diverted';

export interface TurnTaken {
  readonly turn: Turn;
  readonly at: Moment;
}

/** Every turn that a case took, with when: one that was returned twice is there twice. */
export const turnsOf = ({ events }: Pick<CaseNow, 'events'>): readonly TurnTaken[] =>
  events.flatMap(({ kind, at, from, to }): readonly TurnTaken[] => {
    if (to === DIVERTED && from !== to) return [{ turn: DIVERTED, at }];
    switch (kind) {
      case 'return':
        return [{ turn: 'returned', at }];
      case 'reject':
        return [{ turn: 'rejected', at }];
      case 'withdraw':
        return [{ turn: 'withdrawn', at }];
      case 'lapse':
        return [{ turn: 'lapsed', at }];
      default:
        return [];
    }
  });

/** When a case last came to its end; undefined while it goes on. */
export const endOf = (
  workflow: Workflow,
  { state, since }: Pick<CaseNow, 'state' | 'since'>,
): Moment | undefined => (stateMeaning(workflow, state).ended === true ? since : undefined);

/** How it went with what was done before it was decided on whole, and is to be approved after. */
export interface Retrospective {
  /** When it was done. */
  readonly at: Moment;
  /** Decided by its day, decided later, or not decided yet: that is shown in red wherever the case is named. */
  readonly standing: 'in-time' | 'late' | 'still-red';
  /** Whether its day is over, where it is not decided. */
  readonly isOverdue: boolean;
  readonly isApproved: boolean;
}

/** Whether a state waits, in red, for the decision that should have come before it. */
export const isApprovedAfter = ({ opens, alarm }: StateMeaning<string>): boolean =>
  opens !== undefined && alarm !== undefined;

/** The approval after the event that a case waited for, or waits for; undefined where it never did. */
export const retrospectiveOf = (
  workflow: Workflow,
  now: CaseNow,
  { at, ...clock }: Clock & { readonly at: Moment },
): Retrospective | undefined => {
  const opens = (state: string): boolean => isApprovedAfter(stateMeaning(workflow, state));
  const first = now.events.find(({ to }) => opens(to));
  if (first === undefined) return undefined;
  // As it stood when it came there: its day does not move with what came after.
  const due = dueDay(workflow, { ...now, state: first.to, since: first.at }, clock);
  const decided = opens(now.state)
    ? undefined
    : now.events.findLast(({ from, to }) => from !== null && opens(from) && !opens(to));
  const isPast = (moment: Moment): boolean => due !== undefined && londonDayOf(moment) > due;
  return {
    at: first.at,
    standing: decided === undefined ? 'still-red' : isPast(decided.at) ? 'late' : 'in-time',
    isOverdue: decided === undefined && isPast(at),
    isApproved: decided?.kind === 'follow' && stateMeaning(workflow, decided.to).alarm === undefined,
  };
};
