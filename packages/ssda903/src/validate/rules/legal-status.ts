import type { Rule } from '../rule.ts';

/** What a return says of legal status and need. */
export const LEGAL_STATUS_RULES: readonly Rule[] = [];
