import type { RuleCase } from './rule-case.ts';

export const TABLES_CASES: readonly RuleCase[] = [];
