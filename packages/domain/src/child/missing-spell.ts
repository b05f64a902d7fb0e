import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { findFactPeriod } from './fact-days.ts';
import { readOnce } from './read-once.ts';

/** MISSING: whether nobody knew where the child was (M), or it was known and not agreed to (A). */
export type Absence = 'M' | 'A';

/** A time that a child was missing, or away from the placement without authorisation. */
export interface MissingSpell extends Period {
  /** The day it began. */
  readonly on: Day;
  /** Undefined when not recorded which. */
  readonly absence: Absence | undefined;
}

/** Every such time of a record, earliest first. One whose first day cannot be read is left out. */
export const missingSpellsOf = readOnce(
  'missing',
  (fact): MissingSpell | undefined => {
    const period = findFactPeriod(fact);
    const said = fact.fields['MISSING'];
    if (period === undefined) return undefined;
    return { ...period, on: period.starts, absence: said === 'M' || said === 'A' ? said : undefined };
  },
  (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
);
