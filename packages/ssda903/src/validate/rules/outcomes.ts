import type { Rule } from '../rule.ts';

/** What a return says of health and outcomes. */
export const OUTCOMES_RULES: readonly Rule[] = [];
