import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asTenant, asTenantReading, listClockEntries, setSetting } from '@rightplace/store';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children-world.ts';
import { CLOCK_CHILDREN } from '../../test/clocks-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { clocksKept } from '../clocks/clocks-kept.ts';
import { listDue } from '../clocks/list-clocks.ts';
import { giveClocks } from './give-clocks.ts';

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  await world.saveChildren(CLOCK_CHILDREN, '2026-11-22T09:00:00Z');
});
after(() => world.close());

const inside = { authorityId: NORTHMARSH };
const said = () => asTenantReading(world.db, inside, (tx) => listClockEntries(tx));

test('a demonstration keeps what is due from months ago, some of it done by the child’s worker, and is given it once', async () => {
  await Promise.all([giveClocks(world), giveClocks(world)]);
  const kept = await asTenantReading(world.db, inside, (tx) => clocksKept(tx, world));
  assert.equal(kept?.keptFrom, '2026-07-26');
  const entries = await said();
  assert.ok(entries.length > 0);
  assert.ok(entries.every(({ by }) => [world.ana, world.ben].map(String).includes(by)));
  assert.ok(entries.every(({ on, saidAt }) => on <= '2026-11-23' && saidAt <= world.now()));
  const due = await listDue(world, (await world.signIn(world.ana)).signedIn);
  assert.ok(due?.kind === 'due-list' && due.mine.length > 0, 'and some of it is not done');
  const visits = [...due.mine, ...due.others].filter(({ clock }) => clock.rule.id === 'visit');
  assert.ok(entries.some(({ rule }) => rule === 'visit') && visits.length > 0, 'visits are kept with it');
  await giveClocks(world);
  assert.equal((await said()).length, entries.length);
});

test('a demonstration whose administrator said no is given none', async () => {
  const other = await aChildrenWorld();
  try {
    await asTenant(other.db, inside, (tx) =>
      setSetting(tx, {
        key: 'clocks.kept',
        value: false,
        starts: day('2026-11-01'),
        clock: other.now,
      }),
    );
    await giveClocks(other);
    assert.deepEqual(await asTenantReading(other.db, inside, (tx) => listClockEntries(tx)), []);
  } finally {
    await other.close();
  }
});
