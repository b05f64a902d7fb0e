import type { RuleCase } from './rule-case.ts';

export const PROVIDER_CASES: readonly RuleCase[] = [];
