import type { CollectionYear } from '../calendar/reporting-year.ts';
import { collectionYearPeriod } from '../calendar/reporting-year.ts';
import type { ChildOnDay } from '../child/care-history.ts';

/**
 * Whether a child in care at the end of 31 March had been looked after for all of the year, which is what the return calls
 * looked after continuously for twelve months. Any start in the year, any end (a REC that is not X1), a gap and a short
 * break each break it; to have started on 1 April itself does not, for that is the whole year.
 */
export const isContinuouslyLookedAfter = (
  { shortBreaks, inCareSince, history }: ChildOnDay,
  year: CollectionYear,
): boolean => {
  const { starts, ends } = collectionYearPeriod(year);
  if (shortBreaks || inCareSince > starts) return false;
  return !history.stages.some(
    ({ episode: { decom, rne, dec, rec } }) =>
      (rne === 'S' && decom > starts && decom < ends) ||
      (dec !== null && dec >= starts && dec < ends && rec !== 'X1'),
  );
};
