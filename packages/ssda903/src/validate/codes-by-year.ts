import type { CollectionYear } from '@rightplace/domain';

/**
 * Codes that a rule names, where which they are has changed: a list serves from its year until the next one's. The
 * lists are given oldest first.
 */
export const codesByYear = (
  ...lists: readonly (readonly [from: CollectionYear, codes: readonly string[]])[]
): ((year: CollectionYear) => ReadonlySet<string>) => {
  const sets = lists.map(([from, codes]) => ({ from, codes: new Set(codes) }));
  return (year) => sets.findLast(({ from }) => from <= year)?.codes ?? NONE;
};

const NONE: ReadonlySet<string> = new Set();
