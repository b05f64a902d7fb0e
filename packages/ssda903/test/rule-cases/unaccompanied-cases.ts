import type { RuleCase } from './rule-case.ts';

export const UNACCOMPANIED_CASES: readonly RuleCase[] = [];
