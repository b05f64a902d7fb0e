import type { RuleCase } from './rule-case.ts';

export const CARE_LEAVERS_CASES: readonly RuleCase[] = [];
