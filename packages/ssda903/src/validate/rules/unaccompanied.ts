import type { Rule } from '../rule.ts';

/** What a return says of unaccompanied children who seek asylum. */
export const UNACCOMPANIED_RULES: readonly Rule[] = [];
