import type { RuleCase } from './rule-case.ts';

export const DEPRIVATION_OF_LIBERTY_CASES: readonly RuleCase[] = [];
