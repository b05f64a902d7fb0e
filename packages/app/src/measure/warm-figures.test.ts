import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { asTenantReading } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { createLedgers, type HeldLedger, type Ledgers } from '../ledger/ledgers.ts';
import { keepFiguresWarm } from './warm-figures.ts';

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
});
after(() => world.close());

/** Ledgers that tell which of them were made, and for whom, before a page asked. */
const watched = () => {
  const made: (readonly [authorityId: string, held: HeldLedger])[] = [];
  const ledgers = createLedgers(world.now);
  const load: Ledgers['load'] = async (tx, authorityId, knownAt) => {
    const held = await ledgers.load(tx, authorityId, knownAt);
    made.push([authorityId, held]);
    return held;
  };
  const asPage = (authorityId = NORTHMARSH): Promise<HeldLedger> =>
    asTenantReading(world.db, { authorityId }, (tx) => ledgers.load(tx, authorityId));
  return { made, asPage, reach: { db: world.db, now: world.now, ledgers: { load } } };
};

const trouble = (error: unknown): never => {
  throw error;
};

const until = async (happened: () => boolean): Promise<boolean> => {
  for (let waited = 0; waited < 5_000 && !happened(); waited += 10) await wait(10);
  return happened();
};

let changes = 0;
const change = (): Promise<void> => {
  changes += 1;
  const child = aChild(`NEW${changes}`, { episodes: [anEpisode({ decom: '2026-03-01' })] });
  return world.saveChildren([child], `2026-11-1${changes}T09:00:00Z`);
};

test('after a change the next page finds the new record ready, and of no other authority', async () => {
  const { made, asPage, reach } = watched();
  const before = await asPage();
  const warm = await keepFiguresWarm(reach, world.database, trouble);
  try {
    await change();
    assert.ok(await until(() => made.length > 0));
    const page = await asPage();
    assert.notEqual(page, before, 'the old record is not shown as current');
    assert.equal(page.childById.size, before.childById.size + 1);
    assert.deepEqual(made, [[NORTHMARSH, page]], 'the very one that was made ready');
  } finally {
    await warm.stop();
  }
});

test('a server that starts makes every authority’s record ready, before any change', async () => {
  const { made, reach } = watched();
  const warm = await keepFiguresWarm(reach, world.database, trouble, { fromStart: true });
  try {
    assert.ok(await until(() => made.length > 1));
    const codes = new Set(made.map(([code]) => code));
    assert.deepEqual([codes.has(NORTHMARSH), codes.has(SOUTHFELL)], [true, true]);
  } finally {
    await warm.stop();
  }
});

test('a page that asks between a change and its being ready has the new record all the same', async () => {
  const { asPage, reach } = watched();
  const before = await asPage();
  const held = Promise.withResolvers<void>();
  const load: Ledgers['load'] = (...asked) => held.promise.then(() => reach.ledgers.load(...asked));
  const warm = await keepFiguresWarm({ ...reach, ledgers: { load } }, world.database, trouble);
  await change();
  assert.equal((await asPage()).childById.size, before.childById.size + 1);
  held.resolve();
  await warm.stop();
});

test('without it nothing is ready before a page asks, and trouble is told and ends nothing', async () => {
  const { made } = watched();
  await change();
  await wait(300);
  assert.deepEqual(made, []);

  const told: unknown[] = [];
  const { made: later, reach } = watched();
  let isBroken = true;
  const load: Ledgers['load'] = (...asked) => {
    if (isBroken) throw new Error('sabotaged');
    return reach.ledgers.load(...asked);
  };
  const warm = await keepFiguresWarm({ ...reach, ledgers: { load } }, world.database, (error) =>
    told.push(error),
  );
  try {
    await change();
    assert.ok(await until(() => told.length > 0));
    isBroken = false;
    await change();
    assert.ok(await until(() => later.length > 0));
    assert.ok(later.every(([authorityId]) => authorityId !== SOUTHFELL));
  } finally {
    await warm.stop();
  }
});
