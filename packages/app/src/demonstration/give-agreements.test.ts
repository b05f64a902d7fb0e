import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenantReading, listAgreements } from '@rightplace/store';
import { type AgreementWorld, anAgreementWorld, OFFER } from '../../test/agreement-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { giveAgreements } from './give-agreements.ts';

let world: AgreementWorld;
before(async () => {
  world = await anAgreementWorld();
});
after(() => world.close());

const agreements = () => asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listAgreements(tx));

test('a demonstration gets an agreement of each home that a director approved, once', async () => {
  const approved = await world.search('NM1');
  await world.goOn(approved, [
    ['give-back', 'checks'],
    ['propose', 'with-director'],
    ['approve', 'approved'],
    ['notify', 'notified'],
    ['move-first', 'move-date-confirmed', { 'moves-on': '2026-12-01' }],
  ]);
  await world.search('NM2');
  await giveAgreements(world);
  await giveAgreements(world);
  assert.deepEqual(
    (await agreements()).map(({ caseId, offer, home, versions }) => [
      caseId,
      offer,
      home,
      versions.length,
      versions[0].terms.starts,
    ]),
    [[approved, OFFER, 'Lane House', 1, '2026-12-01']],
  );
});
