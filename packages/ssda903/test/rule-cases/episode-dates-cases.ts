import type { RuleCase } from './rule-case.ts';

export const EPISODE_DATES_CASES: readonly RuleCase[] = [];
