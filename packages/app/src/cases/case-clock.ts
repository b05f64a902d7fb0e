import type { Clock, Day } from '@rightplace/domain';
import { type HeldSetting, listSettings, type Tx } from '@rightplace/store';
import { recall } from '../ledger/recall.ts';
import { bankHolidaysFrom } from '../settings/bank-holidays-of.ts';
import { countKept, findTimeSetting, spanKey } from '../settings/time-settings.ts';

/** The last few clocks, each under everything that it was made of. */
const clocksKept = new Map<string, Clock>();
const MOST_CLOCKS_KEPT = 16;

/**
 * By what an authority counts the time its cases take: each span as it was set on the day from which it is counted. Settings are
 * read every time; while they say the same the very clock of last time is given again, so that what was counted by it can be kept.
 */
export const clockOf = async (tx: Tx, on: Day): Promise<Clock> => {
  const settings = await listSettings(tx);
  return recall(clocksKept, `${on} ${JSON.stringify(settings)}`, MOST_CLOCKS_KEPT, () =>
    clockFrom(settings, on),
  );
};

const clockFrom = (settings: readonly HeldSetting[], on: Day): Clock => {
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
