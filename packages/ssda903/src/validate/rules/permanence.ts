import type { Rule } from '../rule.ts';

/** What a return says of permanence before this period of care. */
export const PERMANENCE_RULES: readonly Rule[] = [];
