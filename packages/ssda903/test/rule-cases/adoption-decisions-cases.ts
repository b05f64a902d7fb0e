import type { RuleCase } from './rule-case.ts';

export const ADOPTION_DECISIONS_CASES: readonly RuleCase[] = [];
