import type { CollectionYear } from '@rightplace/domain';
import type { Rule } from './rule.ts';
import { RULES } from './rules/rules.ts';

/** The latest collection year for which rules are held: 2026-27. */
export const LAST_YEAR: CollectionYear = 2027;

const holdsIn = ({ from, to }: Rule, year: CollectionYear): boolean =>
  from <= year && (to === undefined || year <= to);

/** The rules of every collection year, each in the versions that have held. A year is a filter, never a path of its own. */
export class Ruleset {
  readonly #rules: readonly Rule[];
  readonly #byYear = new Map<CollectionYear, ReadonlyMap<string, Rule>>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** The Department's for a collection year, and our own where they are asked for. */
  of(year: CollectionYear, { withOurs = false } = {}): readonly Rule[] {
    return [...this.#byCode(year).values()].filter(({ ours }) => withOurs || !ours);
  }

  /** By its code, whether it is the Department's or ours. */
  find(code: string, year: CollectionYear): Rule | undefined {
    return this.#byCode(year).get(code);
  }

  #byCode(year: CollectionYear): ReadonlyMap<string, Rule> {
    const known = this.#byYear.get(year);
    if (known !== undefined) return known;
    const made = new Map(this.#rules.filter((rule) => holdsIn(rule, year)).map((rule) => [rule.code, rule]));
    this.#byYear.set(year, made);
    return made;
  }
}

/** Those that returns are checked against. */
export const RULESET = new Ruleset(RULES);

export const rulesOf = (year: CollectionYear, { withOurs = false } = {}): readonly Rule[] =>
  RULESET.of(year, { withOurs });

export const findRule = (code: string, year: CollectionYear): Rule | undefined => RULESET.find(code, year);
