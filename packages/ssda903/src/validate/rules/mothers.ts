import type { Rule } from '../rule.ts';

/** What a return says of young mothers and their children. */
export const MOTHERS_RULES: readonly Rule[] = [];
