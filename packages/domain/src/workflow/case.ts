import type { Moment } from '../calendar/moment.ts';
import type { Answers } from '../form/form.ts';
import { type DecidedBy, withDecision } from './decided-by.ts';
import { type Doer, peopleOf } from './part.ts';
import { type Word, wordsAfter } from './word.ts';
import { STEP_KINDS, type StepKind } from './workflow.ts';

/** Something that happened to a case. Nobody edits one. */
export interface CaseEvent {
  /** 1, 2, 3 … within the case: two people cannot add the same one. */
  readonly number: number;
  readonly at: Moment;
  /** The step's id; 'begin' for the first, 'lapse' for what came about by itself, 'follow' for what came of the case opened from it. */
  readonly step: string;
  readonly kind: StepKind | 'begin' | 'follow' | 'lapse';
  /** Null for what came about by itself. */
  readonly by: Doer | null;
  /** Of a word written down: whose it is. */
  readonly wordOf?: Doer;
  readonly from: string | null;
  readonly to: string;
  /** What was said in taking it. */
  readonly said: Answers;
  /** Which saved revision of the evidence it was taken on; null while there was none. */
  readonly evidence: number | null;
  /** The command's own number, so that a form sent twice is one event. */
  readonly key: string;
}

/** A case as its events tell it. */
export interface CaseNow {
  readonly events: readonly [CaseEvent, ...CaseEvent[]];
  readonly state: string;
  /** When it came to be there. */
  readonly since: Moment;
  /** Who began it, wrote any of its evidence, or sent it on as theirs. */
  readonly madeBy: ReadonlySet<string>;
  /**
   * Who has supported, authorised or rejected since it was last sent on or given back, in the product or by a word written down, and
   * in which roles; and before that, who gave a support that it still stands on.
   */
  readonly decidedBy: DecidedBy;
  /** Every word written down, oldest first. */
  readonly words: readonly Word[];
  /** Whether it decides after the event, on what has happened in another case: then it never lapses, as there is nothing left to happen. */
  readonly isAfterTheEvent: boolean;
}

const decides = (kind: CaseEvent['kind']): boolean =>
  kind !== 'begin' && kind !== 'follow' && kind !== 'lapse' && STEP_KINDS[kind].decides;

/** A support that a case stands on: until it comes again to where that was given, and is looked at anew. */
interface Support {
  readonly state: string | null;
  readonly by: Doer;
}

/** Folds the events, oldest first; `writers` wrote its evidence. Throws when they do not follow from each other: then the store is at fault. */
export const caseFrom = (
  events: readonly CaseEvent[],
  writers: Iterable<string> = [],
  isAfterTheEvent = false,
): CaseNow => {
  const [first, ...rest] = events;
  if (first === undefined || first.kind !== 'begin') throw new Error('A case begins with its beginning');
  let [state, since] = [first.to, first.at];
  const madeBy = new Set<string>(writers);
  let decidedBy: DecidedBy = new Map();
  let supports: readonly Support[] = [];
  let words: readonly Word[] = [];
  for (const [index, event] of events.entries()) {
    if (event.number !== index + 1) throw new Error(`Event ${event.number} stands where ${index + 1} should`);
    if (event.kind !== 'begin' && event.from !== state)
      throw new Error(`Event ${event.number} goes from ${event.from}, and the case was in ${state}`);
    if (event.to !== state) {
      [state, since] = [event.to, event.at];
      supports = supports.filter((support) => support.state !== event.to);
    }
    if (event.by === null) continue;
    const people = peopleOf(event.by.person, event.by.part);
    words = wordsAfter(words, event);
    if (event.kind === 'begin' || event.kind === 'submit') for (const person of people) madeBy.add(person);
    // What was sent on anew, was given back, or was decided on a word that is denied, is looked at anew, by whoever looked before
    // as well: what comes after a return is not what was returned.
    if (event.kind === 'submit' || event.kind === 'deny' || event.kind === 'return')
      decidedBy = supports.reduce<DecidedBy>((all, support) => withDecision(all, support.by), new Map());
    if (event.kind === 'support') supports = [...supports, { state: event.from, by: event.by }];
    const deciders = decides(event.kind) && event.kind !== 'return' ? [event.by] : [];
    for (const doer of [...deciders, event.wordOf ?? []].flat()) decidedBy = withDecision(decidedBy, doer);
  }
  return { events: [first, ...rest], state, since, madeBy, decidedBy, words, isAfterTheEvent };
};
