import type { Rule } from '../rule.ts';

/** What a return says of where it is. */
export const WHERE_RULES: readonly Rule[] = [];
