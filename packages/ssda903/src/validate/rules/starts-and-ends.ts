import type { Rule } from '../rule.ts';

/** What a return says of why episodes begin and end. */
export const STARTS_AND_ENDS_RULES: readonly Rule[] = [];
