import type { Day } from '../calendar/day.ts';
import {
  type CareHistory,
  type ChildOnDay,
  childInStage,
  findStageOn,
  type Stage,
} from '../child/care-history.ts';
import {
  type AuthorityOnDay,
  type CareEvent,
  eventsWithin,
  type PreparedLedger,
} from './authority-on-day.ts';
import type { Case, Verdict } from './measure.ts';

/**
 * A case whose child is made only when a figure is cut, which most are not. A class, because a series of ten years makes
 * hundreds of thousands of them, and one with a getter of its own each takes several times as long.
 */
export class LazyCase implements Case {
  readonly id: Case['id'];
  readonly on: Day;
  readonly verdict: Verdict;
  declare readonly amount?: number;
  readonly history: CareHistory;
  /** The stage the child was in; undefined for whichever the day was in, if any. */
  readonly stage: Stage | undefined;
  #stageOn: Stage | null | undefined;

  constructor({ history, stage, on }: Lazily, verdict: Verdict, amount: number | undefined) {
    this.id = history.id;
    this.on = on;
    this.verdict = verdict;
    if (amount !== undefined) this.amount = amount;
    this.history = history;
    this.stage = stage;
    this.#stageOn = stage;
  }

  get child(): ChildOnDay | undefined {
    const stage = this.stageOn();
    return stage === undefined ? undefined : childInStage(this.history, stage, this.on);
  }

  /** The stage that the child was in that day, looked for once. */
  stageOn(): Stage | undefined {
    if (this.#stageOn === undefined) this.#stageOn = findStageOn(this.history, this.on) ?? null;
    return this.#stageOn ?? undefined;
  }
}

/** What a child is made of who is not made yet. */
interface Lazily {
  readonly history: CareHistory;
  readonly stage: Stage | undefined;
  readonly on: Day;
}

/** What happened, as a case. */
export const caseOf = (event: Omit<CareEvent, 'episode'>, verdict: Verdict, amount?: number): Case =>
  new LazyCase(event, verdict, amount);

/** What was so of a child on a day, in care or not, as a case. */
export const caseOn = (history: CareHistory, on: Day, verdict: Verdict): Case =>
  new LazyCase({ history, stage: undefined, on }, verdict, undefined);

/** Days on which something was so of a child, in care or not, in order of day: a case for each within the time asked for. */
export const countDaysWithin =
  (daysOf: (ledger: PreparedLedger) => readonly { readonly on: Day; readonly history: CareHistory }[]) =>
  ({ ledger, window }: AuthorityOnDay): readonly Case[] =>
    eventsWithin(daysOf(ledger), window).map(({ on, history }) => caseOn(history, on, 'counts'));

/** The same case, with something else to be said of it. */
export const judgedAnew = (each: Case, verdict: Verdict, amount?: number): Case => {
  if (each instanceof LazyCase) return new LazyCase(each, verdict, amount);
  const { id, on, child } = each;
  return { id, on, child, verdict, ...(amount === undefined ? {} : { amount }) };
};
