import { addDays, day, daysBetween } from '../src/calendar/day.ts';
import { type ClosedPeriod, containsDay } from '../src/calendar/period.ts';
import { costOfNight, pencePerWeek } from '../src/money/weekly.ts';
import type { Payable, PriceLine } from '../src/payment/payable.ts';

/** Prices and nights for tests of what is payable. */
export const core = (weekly: number, starts: string, ends: string | null = null): PriceLine => ({
  name: 'Core fee',
  kind: 'core',
  weekly: pencePerWeek(weekly),
  starts: day(starts),
  ends: ends === null ? null : day(ends),
});
export const nights = (starts: string, ends: string): ClosedPeriod => ({
  starts: day(starts),
  ends: day(ends),
});
/** Counted night by night, as somebody with a calendar and much time would. */
export const nightByNight = ({ lines, stay, absences }: Payable, { starts, ends }: ClosedPeriod): number => {
  let total = 0;
  for (let n = 0; n < daysBetween(starts, ends); n += 1) {
    const night = addDays(starts, n);
    if (stay === null || !containsDay(stay, night)) continue;
    for (const line of lines.filter((one) => containsDay(one, night))) {
      const [away] = absences
        .filter((one) => containsDay(one, night))
        .toSorted((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0));
      const weekly = away === undefined ? line.weekly : Math.round((line.weekly * away.percent) / 100);
      total += costOfNight(pencePerWeek(weekly), night);
    }
  }
  return total;
};
