import type { PublishedRelease } from './published.ts';
import { within } from './range.ts';
import { concerning, type Knowledge, type Known, knowledgeFrom } from './reader.ts';
import { SAFE_WIDTH, tellsOfFew } from './safe.ts';

/**
 * The last gate: shows with whole numbers alone that a release is safe, from what is printed of it. The evidence is other
 * numbers that a reader could believe in just as well; each is checked against every sum and every printed cell, and
 * together they must leave every small count four numbers or more and every hidden one two. Neither the solver nor the code
 * that hid is believed. Throws where they were wrong: better nothing is published than this.
 */
export const proveSafe = ({
  published,
  concerning: keys,
  evidence,
  hidesUpTo,
  except,
}: {
  /** The release as it would be registered, and all before it. */
  readonly published: readonly PublishedRelease[];
  readonly concerning: readonly string[];
  readonly evidence: readonly ReadonlyMap<string, number>[];
  readonly hidesUpTo: number;
  readonly except: readonly string[];
}): void => {
  const knowledge = concerning(keys, knowledgeFrom(published));
  const known = [...knowledge.numbers.values()];
  const truth = new Map(known.map(({ key, value }) => [key, value]));
  const believable = [truth, ...evidence];
  for (const values of believable) mustAgree(knowledge, known, values, truth);

  const isOurs = new Set(keys);
  for (const { key, title, value, as } of known) {
    if (as === 'bound' || except.includes(key)) continue;
    const needed = tellsOfFew({ as, value }, hidesUpTo)
      ? SAFE_WIDTH
      : as === 'hidden' && isOurs.has(key)
        ? 1
        : 0;
    if (needed === 0) continue;
    const values = believable.map((one) => one.get(key) ?? value);
    if (Math.max(...values) - Math.min(...values) < needed)
      throw new Error(`It was not shown that "${title}" cannot be worked out.`);
  }
};

const mustAgree = (
  { relations }: Knowledge,
  known: readonly Known[],
  values: ReadonlyMap<string, number>,
  truth: ReadonlyMap<string, number>,
): void => {
  const valueOf = (key: string): number => values.get(key) ?? truth.get(key) ?? 0;
  const wrong = known.find(({ key, range }) => !within(valueOf(key), range));
  if (wrong !== undefined)
    throw new Error(`The evidence does not agree with what is printed of "${wrong.title}".`);
  for (const relation of relations) {
    if (relation.reduce((sum, { key, times }) => sum + times * valueOf(key), 0) !== 0)
      throw new Error('The evidence does not add up.');
  }
};
