import type { Day } from '../calendar/day.ts';
import { type CareHistory, type ChildOnDay, childInStage, findChildOnDay } from '../child/care-history.ts';
import type { CareEvent } from './authority-on-day.ts';
import type { Case, Verdict } from './measure.ts';

/**
 * A case whose child is made only when a figure is cut, which most are not. A class, because a series of ten years makes
 * hundreds of thousands of them, and one with a getter of its own each takes several times as long.
 */
class LazyCase implements Case {
  readonly id: Case['id'];
  readonly on: Case['on'];
  readonly verdict: Verdict;
  declare readonly amount?: number;
  readonly #makeChild: () => ChildOnDay | undefined;

  constructor(
    { id, on }: Pick<Case, 'id' | 'on'>,
    verdict: Verdict,
    amount: number | undefined,
    makeChild: () => ChildOnDay | undefined,
  ) {
    this.id = id;
    this.on = on;
    this.verdict = verdict;
    if (amount !== undefined) this.amount = amount;
    this.#makeChild = makeChild;
  }

  get child(): ChildOnDay | undefined {
    return this.#makeChild();
  }
}

/** What happened, as a case. */
export const caseOf = (event: Omit<CareEvent, 'episode'>, verdict: Verdict, amount?: number): Case =>
  new LazyCase(event, verdict, amount, () => childInStage(event.history, event.stage, event.on));

/** What was so of a child on a day, in care or not, as a case. */
export const caseOn = (history: CareHistory, on: Day, verdict: Verdict): Case =>
  new LazyCase({ id: history.id, on }, verdict, undefined, () => findChildOnDay(history, on));

/** The same case, with something else to be said of it. */
export const judgedAnew = (each: Case, verdict: Verdict, amount?: number): Case =>
  new LazyCase(each, verdict, amount, () => each.child);

/** Works something out of each key once: of a ledger, of an authority on a day, of a child. */
export const onceFor = <Key extends object, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new WeakMap<Key, { readonly of: Made }>();
  return (key) => {
    const found = made.get(key) ?? { of: make(key) };
    made.set(key, found);
    return found.of;
  };
};
