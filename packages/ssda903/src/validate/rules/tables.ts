import type { Rule } from '../rule.ts';

/** What a return says of tables against one another. */
export const TABLES_RULES: readonly Rule[] = [];
