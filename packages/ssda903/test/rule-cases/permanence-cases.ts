import type { RuleCase } from './rule-case.ts';

export const PERMANENCE_CASES: readonly RuleCase[] = [];
