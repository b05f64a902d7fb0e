import { childInStage } from '../child/care-history.ts';
import type { CareEvent } from './authority-on-day.ts';
import type { Case, Verdict } from './measure.ts';

/** What happened, as a case: the child is made only when a figure is cut, which most are not. */
export const caseOf = (
  { id, on, history, stage }: Omit<CareEvent, 'episode'>,
  verdict: Verdict,
  amount?: number,
): Case => ({
  id,
  on,
  verdict,
  ...(amount === undefined ? {} : { amount }),
  get child() {
    return childInStage(history, stage, on);
  },
});

/** Works something out of each key once: of a ledger, of an authority on a day, of a child. */
export const onceFor = <Key extends object, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new WeakMap<Key, { readonly of: Made }>();
  return (key) => {
    const found = made.get(key) ?? { of: make(key) };
    made.set(key, found);
    return found.of;
  };
};
