import type { RuleCase } from './rule-case.ts';

export const PLACEMENT_CASES: readonly RuleCase[] = [];
