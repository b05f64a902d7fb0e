import type { Rule } from '../rule.ts';

/** What a return says of who provides it, and its Ofsted number. */
export const PROVIDER_RULES: readonly Rule[] = [];
