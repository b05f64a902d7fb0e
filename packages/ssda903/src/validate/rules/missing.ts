import type { Rule } from '../rule.ts';

/** What a return says of missing and away. */
export const MISSING_RULES: readonly Rule[] = [];
