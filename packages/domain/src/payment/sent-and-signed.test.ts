import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../form/form.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import { contractInSearch, offeredBySigning, sentInSearch } from './sent-and-signed.ts';
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

test('what the search says of the sending stands at the agreement of the home that was chosen then, and of no other', () => {
  const of = (step: string, said: Answers) => ({ step, said });
  const first = of('send-contract', { 'contract-sent': '2026-11-20', 'contract-to': 'Referrals team' });
  const signed = of('confirm-move', { 'contract-signed': 'yes' });
  const other = of('send-contract', { 'contract-sent': '2026-11-22', 'contract-to': 'Kit' });
  const events = [
    of('choose', { [OFFER_CHOSEN]: 'Offer 1: Lane House' }),
    first,
    signed,
    of('fell-through', {}),
    of('choose', { [OFFER_CHOSEN]: 'Offer 2: Tern House' }),
    other,
    of('confirm-move', { 'contract-signed': 'no' }),
  ];
  assert.deepEqual(contractInSearch({ events }, 'Offer 1: Lane House'), { sent: first, signed });
  assert.deepEqual(contractInSearch({ events }, 'Offer 2: Tern House'), { sent: other, signed: undefined });
  assert.deepEqual(contractInSearch({ events: [] }, 'Offer 1: Lane House'), {
    sent: undefined,
    signed: undefined,
  });
  const said = sentInSearch(first);
  assert.deepEqual(said, { on: '2026-11-20', who: 'Referrals team' });
  assert.deepEqual(
    Object.keys(said),
    AGREEMENT_MARKS.sent.asks.map(({ name }) => name),
  );
  assert.deepEqual(sentInSearch(undefined), {});
});
