import { type Day, parseDay } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import { MOVED_BEFORE_WHY } from '../placement-request/move-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { givenAt } from '../workflow/word.ts';
import { wordIn } from './said-in-entry.ts';

/** The question by which each step says the day of the move, and whether it says what is to be. */
export const DAYS_OF_MOVE: Readonly<
  Record<string, { readonly question: string; readonly isPlanned?: true }>
> = {
  'confirm-move': { question: 'moves-on', isPlanned: true },
  'move-first': { question: 'moves-on', isPlanned: true },
  'moved-in': { question: 'placed-on' },
  'moved-home': { question: 'moved-on' },
};

/** The day of the move that is said with a step; undefined for another step. */
export const dayOfMoveIn = ({ step, said }: Pick<CaseEvent, 'step' | 'said'>): Day | undefined => {
  const asked = DAYS_OF_MOVE[step];
  return asked === undefined ? undefined : parseDay(wordIn(said[asked.question]));
};

const lastApproval = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.findLast(({ to, from }) => to === 'approved' && from !== to);

/** The day on which a home was approved last: by word of mouth the day on which it was said. Undefined where none was. */
export const approvedOn = (events: readonly CaseEvent[]): Day | undefined => {
  const approval = lastApproval(events);
  if (approval === undefined) return undefined;
  return londonDayOf((approval.wordOf === undefined ? undefined : givenAt(approval.said)) ?? approval.at);
};

const sinceApproval = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.slice(lastApproval(events)?.number ?? events.length);

/** Why the child moves before the home was approved, as it was said since; empty where it was not. */
export const movedBeforeWhy = (events: readonly CaseEvent[]): string =>
  wordIn(
    sinceApproval(events).findLast(({ said }) => said[MOVED_BEFORE_WHY] !== undefined)?.said[
      MOVED_BEFORE_WHY
    ],
  );

/** What is asked where a day of the move is asked; undefined where no home is approved. */
export const asksMovedBefore = (events: readonly CaseEvent[]): string | undefined => {
  const on = approvedOn(events);
  return on && `The home was approved on ${dayInWords(on)}. If the child moved before that, say why`;
};

/** Whether a day of the move lies before the approval, and nobody has said why. */
export const isUnexplained = (events: readonly CaseEvent[], on: Day, said: Answers): boolean => {
  const approved = approvedOn(events);
  return (
    approved !== undefined &&
    on < approved &&
    (wordIn(said[MOVED_BEFORE_WHY]) || movedBeforeWhy(events)) === ''
  );
};

/** A move of before the approval, as it is told of the search: undefined where there is none. */
export const movedBeforeInWords = (events: readonly CaseEvent[]): string | undefined => {
  const approved = approvedOn(events);
  const on = sinceApproval(events).findLast((event) => dayOfMoveIn(event) !== undefined);
  const day = on && dayOfMoveIn(on);
  if (approved === undefined || day === undefined || day >= approved) return undefined;
  return `The day of the move is ${dayInWords(day)}, and the home was approved on ${dayInWords(approved)}. Why the child moved before that: ${movedBeforeWhy(events) || 'nobody was asked'}`;
};
