import type { RuleCase } from './rule-case.ts';

export const REVIEWS_CASES: readonly RuleCase[] = [];
