import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { closedPeriodNearby, nearbyDay, periodNearby } from '../../test/days.ts';
import { addDays, type Day, day } from './day.ts';
import {
  closedPeriod,
  containsDay,
  daysIn,
  daysInUpTo,
  followsOn,
  intersectPeriods,
  isOpen,
  isWithin,
  isZeroLength,
  type Period,
  period,
  periodsOverlap,
} from './period.ts';
import { clipPeriods, coveredDays, subtractPeriods, unionOfPeriods } from './period-union.ts';

const from = (starts: string, ends: string | null): Period =>
  period(day(starts), ends === null ? null : day(ends));

/** Every day a generated period could hold, and some beyond: the plain account that the algebra is checked against. */
const ALL_DAYS: readonly Day[] = Array.from({ length: 100 }, (_, n) => addDays(day('2024-01-20'), n));
const WINDOW = { starts: day('2024-02-10'), ends: day('2024-03-10') };
const holders = (d: Day, periods: readonly Period[]): boolean => periods.some((p) => containsDay(p, d));

test('care that ended on a day is not running at the end of that day', () => {
  const p = from('2024-03-01', '2024-03-31');
  assert.ok(containsDay(p, day('2024-03-01')));
  assert.ok(containsDay(p, day('2024-03-30')));
  assert.ok(!containsDay(p, day('2024-03-31')));
  assert.ok(!containsDay(p, day('2024-02-29')));
  assert.ok(containsDay(from('2024-03-01', null), day('2099-01-01')));
});

test('a period that ends before it starts is refused', () => {
  assert.throws(() => from('2024-03-02', '2024-03-01'), /cannot end/);
  assert.throws(() => closedPeriod(day('2024-03-02'), day('2024-03-01')), RangeError);
  assert.deepEqual(closedPeriod(day('2024-03-01'), day('2024-03-31')), {
    starts: '2024-03-01',
    ends: '2024-04-01',
  });
});

test('a period of no length holds no day, overlaps nothing and covers nothing, but has a place', () => {
  const moment = from('2024-03-10', '2024-03-10');
  const month = from('2024-03-01', '2024-04-01');
  assert.ok(isZeroLength(moment) && !isOpen(moment));
  assert.ok(!containsDay(moment, day('2024-03-10')));
  assert.ok(
    !periodsOverlap(moment, month) && !periodsOverlap(month, moment) && !periodsOverlap(moment, moment),
  );
  assert.equal(intersectPeriods(moment, month), undefined);
  assert.deepEqual(unionOfPeriods([moment]), []);
  assert.ok(isWithin(moment, month));
  assert.ok(isWithin(from('2024-04-01', '2024-04-01'), month));
  assert.ok(!isWithin(from('2024-04-02', '2024-04-02'), month));
});

test('homes one after another do not overlap, and the second follows on', () => {
  const [first, second] = [from('2024-03-01', '2024-03-10'), from('2024-03-10', null)];
  assert.ok(!periodsOverlap(first, second));
  assert.ok(followsOn(first, second));
  assert.ok(!followsOn(second, first) && !followsOn(second, second));
});

test('two periods overlap exactly when they share a day, and meet in the days they share', () => {
  fc.assert(
    fc.property(periodNearby, periodNearby, (a, b) => {
      const shared = ALL_DAYS.filter((d) => containsDay(a, d) && containsDay(b, d));
      assert.equal(periodsOverlap(a, b), shared.length > 0);
      const meeting = intersectPeriods(a, b);
      assert.deepEqual(
        ALL_DAYS.filter((d) => meeting !== undefined && containsDay(meeting, d)),
        shared,
      );
    }),
  );
});

test('a period lies within another exactly when every day of it does', () => {
  fc.assert(
    fc.property(periodNearby, periodNearby, (inner, outer) => {
      fc.pre(!isZeroLength(inner));
      const every = ALL_DAYS.every((d) => !containsDay(inner, d) || containsDay(outer, d));
      const openEnded = isOpen(inner) && !isOpen(outer);
      assert.equal(isWithin(inner, outer), every && !openEnded);
    }),
  );
});

test('the length of a period is the number of days in it', () => {
  assert.equal(daysIn({ starts: day('2024-02-01'), ends: day('2024-03-01') }), 29);
  fc.assert(
    fc.property(periodNearby, nearbyDay, (p, lastDay) => {
      assert.equal(daysInUpTo(p, lastDay), ALL_DAYS.filter((d) => d <= lastDay && containsDay(p, d)).length);
    }),
  );
});

test('the union holds exactly the days of its periods, in order, with a gap between each', () => {
  fc.assert(
    fc.property(fc.array(periodNearby, { maxLength: 6 }), (periods) => {
      const union = unionOfPeriods(periods);
      for (const d of ALL_DAYS) assert.equal(holders(d, union), holders(d, periods), d);
      for (const [i, p] of union.entries()) {
        const next = union[i + 1];
        if (next !== undefined) assert.ok(p.ends !== null && p.ends < next.starts);
      }
    }),
  );
  assert.deepEqual(unionOfPeriods([from('2024-03-10', null), from('2024-03-01', '2024-03-10')]), [
    { starts: '2024-03-01', ends: null },
  ]);
});

test('what is left after taking periods away is exactly the days none of them held', () => {
  fc.assert(
    fc.property(periodNearby, fc.array(periodNearby, { maxLength: 6 }), (whole, taken) => {
      const left = subtractPeriods(whole, taken);
      for (const d of ALL_DAYS)
        assert.equal(holders(d, left), containsDay(whole, d) && !holders(d, taken), d);
      assert.deepEqual(left, unionOfPeriods(left));
    }),
  );
});

test('gaps in a year of care are what the year less its homes leaves', () => {
  const homes = [from('2023-01-01', '2023-06-01'), from('2023-06-10', '2024-03-01')];
  const year = { starts: day('2023-04-01'), ends: day('2024-04-01') };
  assert.deepEqual(subtractPeriods(year, homes), [
    { starts: '2023-06-01', ends: '2023-06-10' },
    { starts: '2024-03-01', ends: '2024-04-01' },
  ]);
});

test('days covered and days left over make up the window', () => {
  fc.assert(
    fc.property(fc.array(periodNearby, { maxLength: 6 }), closedPeriodNearby, (periods, window) => {
      const uncovered = subtractPeriods(window, periods).reduce((days, p) => days + daysIn(p), 0);
      assert.equal(coveredDays(periods, window) + uncovered, daysIn(window));
    }),
  );
});

test('clipping keeps what each period says and cuts it to the window', () => {
  const homes = [
    { ...from('2024-01-01', '2024-02-15'), type: 'U4' },
    { ...from('2024-02-15', null), type: 'K2' },
    { ...from('2024-03-10', null), type: 'U6' },
  ];
  assert.deepEqual(clipPeriods(homes, WINDOW), [
    { starts: '2024-02-10', ends: '2024-02-15', type: 'U4' },
    { starts: '2024-02-15', ends: '2024-03-10', type: 'K2' },
  ]);
});
