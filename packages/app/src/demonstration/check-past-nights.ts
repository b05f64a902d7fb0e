import {
  addDays,
  addMinutes,
  collectionYearOf,
  type Day,
  day,
  londonDayOf,
  type Moment,
  startOfLondonDay,
} from '@rightplace/domain';
import { FIRST_YEAR, LAST_YEAR } from '@rightplace/ssda903';
import { asTenantReading, lastChangeAt } from '@rightplace/store';
import { type Checked, checkReturn, type NotNeeded } from '../return-readiness/check-return.ts';
import type { World } from '../world.ts';
import { answerSome } from './answer-some.ts';

const NIGHT_MINUTES = 120;
const MOST_MONTHS = 12;

const nightOf = (d: Day): Moment => addMinutes(startOfLondonDay(d), NIGHT_MINUTES);

/** The first night of each month, oldest first, and last night: few, as each is a check of everyone. */
export const nightsToCheck = (now: Moment): readonly Moment[] => {
  const today = londonDayOf(now);
  const lastNight = nightOf(today) <= now ? today : addDays(today, -1);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const nights = Array.from({ length: MOST_MONTHS }, (_, ago) => {
    const months = year * 12 + month - 1 - ago;
    const ofMonth = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
    return day(`${ofMonth}-01`);
  });
  return [lastNight, ...nights.filter((night) => night < lastNight)].map(nightOf).toReversed();
};

/**
 * Runs the rules on a demonstration's record as it was known on nights on which no server ran, so that there is a year to
 * look back on; then answers a finding or two. The record knows what was known when: what is found is what would have been.
 */
export const checkPastNights = async (
  world: Pick<World, 'db' | 'now'>,
  authorityId: string,
): Promise<Checked | NotNeeded> => {
  const known = await asTenantReading(world.db, { authorityId }, async (tx) => {
    const nights: Moment[] = [];
    for (const night of nightsToCheck(world.now()))
      if ((await lastChangeAt(tx, night)) !== undefined) nights.push(night);
    return nights;
  });
  let last: Checked | NotNeeded = { kind: 'not-needed', why: 'nothing-to-check' };
  for (const knownAt of known) {
    const collectionYear = collectionYearOf(londonDayOf(knownAt));
    if (collectionYear < FIRST_YEAR || collectionYear > LAST_YEAR) continue;
    last = await checkReturn(world, {
      authorityId,
      collectionYear,
      cause: 'night',
      actor: 'nightly check',
      knownAt,
    });
  }
  await answerSome(world, authorityId);
  return last;
};
