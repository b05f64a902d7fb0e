import type { Clock, Day } from '@rightplace/domain';
import { listSettings, type Tx } from '@rightplace/store';
import { bankHolidaysFrom } from '../settings/bank-holidays-of.ts';
import { countKept, findTimeSetting, spanKey } from '../settings/time-settings.ts';

/** By what an authority counts the time its cases take: each span as it was set on the day from which it is counted. */
export const clockOf = async (tx: Tx, on: Day): Promise<Clock> => {
  const settings = await listSettings(tx);
  const valueOn = (key: string, day: Day): unknown =>
    settings.find((one) => one.key === key && one.starts <= day && (one.ends === null || one.ends > day))
      ?.value;
  return {
    calendar: bankHolidaysFrom((key) => valueOn(key, on)),
    spanOf: (setting, since) => {
      const key = spanKey(setting);
      const known = findTimeSetting(key);
      return known && countKept(known, valueOn(key, since));
    },
  };
};
