import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AmountOf, type Averaging, tellAmounts } from './averages.ts';

const of = (...amounts: readonly number[]): readonly AmountOf[] =>
  amounts.map((amount, i) => ({ of: `C${i}`, amount }));
const days = (takes: Averaging) => ({ takes, unit: 'days' }) as const;
const ODD = [12, 15, 17, 18, 20, 21, 21, 22, 25, 29, 30];

test('of fewer than ten children there is no average, no middle and no sum, however many times each is counted', () => {
  for (const takes of ['mean', 'median', 'sum'] as const) {
    assert.deepEqual(tellAmounts(of(...ODD.slice(0, 9)), days(takes)), {
      printed: { kind: 'hidden' },
      why: 'too-few',
    });
    const twice = ODD.slice(0, 9).flatMap((amount) => [amount, amount + 1]);
    const asTwice = twice.map((amount, i) => ({ of: `C${i >> 1}`, amount }));
    assert.equal(tellAmounts(asTwice, days(takes)).printed.kind, 'hidden', takes);
  }
  assert.deepEqual(tellAmounts([], days('mean')), { printed: { kind: 'not-applicable' } });
});

test('an average is told in steps so wide that no child moves it by more than one', () => {
  assert.deepEqual(tellAmounts(of(...ODD), days('mean')).printed, { kind: 'rounded', value: 21, to: 1 });
  const uneven = tellAmounts(of(...ODD, 90), days('mean')).printed;
  assert.deepEqual(uneven, { kind: 'rounded', value: 30, to: 10 });
  assert.deepEqual(tellAmounts(of(...ODD, 400), days('mean')), {
    printed: { kind: 'hidden' },
    why: 'one-child',
  });
});

test('a middle is somebody’s own amount, so it is told only as a range in which five children’s are', () => {
  const apart = Array.from({ length: 11 }, (_, i) => 100 + i * 7);
  const told = tellAmounts(of(...apart), days('median')).printed;
  assert.ok(told.kind === 'rounded' && told.to === 50, JSON.stringify(told));
  assert.deepEqual(tellAmounts(of(...Array.from({ length: 12 }, () => 40)), days('median')).printed, {
    kind: 'rounded',
    value: 40,
    to: 1,
  });
});

test('a sum of money of which one child’s is most is not told, nor one whose two largest are nearly all', () => {
  const small = Array.from({ length: 10 }, () => 20_000);
  const pence = { takes: 'sum', unit: 'pence' } as const;
  assert.deepEqual(tellAmounts(of(...small), pence).printed, { kind: 'rounded', value: 200_000, to: 20_000 });
  assert.deepEqual(tellAmounts(of(...small, 250_000), pence), {
    printed: { kind: 'hidden' },
    why: 'one-child',
  });
  const two = [...Array.from({ length: 10 }, () => 500), 400_000, 399_000];
  assert.deepEqual(tellAmounts(of(...two), pence), { printed: { kind: 'hidden' }, why: 'one-child' });
  const means = tellAmounts(of(...small, 250_000), { takes: 'mean', unit: 'pence-a-week' });
  assert.equal(means.printed.kind, 'hidden', 'their average tells their sum');
});

test('whoever knows how many there are, and every amount but one, does not know that one better than by the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 900 }), { minLength: 10, maxLength: 40 }),
      fc.constantFrom<Averaging>('mean', 'sum'),
      (amounts, takes) => {
        const { printed } = tellAmounts(of(...amounts), days(takes));
        if (printed.kind !== 'rounded') return;
        const times = takes === 'mean' ? amounts.length : 1;
        const known = amounts.reduce((a, b) => a + b, 0);
        for (const amount of amounts) {
          const rest = known - amount;
          const lowest = (printed.value - printed.to / 2) * times - rest;
          const highest = (printed.value + printed.to / 2) * times - rest;
          assert.ok(lowest <= amount + 1e-6 && amount <= highest + 1e-6, 'it is told truly');
          const mean = rest / (amounts.length - 1);
          const apart = takes === 'mean' ? Math.abs(amount - mean) : amount;
          assert.ok(highest - lowest >= apart * 0.999, `${amount} is known within ${highest - lowest}`);
        }
      },
    ),
  );
});
