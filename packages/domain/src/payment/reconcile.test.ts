import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../calendar/day.ts';
import type { ClosedPeriod } from '../calendar/period.ts';
import { pence } from '../money/pence.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { type Payable, type PriceLine, payableOver } from './payable.ts';
import { findPriceFaults } from './price-faults.ts';
import { type BilledLine, findPaymentDifferences } from './reconcile.ts';

const LINE: PriceLine = {
  name: 'Core fee',
  kind: 'core',
  weekly: pencePerWeek(700_00),
  starts: day('2026-03-02'),
  ends: null,
};
const LIVED: Payable = {
  lines: [LINE],
  stay: { starts: day('2026-03-02'), ends: day('2026-03-30') },
  absences: [],
};
const agreements = new Map([['A1', LIVED]]);
const MARCH: ClosedPeriod = { starts: day('2026-03-02'), ends: day('2026-03-30') };
const bill = (reference: string, starts: string, ends: string, amount: number): BilledLine => ({
  reference,
  agreement: 'A1',
  starts: day(starts),
  ends: day(ends),
  amount: pence(amount),
});

test('bills that say what is payable leave no difference', () => {
  const lines = [
    bill('1', '2026-03-02', '2026-03-16', 1_400_00),
    bill('2', '2026-03-16', '2026-03-30', 1_400_00),
  ];
  assert.deepEqual(findPaymentDifferences(agreements, lines, MARCH), []);
});

test('a bill for an agreement that is not ours, too much, twice, after the stay, or not sent is found', () => {
  const kinds = (lines: readonly BilledLine[]) =>
    findPaymentDifferences(agreements, lines, MARCH).map(({ kind }) => kind);
  const whole = bill('1', '2026-03-02', '2026-03-30', 2_800_00);
  assert.deepEqual(kinds([whole, { ...whole, agreement: 'B7' }]), ['agreement-not-known']);
  assert.deepEqual(kinds([{ ...whole, amount: pence(2_900_00) }]), ['amount']);
  assert.deepEqual(kinds([whole, bill('2', '2026-03-23', '2026-03-30', 700_00)]), ['billed-twice']);
  assert.deepEqual(kinds([bill('1', '2026-03-02', '2026-04-06', 2_800_00)]), ['outside-the-stay']);
  assert.deepEqual(kinds([bill('1', '2026-03-02', '2026-03-23', 2_100_00)]), ['not-billed']);
});

test('whatever is billed, the differences in amount and what nobody billed account for every penny', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(27), fc.nat(9), fc.nat(300_000)), { maxLength: 5 }), (drawn) => {
      let from = MARCH.starts;
      const lines = drawn.flatMap(([gap, length, amount], n) => {
        const starts = addDays(from, gap % 4);
        const ends = addDays(starts, length);
        if (ends > MARCH.ends) return [];
        from = ends;
        return [{ reference: String(n), agreement: 'A1', starts, ends, amount: pence(amount) }];
      });
      const found = findPaymentDifferences(agreements, lines, MARCH);
      let explained = 0;
      for (const one of found) {
        if (one.kind === 'amount') explained += one.difference;
        if (one.kind === 'not-billed') explained -= one.payable;
      }
      const billed = lines.reduce((sum, { amount }) => sum + amount, 0);
      assert.equal(billed - payableOver(LIVED, MARCH), explained);
    }),
  );
});

test('a price that leaves nights without a core fee, or has two, is told with the day', () => {
  const term = { starts: day('2026-03-02'), ends: null };
  assert.deepEqual(findPriceFaults([LINE], term), []);
  assert.deepEqual(findPriceFaults([{ ...LINE, starts: day('2026-03-09') }], term), [
    'There is no core fee from 2 March 2026 to 8 March 2026.',
  ]);
  assert.deepEqual(findPriceFaults([LINE, { ...LINE, starts: day('2026-04-01') }], term), [
    'Two core fees run on 1 April 2026: end one of them before the other begins.',
  ]);
  assert.deepEqual(
    findPriceFaults(
      [LINE, { ...LINE, name: 'Night staff', kind: 'addition', weekly: pencePerWeek(-1) }],
      term,
    ),
    ['“Night staff” costs less than nothing.'],
  );
});
