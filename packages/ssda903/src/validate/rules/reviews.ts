import type { Rule } from '../rule.ts';

/** What a return says of reviews. */
export const REVIEWS_RULES: readonly Rule[] = [];
