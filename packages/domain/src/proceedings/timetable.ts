import { addDays, type Day, daysBetween, parseDay } from '../calendar/day.ts';
import type { Answer } from '../form/form.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { FINAL_ORDERS } from './orders.ts';
import { HEARINGS, type HearingKind } from './questions.ts';

/** How long each may last (Children Act 1989, section 32; Public Law Outline), in weeks. */
export const WEEKS_ALLOWED = { court: 26, 'pre-proceedings': 16 } as const;
/** From when it is said that the end is near: at 22 of 26 weeks, and at 12 of 16. */
const WEEKS_NEAR_END = 4;

/** A hearing, held or to come. */
export interface Hearing {
  readonly kind: HearingKind;
  readonly on: Day;
  /** On the clock: "10:30". */
  readonly at: string | undefined;
}

/** How far something is of the weeks that it may take. */
export interface WeeksOf {
  readonly from: Day;
  /** Until it ended, or today. */
  readonly until: Day;
  readonly isOver: boolean;
  readonly weeks: number;
  readonly allowed: number;
  /** The last day in time. */
  readonly limit: Day;
  readonly standing: 'in-time' | 'near-end' | 'over';
}

const wordOf = (answer: Answer | undefined): string | undefined =>
  typeof answer === 'string' ? answer : undefined;
const dayOf = (answer: Answer | undefined): Day | undefined => {
  const word = wordOf(answer);
  return word === undefined ? undefined : parseDay(word);
};
const firstDay = (
  events: readonly CaseEvent[],
  steps: readonly string[],
  question: string,
): Day | undefined => dayOf(events.find(({ step }) => steps.includes(step))?.said[question]);

/** Weeks are whole ones that have passed; the last day in time is in time. */
export const weeksTaken = (from: Day, ended: Day | undefined, allowed: number, today: Day): WeeksOf => {
  const until = ended ?? today;
  const limit = addDays(from, allowed * 7);
  const standing =
    until > limit ? 'over' : until >= addDays(limit, -WEEKS_NEAR_END * 7) ? 'near-end' : 'in-time';
  return {
    from,
    until,
    isOver: ended !== undefined,
    weeks: Math.max(0, Math.floor(daysBetween(from, until) / 7)),
    allowed,
    limit,
    standing,
  };
};

const isHearing = (word: string | undefined): word is HearingKind =>
  word !== undefined && Object.hasOwn(HEARINGS, word);

const hearingFrom = (kind: Answer | undefined, on: Answer | undefined, at: Answer | undefined) => {
  const [which, day] = [wordOf(kind), dayOf(on)];
  return isHearing(which) && day !== undefined ? { kind: which, on: day, at: wordOf(at) } : undefined;
};

/** Care proceedings as their events tell them. */
export interface CourtTimetable {
  readonly court: string | undefined;
  readonly caseNumber: string | undefined;
  readonly weeks: WeeksOf;
  /** The last that was held. */
  readonly heard: Hearing | undefined;
  /** The next that is listed; one whose day has passed and that nobody has recorded stays so. */
  readonly next: Hearing | undefined;
  readonly extensions: number;
  readonly finalOrder: { readonly title: string; readonly on: Day } | undefined;
}

/** Undefined while no application has been issued. */
export const courtTimetable = (events: readonly CaseEvent[], today: Day): CourtTimetable | undefined => {
  const issue = events.find(({ step }) => step === 'issue');
  const issuedOn = dayOf(issue?.said['issued-on']);
  if (issue === undefined || issuedOn === undefined) return undefined;
  let [heard, next]: (Hearing | undefined)[] = [];
  let weeksMore = 0;
  let extensions = 0;
  for (const { step, said } of events) {
    if (step === 'extension') {
      weeksMore += Number(wordOf(said.weeks) ?? 0);
      extensions += 1;
    }
    if (step === 'hearing') {
      const held = hearingFrom(said.hearing, said['heard-on'], said['heard-at']);
      if (held !== undefined && (heard === undefined || heard.on <= held.on)) heard = held;
      // A hearing that was held is not to come, unless it is one that had slipped everybody's mind.
      if (next !== undefined && held !== undefined && next.on <= held.on) next = undefined;
    }
    if (step === 'issue' || step === 'hearing' || step === 'listed')
      next = hearingFrom(said['next-kind'], said['next-on'], said['next-at']) ?? next;
  }
  const final = events.findLast(({ step }) => step === 'final-order');
  const madeOn = dayOf(final?.said['made-on']);
  const order = wordOf(final?.said.order);
  const titles: Readonly<Record<string, { readonly title: string }>> = FINAL_ORDERS;
  return {
    court: wordOf(issue.said.court),
    caseNumber: wordOf(issue.said['case-number']),
    weeks: weeksTaken(issuedOn, madeOn, WEEKS_ALLOWED.court + weeksMore, today),
    heard,
    next: final === undefined ? next : undefined,
    extensions,
    finalOrder:
      madeOn === undefined ? undefined : { title: titles[order ?? '']?.title ?? 'Final order', on: madeOn },
  };
};

/** The time in pre-proceedings, from the decision at the gateway; undefined while nobody has decided to enter. */
export const preProceedingsWeeks = (events: readonly CaseEvent[], today: Day): WeeksOf | undefined => {
  const entered = firstDay(events, ['enter'], 'decided-on');
  const ended = firstDay(events, ['step-out', 'decide-to-issue', 'end-otherwise'], 'decided-on');
  return entered === undefined
    ? undefined
    : weeksTaken(entered, ended, WEEKS_ALLOWED['pre-proceedings'], today);
};
