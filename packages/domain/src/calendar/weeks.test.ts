import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDay, closedPeriodNearby } from '../../test/days.ts';
import { addDays, day } from './day.ts';
import { containsDay, daysIn, isZeroLength } from './period.ts';
import { isWeekend, mondayOf, weekdayOf, weekOf, weeksOf } from './weeks.ts';

test('known days fall on the days of the week they did', () => {
  assert.equal(weekdayOf(day('1970-01-01')), 4);
  assert.equal(weekdayOf(day('2023-12-04')), 1);
  assert.equal(weekdayOf(day('2024-03-31')), 7);
  assert.equal(weekdayOf(day('1900-01-01')), 1);
  assert.ok(isWeekend(day('2024-03-30')) && isWeekend(day('2024-03-31')) && !isWeekend(day('2024-03-29')));
});

test('a week runs from Monday to Sunday', () => {
  assert.deepEqual(weekOf(day('2024-03-31')), { starts: '2024-03-25', ends: '2024-04-01' });
  fc.assert(
    fc.property(anyDay, (d) => {
      assert.equal(weekdayOf(mondayOf(d)), 1);
      assert.ok(containsDay(weekOf(d), d));
      assert.equal(weekdayOf(addDays(d, 7)), weekdayOf(d));
    }),
  );
});

test('a month is told in weeks, the first and last in part', () => {
  const weeks = weeksOf({ starts: day('2024-02-01'), ends: day('2024-02-20') });
  assert.deepEqual(
    weeks.map((w) => [w.week.starts, w.part.starts, daysIn(w.part), w.isPart]),
    [
      ['2024-01-29', '2024-02-01', 4, true],
      ['2024-02-05', '2024-02-05', 7, false],
      ['2024-02-12', '2024-02-12', 7, false],
      ['2024-02-19', '2024-02-19', 1, true],
    ],
  );
});

test('the weeks of a period hold each of its days once', () => {
  fc.assert(
    fc.property(closedPeriodNearby, (p) => {
      const weeks = weeksOf(p);
      assert.equal(
        weeks.reduce((days, w) => days + daysIn(w.part), 0),
        daysIn(p),
      );
      assert.ok(weeks.every((w) => w.isPart === daysIn(w.part) < 7));
      if (isZeroLength(p)) assert.equal(weeks.length, 0);
      else assert.deepEqual([weeks[0]?.part.starts, weeks.at(-1)?.part.ends], [p.starts, p.ends]);
    }),
  );
});
