import type { RuleCase } from './rule-case.ts';

export const YEAR_END_CASES: readonly RuleCase[] = [];
