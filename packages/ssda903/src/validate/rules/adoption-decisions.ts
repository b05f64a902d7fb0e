import type { Rule } from '../rule.ts';

/** What a return says of decisions to place for adoption. */
export const ADOPTION_DECISIONS_RULES: readonly Rule[] = [];
