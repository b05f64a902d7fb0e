import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDay } from '../../test/days.ts';
import { addDays, day } from '../calendar/day.ts';
import { sumPence } from './pence.ts';
import { costOfNight, costOverPeriod, formatWeekly, pencePerWeek } from './weekly.ts';

const anyPrice = fc.integer({ min: -5_000_000, max: 5_000_000 }).map(pencePerWeek);
const anyLength = fc.nat(800);

test('a weekly price is said with its unit', () => {
  assert.equal(formatWeekly(pencePerWeek(576_100)), '£5,761 a week');
  assert.equal(formatWeekly(pencePerWeek(88_050)), '£880.50 a week');
});

test('twenty weeks at £5,300 a week are £106,000', () => {
  const starts = day('2026-11-11');
  assert.equal(costOverPeriod(pencePerWeek(530_000), { starts, ends: addDays(starts, 140) }), 10_600_000);
});

test('the nights of a week that does not divide by seven differ by a penny', () => {
  const nights = Array.from({ length: 7 }, (_, n) =>
    costOfNight(pencePerWeek(1000), addDays(day('2024-03-25'), n)),
  );
  assert.deepEqual(nights, [142, 143, 143, 143, 143, 143, 143]);
  assert.equal(sumPence(nights), 1000);
});

test('a period of no length costs nothing', () => {
  assert.equal(
    costOverPeriod(pencePerWeek(99_999), { starts: day('2024-03-27'), ends: day('2024-03-27') }),
    0,
  );
});

test('any seven nights in a row come to the weekly price', () => {
  fc.assert(
    fc.property(anyPrice, anyDay, (price, starts) => {
      assert.equal(costOverPeriod(price, { starts, ends: addDays(starts, 7) }), price);
    }),
  );
});

test('the parts of a period add up to the whole, wherever it is cut', () => {
  fc.assert(
    fc.property(anyPrice, anyDay, anyLength, anyLength, (price, starts, first, second) => {
      const middle = addDays(starts, first);
      const ends = addDays(middle, second);
      const parts =
        costOverPeriod(price, { starts, ends: middle }) + costOverPeriod(price, { starts: middle, ends });
      assert.equal(parts, costOverPeriod(price, { starts, ends }));
    }),
  );
});

test('a period costs what its nights do, and is within a penny of the exact sum', () => {
  fc.assert(
    fc.property(anyPrice, anyDay, fc.nat(40), (price, starts, length) => {
      const cost = costOverPeriod(price, { starts, ends: addDays(starts, length) });
      const nights = Array.from({ length }, (_, n) => costOfNight(price, addDays(starts, n)));
      assert.equal(sumPence(nights), cost);
      // In sevenths of a penny, so that the check itself is exact.
      assert.ok(Math.abs(cost * 7 - price * length) < 7);
    }),
  );
});

test('a reduction costs exactly what the same price would, the other way', () => {
  fc.assert(
    fc.property(anyPrice, anyDay, anyLength, (price, starts, length) => {
      const over = { starts, ends: addDays(starts, length) };
      assert.equal(costOverPeriod(pencePerWeek(0 - price), over), 0 - costOverPeriod(price, over));
    }),
  );
});
