import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costsWaiting } from './waiting-part.ts';

test('what waits to be paid leads to the one there is, or to the list', () => {
  const one = costsWaiting({
    toSetUp: { waiting: 1, overdue: 1, only: 7 },
    toVerify: [
      { year: 2026, waiting: 1, only: 4 },
      { year: 2027, waiting: 3, only: undefined },
    ],
    differences: 1,
  });
  assert.deepEqual(one, [
    { href: '/agreements/7', text: '1 agreement whose payments are to be set up, overdue' },
    { href: '/cost-avoided/4', text: '1 line of cost avoided to verify, agreed in 2025-26' },
    { href: '/cost-avoided?year=2027', text: '3 lines of cost avoided to verify, agreed in 2026-27' },
    {
      href: '/commitments/payments',
      text: '1 difference between what was paid and what is payable this financial year',
    },
  ]);
  const several = { toSetUp: { waiting: 5, overdue: 2, only: undefined }, toVerify: [], differences: 0 };
  assert.deepEqual(costsWaiting(several), [
    {
      href: '/commitments/to-sign',
      text: '5 agreements whose payments are to be set up, 2 of them overdue',
    },
  ]);
  assert.deepEqual(costsWaiting(undefined), []);
});
