import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDay } from '../../test/days.ts';
import { addDays, day } from './day.ts';
import { containsDay } from './period.ts';
import {
  collectionYearEnd,
  collectionYearLabel,
  collectionYearOf,
  collectionYearPeriod,
  parseCollectionYear,
  quarterLabel,
  quarterOf,
  quarterPeriod,
  rollingTwelveMonths,
  yearToDate,
} from './reporting-year.ts';

test('the reporting year turns on 1 April and is named by the year it ends in', () => {
  assert.equal(collectionYearOf(day('2026-03-31')), 2026);
  assert.equal(collectionYearOf(day('2026-04-01')), 2027);
  assert.equal(collectionYearOf(day('2026-12-31')), 2027);
  assert.deepEqual(collectionYearPeriod(2027), { starts: '2026-04-01', ends: '2027-04-01' });
  assert.equal(collectionYearEnd(2027), '2027-03-31');
});

test('every day is in its own year, quarter and year to date', () => {
  fc.assert(
    fc.property(anyDay, (d) => {
      const year = collectionYearOf(d);
      assert.ok(containsDay(collectionYearPeriod(year), d));
      assert.ok(containsDay(quarterPeriod(year, quarterOf(d)), d));
      assert.ok(containsDay(yearToDate(d), d));
      assert.equal(yearToDate(d).starts, collectionYearPeriod(year).starts);
      assert.equal(parseCollectionYear(collectionYearLabel(year)), year);
    }),
  );
});

test('the four quarters follow on and make the year', () => {
  const quarters = ([1, 2, 3, 4] as const).map((q) => quarterPeriod(2027, q));
  assert.deepEqual(
    quarters.map((q) => q.starts),
    ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'],
  );
  assert.deepEqual(
    quarters.map((q) => q.ends),
    ['2026-07-01', '2026-10-01', '2027-01-01', '2027-04-01'],
  );
  assert.equal(quarterLabel(2027, 4), 'Quarter 4 of 2026-27 (January to March)');
});

test('a collection year is read with a hyphen or a stroke, and only when its two years follow', () => {
  assert.equal(parseCollectionYear('2026-27'), 2027);
  assert.equal(parseCollectionYear(' 2026/27 '), 2027);
  assert.equal(parseCollectionYear('1999-00'), 2000);
  assert.equal(collectionYearLabel(2000), '1999-00');
  for (const text of ['2026-28', '2026-26', '2027', '26-27', '2026-2027', '2026 27', '', '2026-27-28'])
    assert.equal(parseCollectionYear(text), undefined, text);
});

test('the rolling twelve months leave out the day a year before', () => {
  assert.deepEqual(rollingTwelveMonths(day('2026-03-31')), { starts: '2025-04-01', ends: '2026-04-01' });
  assert.deepEqual(rollingTwelveMonths(day('2024-02-29')), { starts: '2023-03-01', ends: '2024-03-01' });
  assert.ok(!containsDay(rollingTwelveMonths(day('2025-06-15')), day('2024-06-15')));
  assert.ok(containsDay(rollingTwelveMonths(day('2025-06-15')), addDays(day('2024-06-15'), 1)));
});
