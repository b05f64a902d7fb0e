import type { Rule } from '../rule.ts';

/** What a return says of when episodes begin and end. */
export const EPISODE_DATES_RULES: readonly Rule[] = [];
