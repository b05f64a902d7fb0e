import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import { offeredBySearch, offeredBySigning } from './sent-and-signed.ts';
import { AGREEMENT_MARKS, type AgreementMarkKind, type Signing } from './signing.ts';

const mark = (what: AgreementMarkKind, who: string) => ({
  number: 1,
  what,
  said: { on: '2026-11-20', who },
  version: 1,
});
const asksOf = (step: string) => {
  const found = PLACEMENT_REQUEST.steps.find(({ id }) => id === step);
  assert.ok(found, step);
  return found;
};
const SENT: Signing = { sent: mark('sent', 'Referrals team') };
const SIGNED: Signing = {
  ...SENT,
  'provider-signed': mark('provider-signed', 'Zed'),
  'we-signed': mark('we-signed', 'Ada'),
};

test('what the agreement says of its sending is offered where the search asks it, under the names it asks by', () => {
  const step = asksOf('send-contract');
  const offered = offeredBySigning(step, SENT);
  assert.deepEqual(offered, { 'contract-sent': '2026-11-20', 'contract-to': 'Referrals team' });
  assert.deepEqual(
    Object.keys(offered),
    step.asks.map(({ name }) => name),
  );
  assert.deepEqual(offeredBySigning(step, undefined), {});
  assert.deepEqual(offeredBySigning(asksOf('notify'), SENT), {}, 'no other step is offered it');
});

test('a contract is offered as signed by both only where both are written down', () => {
  const step = asksOf('confirm-move');
  assert.deepEqual(offeredBySigning(step, SIGNED), { 'contract-signed': 'yes' });
  const { 'we-signed': _, ...byThem } = SIGNED;
  assert.deepEqual(offeredBySigning(step, byThem), {});
});

test('what the search says of the sending is offered where the agreement asks it, and for no other mark', () => {
  const said = { 'contract-sent': '2026-11-20', 'contract-to': 'Referrals team' };
  const search = { events: [{ step: 'send-contract', said }] };
  const offered = offeredBySearch(search, 'sent');
  assert.deepEqual(offered, { on: '2026-11-20', who: 'Referrals team' });
  assert.deepEqual(
    Object.keys(offered),
    AGREEMENT_MARKS.sent.asks.map(({ name }) => name),
  );
  assert.deepEqual(offeredBySearch(search, 'we-signed'), {});
  assert.deepEqual(offeredBySearch({ events: [] }, 'sent'), {});
});
