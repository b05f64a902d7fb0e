import type { RuleCase } from './rule-case.ts';

export const LEGAL_STATUS_CASES: readonly RuleCase[] = [];
