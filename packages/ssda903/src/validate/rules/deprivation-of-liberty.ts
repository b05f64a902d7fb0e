import type { Rule } from '../rule.ts';

/** What a return says of deprivation of liberty orders. */
export const DEPRIVATION_OF_LIBERTY_RULES: readonly Rule[] = [];
