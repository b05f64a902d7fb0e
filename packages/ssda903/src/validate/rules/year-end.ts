import type { Rule } from '../rule.ts';

/** What a return says of what stood open when last year ended. */
export const YEAR_END_RULES: readonly Rule[] = [];
