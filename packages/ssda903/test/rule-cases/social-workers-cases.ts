import type { RuleCase } from './rule-case.ts';

export const SOCIAL_WORKERS_CASES: readonly RuleCase[] = [];
