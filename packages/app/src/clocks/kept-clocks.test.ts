import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes, childId, day, type Moment, moment } from '@rightplace/domain';
import {
  asTenant,
  asTenantReading,
  listClockEntries,
  type StoredClockEntry,
  type Tx,
} from '@rightplace/store';
import { aClocksWorld, type ClocksWorld } from '../../test/clocks-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createLedgers, type HeldLedger } from '../ledger/ledgers.ts';
import { NONE_HIDDEN } from './child-clocks.ts';
import { loadClockCases } from './clock-cases.ts';
import { type ClocksKept, clocksKept } from './clocks-kept.ts';
import { entriesByChild, openClocksIn } from './kept-clocks.ts';
import { sayOfClock } from './say-of-clock.ts';

let world: ClocksWorld;
let held: HeldLedger;
let entries: readonly StoredClockEntry[];
before(async () => {
  world = await aClocksWorld();
  held = await load();
  // At half past one in the night: from then its hours count, and not only its days.
  const said = await sayOfClock(world, await world.asAna(), {
    id: childId('CL4'),
    rule: 'police-protection',
    start: 'status L1 2026-11-21',
    seen: 0,
    key: 'a form',
    kind: 'began',
    on: day('2026-11-21'),
    at: moment('2026-11-21T01:30:00Z'),
    until: undefined,
    said: 'Told by the duty sergeant.',
    takesBack: undefined,
  });
  assert.equal(said.kind, 'clock-said');
  entries = await inNorthmarsh((tx) => listClockEntries(tx));
});
after(() => world.close());

const inNorthmarsh = <T>(work: Parameters<typeof asTenantReading<T>>[2]) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, work);
const load = () => inNorthmarsh((tx) => createLedgers(world.now).load(tx, NORTHMARSH));
const keptAt = async (now: Moment): Promise<ClocksKept> =>
  (await inNorthmarsh((tx) => clocksKept(tx, { now: () => now }))) ?? assert.fail('no clocks are kept');

test('clocks that are kept stand as those worked out afresh do, hour by hour and day by day', async () => {
  const told = new Set<string>();
  for (let hour = 0; hour < 24 * 5; hour += 2) {
    const kept = await keptAt(addMinutes(moment('2026-11-20T09:00:00Z'), hour * 60));
    const openOf = openClocksIn(held, kept);
    const afresh = openClocksIn({ ...held }, kept);
    for (const child of held.ledger.children) {
      const said = entries.filter((entry) => entry.child === child.id);
      assert.deepEqual(openOf(child, said, NONE_HIDDEN).open, afresh(child, said, NONE_HIDDEN).open);
      assert.deepEqual(
        openOf(child, [], NONE_HIDDEN).open,
        afresh(child, [], NONE_HIDDEN).open,
        'what was said is part of it',
      );
      const { open } = openOf(child, said, NONE_HIDDEN);
      assert.equal(openOf(child, said, NONE_HIDDEN).open, open, 'and are not worked out again at once');
      told.add(JSON.stringify(open.map(({ alert, daysLate }) => [alert?.level, daysLate])));
    }
  }
  assert.ok(told.size > 5, 'they do move on meanwhile');
});

test('what was said is read once, and what is said after that is there at once', async () => {
  const readBy = async (tx: Tx) => entriesByChild(tx, await loadClockCases(tx));
  const read = () => inNorthmarsh(readBy);
  const once = await read();
  assert.deepEqual([...once.values()].flat(), entries);
  assert.equal(await read(), once, 'kept while nothing more is said');
  const byWriter = await asTenant(world.db, { authorityId: NORTHMARSH }, readBy);
  assert.deepEqual(byWriter, once);
  assert.notEqual(byWriter, once, 'whoever may write reads for themselves');
  assert.equal(await read(), once, 'and leaves to others what is kept');
  const said = await sayOfClock(world, await world.asAna(), {
    id: childId('CL4'),
    rule: 'police-protection',
    start: 'status L1 2026-11-21',
    seen: 1,
    key: 'another form',
    kind: 'taken-back',
    on: day('2026-11-21'),
    at: undefined,
    until: undefined,
    said: 'It was the night before.',
    takesBack: 1,
  });
  assert.equal(said.kind, 'clock-said', JSON.stringify(said));
  assert.equal((await read()).get(childId('CL4'))?.length, 2);
});
