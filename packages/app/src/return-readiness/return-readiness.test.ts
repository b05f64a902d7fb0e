import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { londonDayOf, type Role } from '@rightplace/domain';
import { aPastImport } from '../../test/past-import.ts';
import { aReadinessWorld, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { returnReadiness } from './return-readiness.ts';

let world: ReadinessWorld;
before(async () => {
  world = await aReadinessWorld();
});
after(() => world.close());

test('rows of the last load that were set aside are told to those who may look at it', async () => {
  const setAsideFor = async (role: Role, collectionYear = YEAR) => {
    const readiness = await returnReadiness(world, await world.with(role), { collectionYear });
    assert.ok(readiness.kind === 'readiness');
    return readiness.setAside;
  };
  assert.equal(await setAsideFor('performance'), undefined);
  await aPastImport(world, { looked: '2026-11-20T09:00:00Z', applied: '2026-11-20T09:05:00Z' });
  await aPastImport(world, { looked: '2026-11-21T09:00:00Z' });
  const told = await setAsideFor('performance');
  assert.equal(told?.rows, 12);
  assert.equal(londonDayOf(told.loadedAt), '2026-11-20', 'the other one only waits');
  assert.equal((await setAsideFor('director'))?.rows, 12);
  assert.equal(await setAsideFor('team-manager'), undefined);
  assert.equal(await setAsideFor('performance', 2025), undefined, 'it was of two other years');
});
