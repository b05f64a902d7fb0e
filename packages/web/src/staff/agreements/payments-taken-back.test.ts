import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadPayments } from '@rightplace/app';
import { type AgreementWorld, anAgreementWorld } from '../../../../app/test/agreement-world.ts';
import { aService, type Service } from '../../../test/service.ts';

let world: AgreementWorld;
let service: Service;
before(async () => {
  world = await anAgreementWorld();
  service = aService(world);
});
after(() => world.close());

const PAID = 'Reference,Agreement,First night,Last night,Amount\nP1,1,2026-11-02,2026-11-08,5600.00';

test('a file that is taken back without a reason asks for it at that file, and not where another is loaded', async () => {
  const loaded = await loadPayments(world, await world.as('finance'), {
    name: 'paid.csv',
    bytes: Buffer.from(PAID),
  });
  assert.equal(loaded.kind, 'payments-loaded');
  const finance = await service.signedInAs(await world.someone('finance'));
  const { page } = await finance.get('/commitments/payments');
  const back = page.querySelector('form[action$="/take-back"]')?.getAttribute('action') ?? '';
  const asked = await finance.post(back, { why: ' ' });
  assert.equal(asked.status, 422);
  const field = asked.page.querySelector('.govuk-error-summary a')?.getAttribute('href') ?? '';
  assert.match(field, /^#why-\d+$/);
  assert.match(asked.page.querySelector(`${field}-error`)?.text ?? '', /Say why the file is taken back/);
  assert.equal(asked.page.querySelector('#file-error'), null);
});
