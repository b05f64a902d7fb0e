import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asTenantReading, listContractTerms } from '@rightplace/store';
import { aRegisterWorld, type RegisterWorld } from '../../test/register-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { tellOfFramework } from '../register/save-provider.ts';
import { giveContracts } from './give-contracts.ts';

let world: RegisterWorld;
before(async () => {
  world = await aRegisterWorld();
});
after(() => world.close());

test('a demonstration gets terms of each framework that a provider is on and of spot purchases, once', async () => {
  const told = {
    providerId: world.zed,
    name: 'Fenland Homes',
    placements: 'residential',
    lastDay: undefined,
  };
  const saved = await tellOfFramework(world, await world.hub(), { ...told, from: day('2026-01-01') });
  assert.equal(saved.kind, 'provider-saved');
  await Promise.all([giveContracts(world), giveContracts(world)]);
  const terms = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listContractTerms(tx));
  assert.deepEqual(terms.map(({ placements, framework }) => `${placements} ${framework}`.trim()).toSorted(), [
    'fostering',
    'residential',
    'residential Fenland Homes',
    'supported',
  ]);
  assert.ok(terms.every(({ starts }) => starts < '2025-12-31'));
});
