import type { RuleCase } from './rule-case.ts';

export const STARTS_AND_ENDS_CASES: readonly RuleCase[] = [];
