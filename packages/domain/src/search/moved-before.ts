import { addDays, type Day, parseDay } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { containsDay, type Period } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import { MOVED_BEFORE_WHY } from '../placement-request/move-steps.ts';
import { BEFORE_MOVE } from '../placement-request/states.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { deniedAt, givenAt, type Word, wordsAfter } from '../workflow/word.ts';
import { approvesHome, lastApproval, lastApprovalOfHome } from './approval.ts';
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

/** By word of mouth the day on which it was said. */
const dayOfApproval = ({ wordOf, said, at }: CaseEvent): Day =>
  londonDayOf((wordOf === undefined ? undefined : givenAt(said)) ?? at);

/** The day on which a home was approved last. Undefined where none was, or whose word that was has denied it since. */
export const approvedOn = (events: readonly CaseEvent[]): Day | undefined => {
  const approval = lastApprovalOfHome(events);
  return approval === undefined || isDenied(events, approval) ? undefined : dayOfApproval(approval);
};

const WHILE_APPROVED: ReadonlySet<string> = new Set([...BEFORE_MOVE, 'moved', 'placed', 'closed']);

const offerChosenAt = (events: readonly CaseEvent[], number: number): string =>
  wordIn(events.findLast((event) => event.step === 'choose' && event.number < number)?.said[OFFER_CHOSEN]);

/** Whether whose word an approval was has denied it since. */
export const isDenied = (events: readonly CaseEvent[], approval: CaseEvent): boolean =>
  deniedAt(events.reduce<readonly Word[]>(wordsAfter, []), approval) !== undefined;

/**
 * From when until when an approval of a home stood, both days among them. Undefined where whose word it was has denied it since, whatever
 * became of the home before they did.
 */
const standingOf = (events: readonly CaseEvent[], approval: CaseEvent): Period | undefined => {
  if (isDenied(events, approval)) return undefined;
  const ended = events.find(({ number, to }) => number > approval.number && !WHILE_APPROVED.has(to));
  return {
    starts: dayOfApproval(approval),
    ends: ended === undefined ? null : addDays(londonDayOf(ended.at), 1),
  };
};

/** How the offer is called that was chosen last; empty where none was. */
export const offerChosenLast = (events: readonly CaseEvent[]): string =>
  offerChosenAt(events, Number.POSITIVE_INFINITY);

/** How often the home that was chosen last was approved, whatever became of it. */
const approvalsGiven = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const chosen = offerChosenLast(events);
  return events.filter((event) => approvesHome(event) && offerChosenAt(events, event.number) === chosen);
};

/** Whether the home that was chosen last was approved, and no approval of it was theirs of whom it was said. */
export const isByNobody = (events: readonly CaseEvent[]): boolean => {
  const approvals = approvalsGiven(events);
  return approvals.length > 0 && approvals.every((event) => isDenied(events, event));
};

/** The approvals of the home that was chosen last, each from when until when it stood. */
const approvalsOf = (events: readonly CaseEvent[]): readonly Period[] =>
  approvalsGiven(events).flatMap((approval) => standingOf(events, approval) ?? []);

/**
 * When the home was approved last, where no approval of it stood on a day on which the child moved before that. One that was put before
 * the director again since stood until then.
 */
export const approvedAfter = (events: readonly CaseEvent[], on: Day): Day | undefined => {
  const approved = approvedOn(events);
  if (approved === undefined || on >= approved) return undefined;
  return approvalsOf(events).some((period) => containsDay(period, on)) ? undefined : approved;
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
  if (on === undefined) return undefined;
  const earlier = approvalsOf(events).flatMap(({ starts, ends }) =>
    ends === null ? [] : [`from ${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`],
  );
  return earlier.length === 0
    ? `The home was approved on ${dayInWords(on)}. If the child moved before that, say why`
    : `The home was approved on ${dayInWords(on)}, and before that stood approved ${earlier.join(' and ')}. If the child moved while it was not approved, say why`;
};

/** Whether a day of the move lies before the approval, and nobody has said why. */
export const isUnexplained = (events: readonly CaseEvent[], on: Day, said: Answers): boolean =>
  approvedAfter(events, on) !== undefined &&
  (wordIn(said[MOVED_BEFORE_WHY]) || movedBeforeWhy(events)) === '';

/** A move of before the approval, as it is told of the search: undefined where there is none. */
export const movedBeforeInWords = (events: readonly CaseEvent[]): string | undefined => {
  const on = sinceApproval(events).findLast((event) => dayOfMoveIn(event) !== undefined);
  const day = on && dayOfMoveIn(on);
  if (day === undefined) return undefined;
  const approved = approvedAfter(events, day);
  return (
    approved &&
    `The day of the move is ${dayInWords(day)}, and the home was approved on ${dayInWords(approved)}. Why the child moved before that: ${movedBeforeWhy(events) || 'nobody was asked'}`
  );
};
