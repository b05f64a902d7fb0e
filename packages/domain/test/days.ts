import fc from 'fast-check';
import { addDays, day, dayFromNumber, dayNumber } from '../src/calendar/day.ts';
import type { ClosedPeriod, Period } from '../src/calendar/period.ts';

/** Days and periods for property tests. */
export const anyDay = fc
  .integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2199-12-31')) })
  .map(dayFromNumber);

/** Close enough together to meet and overlap often. */
export const nearbyDay = fc.integer({ min: 0, max: 60 }).map((n) => addDays(day('2024-02-01'), n));

export const closedPeriodNearby: fc.Arbitrary<ClosedPeriod> = fc
  .tuple(nearbyDay, fc.integer({ min: 0, max: 20 }))
  .map(([starts, length]) => ({ starts, ends: addDays(starts, length) }));

export const periodNearby: fc.Arbitrary<Period> = fc
  .tuple(closedPeriodNearby, fc.integer({ min: 0, max: 5 }))
  .map(([p, n]) => (n === 0 ? { starts: p.starts, ends: null } : p));
