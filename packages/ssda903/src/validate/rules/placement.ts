import type { Rule } from '../rule.ts';

/** What a return says of the placement and why it ended. */
export const PLACEMENT_RULES: readonly Rule[] = [];
