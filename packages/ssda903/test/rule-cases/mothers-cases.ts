import type { RuleCase } from './rule-case.ts';

export const MOTHERS_CASES: readonly RuleCase[] = [];
