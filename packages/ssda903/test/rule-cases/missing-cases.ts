import type { RuleCase } from './rule-case.ts';

export const MISSING_CASES: readonly RuleCase[] = [];
