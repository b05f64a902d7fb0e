import type { CollectionYear } from '@rightplace/domain';
import type { Rule } from './rule.ts';
import { RULES } from './rules/rules.ts';

/** The latest collection year for which rules are held: 2026-27. */
export const LAST_YEAR: CollectionYear = 2027;

const holdsIn = ({ from, to }: Rule, year: CollectionYear): boolean =>
  from <= year && (to === undefined || year <= to);

const byYear = new Map<CollectionYear, ReadonlyMap<string, Rule>>();

const rulesByCode = (year: CollectionYear): ReadonlyMap<string, Rule> => {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const made = new Map(RULES.filter((rule) => holdsIn(rule, year)).map((rule) => [rule.code, rule]));
  byYear.set(year, made);
  return made;
};

/**
 * Every rule of the Department's for a collection year, in the version that holds in it, and our own where they are
 * asked for. A year is a filter and never a path of its own.
 */
export const rulesOf = (year: CollectionYear, { withOurs = false } = {}): readonly Rule[] =>
  [...rulesByCode(year).values()].filter(({ ours }) => withOurs || !ours);

/** By its code, whether it is the Department's or ours. */
export const findRule = (code: string, year: CollectionYear): Rule | undefined => rulesByCode(year).get(code);
