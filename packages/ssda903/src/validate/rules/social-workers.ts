import type { Rule } from '../rule.ts';

/** What a return says of social workers. */
export const SOCIAL_WORKERS_RULES: readonly Rule[] = [];
