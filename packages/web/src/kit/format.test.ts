import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import {
  change,
  count,
  daysFromNow,
  dueInWords,
  money,
  moneyAWeek,
  number,
  percent,
  signed,
} from './format.ts';

test('numbers have separators and round halves away from nought', () => {
  const cases: readonly [number, number, string][] = [
    [0, 0, '0'],
    [912, 0, '912'],
    [12_345, 0, '12,345'],
    [1_234_567.891, 2, '1,234,567.89'],
    [1.005, 2, '1.01'],
    [2.5, 0, '3'],
    [-2.5, 0, '−3'],
    [-0.04, 1, '0.0'],
    [1e-7, 1, '0.0'],
    [9.8, 1, '9.8'],
  ];
  for (const [value, places, words] of cases)
    assert.equal(number(value, places), words, `${value} to ${places}`);
  assert.equal(percent(9.75), '9.8%');
  assert.equal(percent(71, 0), '71%');
});

test('one is singular and nought is plural', () => {
  assert.equal(count(1, 'child', 'children'), '1 child');
  assert.equal(count(0, 'child', 'children'), '0 children');
  assert.equal(count(1912, 'placement'), '1,912 placements');
});

test('a change is said in words, and a difference carries its sign', () => {
  assert.deepEqual([change(912, 898), change(895, 898), change(5, 5)], ['14 more', '3 fewer', 'no change']);
  assert.deepEqual([signed(14), signed(-3), signed(0), signed(0.04, 1)], ['+14', '−3', '0', '0.0']);
});

test('money is whole pounds when there are no pence', () => {
  assert.equal(money(450_000), '£4,500');
  assert.equal(money(123_450), '£1,234.50');
  assert.equal(money(5), '£0.05');
  assert.equal(money(-1_000_005), '−£10,000.05');
  assert.equal(moneyAWeek(450_000), '£4,500 a week');
});

test('a due day is said from today', () => {
  const today = day('2026-11-21');
  assert.equal(dueInWords(day('2026-11-10'), today), '11 days overdue');
  assert.equal(dueInWords(day('2026-11-20'), today), '1 day overdue');
  assert.equal(dueInWords(today, today), 'due today');
  assert.equal(dueInWords(day('2026-11-22'), today), 'due tomorrow');
  assert.equal(daysFromNow(day('2026-11-20'), today), 'yesterday');
  assert.equal(daysFromNow(day('2026-12-02'), today), 'in 11 days');
});
