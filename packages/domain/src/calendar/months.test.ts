import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDay } from '../../test/days.ts';
import { addDays, addMonths, day, maxDay, minDay } from './day.ts';
import {
  endOfMonth,
  firstOfMonth,
  monthEnds,
  monthPeriodOf,
  spanBetween,
  wholeMonthsBetween,
} from './months.ts';
import { containsDay } from './period.ts';

test('a month runs from its first day to its last', () => {
  assert.equal(firstOfMonth(day('2024-02-29')), '2024-02-01');
  assert.equal(endOfMonth(day('2024-02-01')), '2024-02-29');
  assert.equal(endOfMonth(day('2023-12-31')), '2023-12-31');
  assert.deepEqual(monthPeriodOf(day('2024-12-15')), { starts: '2024-12-01', ends: '2025-01-01' });
  fc.assert(
    fc.property(anyDay, (d) => {
      assert.ok(containsDay(monthPeriodOf(d), d));
      assert.equal(addDays(endOfMonth(d), 1), monthPeriodOf(d).ends);
    }),
  );
});

test('the last three month-ends up to a day are whole months, and a day that ends a month is one of them', () => {
  assert.deepEqual(monthEnds(3, day('2026-03-31')), ['2026-01-31', '2026-02-28', '2026-03-31']);
  assert.deepEqual(monthEnds(3, day('2026-03-30')), ['2025-12-31', '2026-01-31', '2026-02-28']);
  assert.deepEqual(monthEnds(2, day('2024-02-28')), ['2023-12-31', '2024-01-31']);
  assert.deepEqual(monthEnds(2, day('2024-04-30')), ['2024-03-31', '2024-04-30']);
  assert.deepEqual(monthEnds(0, day('2024-04-30')), []);
});

test('whole months are counted by the corresponding day, clamped as months are added', () => {
  const cases = [
    ['2025-01-31', '2025-02-28', 1],
    ['2025-01-31', '2025-02-27', 0],
    ['2024-01-15', '2024-02-14', 0],
    ['2024-01-15', '2024-02-15', 1],
    ['2021-09-30', '2024-03-31', 30],
    ['2024-05-05', '2024-05-05', 0],
    ['2024-02-15', '2024-01-15', -1],
  ] as const;
  for (const [from, to, months] of cases) assert.equal(wholeMonthsBetween(day(from), day(to)), months);
});

test('whole months between is the most that can be added without passing the later day', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [from, to] = [minDay(a, b), maxDay(a, b)];
      const months = wholeMonthsBetween(from, to);
      assert.ok(addMonths(from, months) <= to);
      assert.ok(addMonths(from, months + 1) > to);
    }),
  );
});

test('a span in years, months and days adds back up to the later day', () => {
  assert.deepEqual(spanBetween(day('2023-12-20'), day('2026-03-31')), { years: 2, months: 3, days: 11 });
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [from, to] = [minDay(a, b), maxDay(a, b)];
      const span = spanBetween(from, to);
      assert.equal(addDays(addMonths(from, span.years * 12 + span.months), span.days), to);
      assert.ok(span.months < 12 && span.days < 31);
    }),
  );
  assert.throws(() => spanBetween(day('2024-01-02'), day('2024-01-01')), RangeError);
});
