import {
  type CollectionYear,
  collectionYearOf,
  type Day,
  londonDayOf,
  londonTimeOf,
  type Moment,
} from '@rightplace/domain';
import { FIRST_YEAR, LAST_YEAR } from '@rightplace/ssda903';
import {
  asTenantReading,
  type Listening,
  lastChangeAt,
  listAuthorities,
  listenForChanges,
  listFreezes,
  type Store,
  type Tx,
} from '@rightplace/store';
import { inThreadOrHere } from '../import/return-thread.ts';
import type { World } from '../world.ts';

type Reach = Pick<World, 'db' | 'now' | 'returnThread'>;

/** When the nightly check is due, by London's clock: after the day's last work and before the next day's first. */
export const NIGHT = '02:00';
const LOOK_EVERY_MS = 60_000;

/** This year's return, and last year's until it was submitted: from April both are worked on. */
export const yearsToCheck = async (tx: Tx, today: Day): Promise<readonly CollectionYear[]> => {
  const current = collectionYearOf(today);
  const years = [current - 1, current].filter((year) => FIRST_YEAR <= year && year <= LAST_YEAR);
  const open: CollectionYear[] = [];
  for (const year of years)
    if (year === current || (await listFreezes(tx, year)).length === 0) open.push(year);
  return open;
};

/** A service that was off or asleep at two checks when it is back, at whatever time of the day. */
const isDue = (now: Moment): boolean => NIGHT <= londonTimeOf(now);

/** Checks each year of an authority that needs it. An authority with nothing in its record is left alone. */
export const checkAuthority = async (
  world: Reach,
  authorityId: string,
  wanted: 'night' | 'changed',
): Promise<void> => {
  const today = londonDayOf(world.now());
  const years = await asTenantReading(world.db, { authorityId }, async (tx) =>
    (await lastChangeAt(tx)) === undefined ? [] : await yearsToCheck(tx, today),
  );
  for (const collectionYear of years)
    await inThreadOrHere(world, {
      kind: 'check',
      asked: { authorityId, collectionYear, cause: wanted },
    });
};

/**
 * Keeps every authority's return checked: each night, and after every change of a record by whatever process. All server
 * processes run it; what one has checked the others find done. A change is checked behind everybody's back, and changes
 * that come meanwhile are one more check. A night that no server saw is checked when one begins. `before` is done first, as checks are kept in the order of their moments.
 */
export const keepReturnsChecked = async (
  world: Reach,
  store: Store,
  onTrouble: (error: unknown) => void,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Listening> => {
  const changed = new Set<string>();
  let working: Promise<void> | undefined;
  let stopped = false;
  let lastNight: Day | undefined;

  const authorities = async (): Promise<readonly string[]> =>
    (await listAuthorities(world.db)).map(({ code }) => code);

  const work = async (): Promise<void> => {
    for (const authorityId of changed) {
      if (stopped) return;
      changed.delete(authorityId);
      await checkAuthority(world, authorityId, 'changed').catch(onTrouble);
    }
  };
  const begin = (first: Promise<unknown>): void => {
    working ??= first.then(work).finally(() => {
      working = undefined;
      // Told of between the last look and this.
      if (0 < changed.size && !stopped) begin(Promise.resolve());
    });
  };
  const heard = async (authorityId: string | undefined): Promise<void> => {
    for (const code of authorityId === undefined ? await authorities() : [authorityId]) changed.add(code);
    begin(Promise.resolve());
  };
  const look = async (): Promise<void> => {
    const now = world.now();
    if (stopped || !isDue(now) || lastNight === londonDayOf(now)) return;
    lastNight = londonDayOf(now);
    for (const code of await authorities()) await checkAuthority(world, code, 'night').catch(onTrouble);
  };

  // The night that was missed first: what changed meanwhile is then seen, and not checked twice.
  let night: Promise<void> = before().catch(onTrouble).then(look).catch(onTrouble);
  begin(night);
  const listening = await listenForChanges(store, (authorityId) => void heard(authorityId).catch(onTrouble));
  // What changed while no server ran is checked now.
  void heard(undefined).catch(onTrouble);
  const timer = setInterval(() => {
    night = night.then(look).catch(onTrouble);
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await listening.stop();
      await working;
      await night;
    },
  };
};
