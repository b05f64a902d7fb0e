import type { Rule } from '../rule.ts';

/** What a return says of care leavers. */
export const CARE_LEAVERS_RULES: readonly Rule[] = [];
