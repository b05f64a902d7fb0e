import type { Period } from '../calendar/period.ts';
import { findFactPeriod } from './fact-days.ts';
import { readOnce } from './read-once.ts';

/** Orders that deprive a child of their liberty, earliest first, as they are now known: ask of a day with `containsDay`. */
export const deprivationOrders = readOnce(
  'deprivation-of-liberty',
  (fact): Period | undefined => findFactPeriod(fact),
  (a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0),
);
