import type { RuleCase } from './rule-case.ts';

export const WHERE_CASES: readonly RuleCase[] = [];
