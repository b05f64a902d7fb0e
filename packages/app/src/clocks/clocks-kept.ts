import {
  AT_HOME_CLOCKS,
  type BankHolidays,
  type ClockRule,
  type Day,
  LOOKED_AFTER_CLOCKS,
  londonDayOf,
  maxDay,
  VISIT_AND_REVIEW_CLOCKS,
} from '@rightplace/domain';
import { type HeldSetting, listSettings, type Tx } from '@rightplace/store';
import { bankHolidaysFrom } from '../settings/bank-holidays-of.ts';
import { CLOCKS_KEPT, VISITS_KEPT } from '../settings/catalogue.ts';
import type { World } from '../world.ts';

/** By what an authority measures what is due. */
export interface ClocksKept {
  readonly now: ReturnType<World['now']>;
  readonly calendar: BankHolidays;
  readonly keptFrom: Day;
  /** Visits and reviews: from the later day on which an authority said that it keeps them too. */
  readonly keptLater: ReadonlyMap<string, Day>;
  /** What it measures: not visits and reviews where it does not keep them. */
  readonly rules: readonly ClockRule[];
  readonly shortened: (ruleId: string) => number | undefined;
  /** Tells this day and these settings from any others. */
  readonly measuredBy: string;
}

/** Every rule there is. The other parts of the list of timers join it here. */
export const CLOCK_RULES: readonly ClockRule[] = [
  ...LOOKED_AFTER_CLOCKS,
  ...AT_HOME_CLOCKS,
  ...VISIT_AND_REVIEW_CLOCKS,
];

const OF_VISITS: ReadonlySet<string> = new Set(VISIT_AND_REVIEW_CLOCKS.map(({ id }) => id));

/** Under which an authority allows less time than a rule does. */
export const SHORTER = 'clocks.shorter.';

/** The first day of the time without a gap for which clocks are kept, up to a day; undefined when they are not. */
const keptSince = (
  settings: readonly HeldSetting[],
  on: Day,
  { key: ofKey, parse }: Pick<typeof CLOCKS_KEPT, 'key' | 'parse'>,
): Day | undefined => {
  let since: Day | undefined;
  let before: Day = on;
  const kept = settings
    .filter(({ key, value }) => key === ofKey && parse(value))
    .toSorted((a, b) => (a.starts < b.starts ? 1 : -1));
  for (const { starts, ends } of kept) {
    if (starts > on) continue;
    if (since === undefined ? ends !== null && ends <= on : ends === null || ends < before) break;
    since = starts;
    before = starts;
  }
  return since;
};

/** Undefined where an authority does not keep clocks. */
export const clocksKept = async (tx: Tx, world: Pick<World, 'now'>): Promise<ClocksKept | undefined> => {
  const now = world.now();
  const today = londonDayOf(now);
  const settings = await listSettings(tx);
  const keptFrom = keptSince(settings, today, CLOCKS_KEPT);
  if (keptFrom === undefined) return undefined;
  const visitsFrom = keptSince(settings, today, VISITS_KEPT);
  const current = new Map(
    settings
      .filter(({ starts, ends }) => starts <= today && (ends === null || ends > today))
      .map(({ key, value }) => [key, value]),
  );
  return {
    now,
    keptFrom,
    rules: visitsFrom === undefined ? CLOCK_RULES.filter(({ id }) => !OF_VISITS.has(id)) : CLOCK_RULES,
    keptLater: new Map(
      visitsFrom === undefined ? [] : [...OF_VISITS].map((id) => [id, maxDay(visitsFrom, keptFrom)]),
    ),
    measuredBy: JSON.stringify([today, keptFrom, visitsFrom, [...current]]),
    calendar: bankHolidaysFrom((key) => current.get(key)),
    shortened: (ruleId) => {
      const set = current.get(`${SHORTER}${ruleId}`);
      return typeof set === 'number' ? set : undefined;
    },
  };
};
