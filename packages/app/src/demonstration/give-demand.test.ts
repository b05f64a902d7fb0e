import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { authorityOnDay, day, evaluateOn, findMeasure, moment } from '@rightplace/domain';
import {
  asTenant,
  asTenantReading,
  createAuthority,
  listAudit,
  listUpstreamLoads,
  saveChildren,
  saveUpstreamLoad,
} from '@rightplace/store';
import { aChild } from '../../test/children-world.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { giveDemand, type InventDemand } from './give-demand.ts';

const DEMONSTRATION = 'E20000077';
const REAL = 'E20000078';
const EMPTY = 'E20000079';

let world: TestWorld;
before(async () => {
  world = await aWorld();
  const authority = (authorityId: string, demonstration: boolean, children: readonly string[]) =>
    asTenant(world.db, { authorityId }, async (tx) => {
      await createAuthority(tx, { name: authorityId, demonstration });
      if (children.length > 0)
        await saveChildren(tx, {
          clock: () => moment('2026-11-01T09:00:00Z'),
          why: 'Invented for a test',
          children: children.map((id) => aChild(id)),
        });
    });
  await authority(DEMONSTRATION, true, ['D1', 'D2']);
  await authority(REAL, false, ['R1']);
  await authority(EMPTY, true, []);
});
after(() => world.close());

/** Each child was in need from 2 April 2026; the first until 27 November, and another came on the 28th. */
const invent: InventDemand = ({ children, asOf }) => {
  const need = (child: string, starts: string, ends: string | null) => ({
    kind: 'in-need',
    child,
    starts: day(starts),
    ends: ends !== null && ends < asOf ? day(ends) : null,
    key: '',
    detail: {},
  });
  return {
    from: day('2026-04-01'),
    to: asOf,
    facts: [
      ...children.map(({ id }, i) => need(id, '2026-04-02', i === 0 ? '2026-11-27' : null)),
      ...(asOf > '2026-11-28' ? [need('NEW', '2026-11-28', null)] : []),
    ],
  };
};

const loadsOf = (authorityId: string) =>
  asTenantReading(world.db, { authorityId }, (tx) => listUpstreamLoads(tx));

const inNeed = (authorityId: string, on: string) =>
  asTenantReading(world.db, { authorityId }, async (tx) => {
    const { prepared, context } = await world.ledgers.load(tx, authorityId);
    const measure = findMeasure('cin-number');
    assert.ok(measure !== undefined);
    const { value, noValue } = evaluateOn(measure, authorityOnDay(prepared, day(on)), context);
    return noValue ?? value;
  });

test('a demonstration is told what came before its children, whether it is new or was made before', async () => {
  assert.equal(await inNeed(DEMONSTRATION, '2026-06-30'), 'no-records');
  await giveDemand(world, invent);
  const [load, ...others] = await loadsOf(DEMONSTRATION);
  assert.deepEqual([load?.status, load?.source, others.length], ['applied', 'annex-a', 0]);
  assert.equal(await inNeed(DEMONSTRATION, '2026-06-30'), 2);
  assert.equal(await inNeed(DEMONSTRATION, '2026-03-31'), 'not-told');
  const audit = await asTenantReading(world.db, { authorityId: DEMONSTRATION }, (tx) =>
    listAudit(tx, { action: 'upstream-loaded' }),
  );
  assert.equal(audit.length, 1);
  assert.doesNotMatch(JSON.stringify(audit), /D1/);
});

test('a real authority is told nothing, nor one without a child; and it is done once', async () => {
  await giveDemand(world, invent);
  assert.equal((await loadsOf(DEMONSTRATION)).length, 1);
  for (const authorityId of [REAL, EMPTY]) {
    assert.deepEqual(await loadsOf(authorityId), [], authorityId);
    assert.equal(await inNeed(authorityId, '2026-06-30'), 'no-records');
  }
});

test('two servers that start at the same moment tell it once', async () => {
  const authorityId = 'E20000080';
  await asTenant(world.db, { authorityId }, async (tx) => {
    await createAuthority(tx, { name: 'Another', demonstration: true });
    await saveChildren(tx, {
      clock: () => moment('2026-11-01T09:00:00Z'),
      why: 'Invented for a test',
      children: [aChild('T1')],
    });
  });
  await Promise.all([giveDemand(world, invent), giveDemand(world, invent)]);
  assert.equal((await loadsOf(authorityId)).length, 1);
});

test('a week later it is told what has come since, and what was believed before stays known', async () => {
  const authorityId = DEMONSTRATION;
  const earlier = await loadsOf(authorityId);
  const asked: unknown[] = [];
  const later = { db: world.db, now: () => moment('2026-12-05T09:00:00Z') };
  const watching: InventDemand = (said) => {
    if (said.children.length === 2) asked.push(said.firstTold);
    return invent(said);
  };
  await giveDemand({ db: world.db, now: () => moment('2026-11-26T09:00:00Z') }, watching);
  assert.equal((await loadsOf(authorityId)).length, earlier.length, 'not every day');
  await giveDemand(later, watching);
  await giveDemand(later, watching);
  const [latest, ...others] = await loadsOf(authorityId);
  assert.deepEqual(
    [latest?.lastDay, latest?.status, others.length],
    ['2026-12-05', 'applied', earlier.length],
  );
  assert.deepEqual(asked, [earlier[0]?.lastDay], 'it goes on from the day it was first told');
  assert.ok(latest !== undefined);
  assert.deepEqual((latest.report as { counts: { 'in-need': object } }).counts['in-need'], {
    new: 1,
    changed: 1,
    unchanged: 1,
    withdrawn: 0,
  });
  assert.equal(await inNeed(authorityId, '2026-11-26'), 2);
  assert.equal(await inNeed(authorityId, '2026-11-30'), 2, 'one went, and one came');
  await giveDemand({ db: world.db, now: () => moment('2026-12-20T09:00:00Z') }, watching);
  assert.deepEqual(asked, [earlier[0]?.lastDay, earlier[0]?.lastDay]);
});

test('where somebody read lists since, nothing is invented any more', async () => {
  const authorityId = 'E20000080';
  await asTenant(world.db, { authorityId }, (tx) =>
    saveUpstreamLoad(tx, {
      at: moment('2026-12-01T09:00:00Z'),
      actor: '1',
      source: 'annex-a',
      firstDay: day('2026-04-01'),
      lastDay: day('2026-12-01'),
      kinds: ['in-need'],
      report: {},
      files: [],
    }),
  );
  const count = (await loadsOf(authorityId)).length;
  await giveDemand({ db: world.db, now: () => moment('2027-02-01T09:00:00Z') }, invent);
  assert.equal((await loadsOf(authorityId)).length, count);
});
