import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import {
  asTenant,
  asTenantReading,
  createAuthority,
  listUpstreamLoads,
  loadUpstreamFacts,
  saveChildren,
} from '@rightplace/store';
import { aChild, anEpisode } from '../../../app/test/children-world.ts';
import { aWorld, type TestWorld } from '../../../app/test/world.ts';
import { giveDemandBeside } from './demand-thread.ts';

const authorityId = 'E20000077';

let world: TestWorld;
before(async () => {
  world = await aWorld();
  await asTenant(world.db, { authorityId }, async (tx) => {
    await createAuthority(tx, { name: 'Tinyshire', demonstration: true });
    await saveChildren(tx, {
      clock: () => moment('2026-01-05T09:00:00Z'),
      why: 'Invented for a test',
      children: [aChild('T1', { episodes: [anEpisode({ decom: '2025-09-15' })] })],
    });
  });
});
after(() => world.close());

test('a demonstration is told, in a thread of its own, that its child was in need before care', async () => {
  const troubles: unknown[] = [];
  const giving = giveDemandBeside({ login: world.database.address.app, seed: 'test' }, (error) =>
    troubles.push(error),
  );
  await giving.done;
  assert.deepEqual(troubles, []);
  const { loads, facts } = await asTenantReading(world.db, { authorityId }, async (tx) => ({
    loads: await listUpstreamLoads(tx),
    facts: await loadUpstreamFacts(tx, { kind: 'in-need' }),
  }));
  assert.deepEqual(
    loads.map(({ status }) => status),
    ['applied'],
  );
  assert.ok(facts.some(({ child, starts }) => child === 'T1' && (starts ?? '9') <= day('2025-09-15')));
});

test('it can be stopped with the server, at any moment', async () => {
  const giving = giveDemandBeside({ login: world.database.address.app, seed: 'test' }, () => undefined);
  await giving.stop();
  await giving.done;
});
