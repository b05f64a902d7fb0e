import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, endOfLondonDay, type Moment, moment } from '@rightplace/domain';
import { asTenant, asTenantReading, ledgerSigns, setSetting } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { createLedgers, type HeldLedger, type Ledgers } from './ledgers.ts';

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  await world.saveChildren(
    [aChild('NM9', { episodes: [anEpisode({ decom: '2026-01-01' })] })],
    '2026-11-10T09:00:00Z',
  );
});
after(() => world.close());

const load = (ledgers: Ledgers, knownAt?: Moment, authorityId = NORTHMARSH): Promise<HeldLedger> =>
  asTenantReading(world.db, { authorityId, knownAt }, (tx) => ledgers.load(tx, authorityId, knownAt));

test('the same ledger serves until the record changes, and all moments between two changes', async () => {
  const ledgers = createLedgers(world.now);
  const first = await load(ledgers);
  assert.equal(await load(ledgers), first);
  assert.equal(
    await load(ledgers, moment('2026-11-20T00:00:00Z')),
    first,
    'nothing was learned since the 10th',
  );
  const between = await load(ledgers, endOfLondonDay(day('2026-11-05')));
  assert.equal(await load(ledgers, moment('2026-11-07T12:00:00Z')), between);
  assert.equal(between.childById.size, first.childById.size - 1);
});

/** Loaded by somebody who has written something, with or without knowing that; and what others are given after. */
const afterWriting = async (ledgers: Ledgers) => {
  const byWriter = await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    await setSetting(tx, { key: 'clocks.kept', value: true, starts: day('2026-06-01'), clock: world.now });
    return ledgers.load(tx, NORTHMARSH);
  });
  return { byWriter, byOthers: await load(ledgers) };
};

test('a ledger loaded by whoever has written something, which can still be undone, is given to nobody else', async () => {
  const { byWriter, byOthers } = await afterWriting(createLedgers(world.now));
  assert.notEqual(byOthers, byWriter);
  const ledgers = createLedgers(world.now);
  const first = await load(ledgers);
  const byReader = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    ledgers.load(tx, NORTHMARSH),
  );
  assert.equal(byReader, first, 'who may write and has not yet shares it');
});

test('saboteur: were it not told that something was written, others would be given that', async () => {
  const unheeding = createLedgers(world.now, async (tx, asked) => ({
    ...(await ledgerSigns(tx, asked)),
    hasWritten: false,
  }));
  const { byWriter, byOthers } = await afterWriting(unheeding);
  assert.equal(byOthers, byWriter);
});

test('before anything was recorded nobody is known', async () => {
  const { ledger, knownAt } = await load(createLedgers(world.now), moment('2026-10-01T00:00:00Z'));
  assert.deepEqual([ledger.children, knownAt], [[], undefined]);
});

test('authorities are kept apart', async () => {
  const ledgers = createLedgers(world.now);
  await load(ledgers);
  const other = await load(ledgers, undefined, SOUTHFELL);
  assert.deepEqual(
    other.ledger.children.map(({ id }) => id),
    ['SF1'],
  );
});

test('many who ask at once wait for one loading', async () => {
  const ledgers = createLedgers(world.now);
  const all = await Promise.all(Array.from({ length: 6 }, () => load(ledgers)));
  assert.equal(new Set(all).size, 1);
});

test('a change shows at once, and so does a restriction, which is no change of belief', async () => {
  const ledgers = createLedgers(world.now);
  const first = await load(ledgers);
  const child = aChild('NM10', { episodes: [anEpisode({ decom: '2026-02-01' })] });
  await world.saveChildren([child], '2026-11-12T09:00:00Z');
  const second = await load(ledgers);
  assert.equal(second.childById.size, first.childById.size + 1);
  await world.saveChildren([{ ...child, restricted: true }], '2026-11-13T09:00:00Z');
  const third = await load(ledgers);
  assert.equal(third.childById.get(child.id)?.restricted, true);
  assert.notEqual(third.version, second.version);
});

test('what was known at a moment is told only by a transaction that waited for that moment to be settled', async () => {
  const ledgers = createLedgers(world.now);
  const at = moment('2026-11-20T00:00:00Z');
  for (const tenant of [
    { authorityId: NORTHMARSH },
    { authorityId: NORTHMARSH, knownAt: moment('2026-11-19T00:00:00Z') },
  ])
    await assert.rejects(
      asTenantReading(world.db, tenant, (tx) => ledgers.load(tx, NORTHMARSH, at)),
      /has not waited for what was known at 2026-11-20/,
    );
});
