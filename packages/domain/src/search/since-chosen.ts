import { type Day, parseDay } from '../calendar/day.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { DAYS_OF_MOVE } from './moved-before.ts';
import { wordIn } from './said-in-entry.ts';

/** What happened since an offer was chosen the last time: all there is of the home that is chosen now. */
export const sinceChosen = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.slice(events.findLastIndex(({ step }) => step === 'choose') + 1);

/** The step by which a day was planned last for the move to the home that is chosen; undefined while none was. */
export const movePlanned = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  sinceChosen(events).findLast(({ step }) => DAYS_OF_MOVE[step]?.isPlanned === true);

/** The day that was planned last for the move to the home that is chosen. */
export const plannedMoveOn = (events: readonly CaseEvent[]): Day | undefined =>
  parseDay(wordIn(movePlanned(events)?.said['moves-on']));
