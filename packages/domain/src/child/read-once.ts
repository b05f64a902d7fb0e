import type { ChildFact, FactKind } from './record.ts';

/**
 * Makes a reader of one kind of fact that reads each record once: a series of ten years asks every child on every
 * month-end. What it gives is of all days; whoever asks for a day cuts it by `on` or `starts` as `findFactAsOf` would.
 */
export const readOnce = <Each>(
  kind: FactKind,
  readEach: (fact: ChildFact) => Each | undefined,
  inOrder: (a: Each, b: Each) => number,
): ((facts: readonly ChildFact[]) => readonly Each[]) => {
  const kept = new WeakMap<readonly ChildFact[], readonly Each[]>();
  return (facts) => {
    const before = kept.get(facts);
    if (before !== undefined) return before;
    const found: Each[] = [];
    for (const fact of facts) {
      const each = fact.kind === kind ? readEach(fact) : undefined;
      if (each !== undefined) found.push(each);
    }
    const read = found.length === 0 ? NONE : found.sort(inOrder);
    kept.set(facts, read);
    return read;
  };
};

/** One for all children of whom nothing of a kind is told, who are most. */
const NONE: readonly never[] = [];
