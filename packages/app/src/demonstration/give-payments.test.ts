import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenantReading, listAgreementMarks, listPaidLines } from '@rightplace/store';
import { type AgreementWorld, anAgreementWorld, KOFI_MOVED, plainFrom } from '../../test/agreement-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { comparePayments } from '../payment/load-payments.ts';
import { makeAgreement } from '../payment/make-agreement.ts';
import { givePayments } from './give-payments.ts';

let world: AgreementWorld;
before(async () => {
  world = await anAgreementWorld();
});
after(() => world.close());

test('a demonstration with an agreement that runs gets signatures, a rise, payments and a difference, once', async () => {
  const finance = await world.as('finance');
  const officer = await world.as('placements-officer');
  const caseId = await world.search('NM1', KOFI_MOVED);
  const typed = plainFrom(KOFI_MOVED);
  const made = await makeAgreement(world, officer, { caseId, key: 'a', typed });
  assert.ok(made.kind === 'agreement-saved');
  await givePayments(world);
  await givePayments(world);
  const [marks, paid] = await asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => [
    await listAgreementMarks(tx),
    await listPaidLines(tx),
  ]);
  assert.deepEqual(
    marks.map(({ what }) => what),
    ['sent', 'provider-signed', 'we-signed', 'payments-set-up'],
  );
  assert.equal(paid.length, 2);
  const compared = await comparePayments(world, finance, { year: undefined });
  assert.ok(compared.kind === 'payments');
  assert.deepEqual(
    compared.differences.map(({ difference }) => difference.kind === 'amount' && difference.difference),
    [35_00],
  );
});
