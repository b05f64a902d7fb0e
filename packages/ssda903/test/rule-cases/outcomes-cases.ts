import type { RuleCase } from './rule-case.ts';

export const OUTCOMES_CASES: readonly RuleCase[] = [];
