import {
  addDays,
  type ChildClock,
  type ChildRecord,
  type Day,
  day,
  maxDay,
  moment,
} from '@rightplace/domain';
import {
  addClockEntry,
  asTenant,
  asTenantReading,
  holdRecord,
  listAuthorities,
  listClockEntries,
  listSettings,
  setSetting,
  type Tx,
} from '@rightplace/store';
import { loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import { clocksOfChild, NONE_HIDDEN } from '../clocks/child-clocks.ts';
import { clocksKept } from '../clocks/clocks-kept.ts';
import { CLOCKS_KEPT, VISITS_KEPT } from '../settings/catalogue.ts';
import type { World } from '../world.ts';
import { doneOn, drawn } from './done-on.ts';

type Asked = Pick<World, 'db' | 'now' | 'ledgers'>;

/** Since how long a demonstration has kept what is due. */
const KEPT_DAYS = 120;

/**
 * Turns on, in a demonstration where nobody ever said whether, that what is due is kept, and has most of it done: so that a
 * list of what is due is one that people see in a service that does well and not perfectly. No real authority is given any.
 */
export const giveClocks = async (world: Asked): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(world.db)) {
    if (!demonstration || !(await asTenantReading(world.db, { authorityId }, neverSaid))) continue;
    await asTenant(world.db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds it said.
      await holdRecord(tx);
      if (await neverSaid(tx)) await give(tx, world, authorityId);
    });
  }
};

const neverSaid = async (tx: Tx): Promise<boolean> =>
  (await listSettings(tx)).every(({ key }) => key !== CLOCKS_KEPT.key) &&
  (await listClockEntries(tx)).length === 0;

const LONG_AGO = day('2011-04-01');

/** When a section 20 agreement from before was confirmed last; it is due again half a year later. */
const confirmedOn = ({ rule, began, status }: ChildClock, child: string, today: Day): Day | undefined => {
  if (rule.id !== 's20-recheck' || status !== 'open') return undefined;
  return maxDay(began.on, addDays(today, -2 * drawn(`${child} confirmed`)));
};

/** Due again after other times than the first. */
const isOfVisits = ({ rule }: ChildClock): boolean => rule.later !== undefined;

const SENTENCES = [
  'Done, and put on the child’s file.',
  'Agreed at the meeting and signed by everybody who had to.',
  'Done by telephone and confirmed in writing the same day.',
];

const give = async (tx: Tx, world: Asked, authorityId: string): Promise<void> => {
  const loaded = await loadChildren(tx, world, authorityId, undefined);
  const { present, access, today } = loaded;
  for (const { key } of [CLOCKS_KEPT, VISITS_KEPT])
    await setSetting(tx, { key, value: true, starts: addDays(today, -KEPT_DAYS), clock: world.now });
  const kept = await clocksKept(tx, world);
  if (kept === undefined) return;
  const say = async (
    child: ChildRecord,
    { rule, start, round }: ChildClock,
    on: Day | undefined,
  ): Promise<boolean> => {
    const [worker] = childForAccess(child, access, today).workerIds;
    if (worker === undefined || on === undefined) return false;
    const name = `${child.id} ${rule.id} ${start}${round > 1 ? ` ${round}` : ''}`;
    const told = maxDay(on, kept.keptFrom);
    return addClockEntry(tx, {
      child: child.id,
      rule: rule.id,
      start,
      number: round,
      kind: 'done',
      on,
      at: undefined,
      until: undefined,
      said: SENTENCES[drawn(name) % SENTENCES.length] ?? '',
      takesBack: undefined,
      by: worker,
      byRole: 'social-worker',
      saidAt: told < today ? moment(`${told}T15:30:00Z`) : world.now(),
      key: `demonstration ${name}`,
    });
  };
  /** Visits and reviews go on: each time from the one before, until the last that is not done yet. */
  const sayAgain = async (
    child: ChildRecord,
    asked: Omit<Parameters<typeof clocksOfChild>[1], 'entries'>,
  ): Promise<void> => {
    let isMore = true;
    while (isMore) {
      isMore = false;
      const entries = await listClockEntries(tx, child.id);
      for (const clock of clocksOfChild(child, { ...asked, entries }).clocks)
        if (isOfVisits(clock) && clock.round > 1 && clock.status === 'open')
          isMore = (await say(child, clock, doneOn(clock, child.id, today))) || isMore;
    }
  };
  for (const child of present.ledger.children) {
    const asked = { present, entries: [], kept, hidden: NONE_HIDDEN };
    const { clocks } = clocksOfChild(child, asked);
    for (const clock of clocks) await say(child, clock, doneOn(clock, child.id, today));
    if (clocks.some(isOfVisits)) await sayAgain(child, asked);
    const before = clocksOfChild(child, { ...asked, kept: { ...kept, keptFrom: LONG_AGO } });
    for (const clock of before.clocks)
      if (clock.began.on < kept.keptFrom) await say(child, clock, confirmedOn(clock, child.id, today));
  }
};
