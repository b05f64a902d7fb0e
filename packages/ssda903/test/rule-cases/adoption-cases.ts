import type { RuleCase } from './rule-case.ts';

export const ADOPTION_CASES: readonly RuleCase[] = [];
