import type { ChildFact, FactKind } from '@rightplace/domain';
import { type MergeRules, standingByKey } from './merge.ts';
import { sameFact } from './row-items.ts';

/** The column of a fact's end, for the kinds that go on for a time. */
export const END_OF_FACT: Partial<Record<FactKind, string>> = {
  missing: 'MIS_END',
  'placed-for-adoption': 'DATE_PLACED_CEASED',
  'social-worker': 'SW_DEC',
  'deprivation-of-liberty': 'DOLO_END',
};

const keyOf = ({ kind, key }: ChildFact): string => `${kind} ${key}`;

const isOpen = ({ kind, fields }: ChildFact): boolean => {
  const end = END_OF_FACT[kind];
  return end !== undefined && fields[end] === undefined;
};

export const FACT_RULES: MergeRules<ChildFact> = {
  standing: () => standingByKey(keyOf),
  isSame: sameFact,
  keyOf,
  isOpen,
  // What a return says of a fact entered by hand is newer than the entry, as far as can be told.
  yearOf: () => 0,
  // The key is the same, so the return did hold it.
  couldBeIn: () => true,
  isFollowedBy: () => false,
  haveRoom: () => false,
};
