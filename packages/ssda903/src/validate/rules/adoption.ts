import type { Rule } from '../rule.ts';

/** What a return says of adoption. */
export const ADOPTION_RULES: readonly Rule[] = [];
