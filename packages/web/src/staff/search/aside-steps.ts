import { isLostBy, TERMS_AGAIN } from '@rightplace/domain';

const ASIDE: ReadonlySet<string> = new Set([
  'hold',
  'cancel',
  'escalate',
  'all-tiers',
  'all-tiers-by-word',
  'all-tiers-in-writing',
  'put-again',
  'notice-back',
  'notice-back-over',
  'lives-elsewhere',
  'fell-through',
  'deny',
  'deny-besides',
]);

/** What does not take a search on its usual way: said after the others. */
export const isAside = (step: string): boolean => ASIDE.has(step);

/** What is said quietly: it is not what a search is for, or takes back what was reached. */
export const isQuiet = (step: string): boolean => isAside(step) || isLostBy(step) || step === TERMS_AGAIN;
