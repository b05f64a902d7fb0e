import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDay } from '../../test/days.ts';
import {
  addDays,
  addMonths,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  findDay,
  isLeapYear,
  maxDay,
  minDay,
  parseDay,
} from './day.ts';

test('a day is read only when it is a real day written YYYY-MM-DD', () => {
  for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-03-31'])
    assert.equal(parseDay(text), text);
  const refused = [
    '',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-00',
    '0000-01-01',
    '2024-1-1',
    '24-01-01',
    '31/03/2024',
    '2024/03/31',
    '2024-03-31T00:00',
    ' 2024-03-31',
    '2024-03-31 ',
    '2024-03-3a',
    '２０２４-03-31',
    '-024-03-31',
    '2024-03+31',
    '2024_03-31',
    '20240331',
  ];
  for (const text of refused) assert.equal(parseDay(text), undefined, text);
  assert.throws(() => day('31/03/2024'), /Not a day written YYYY-MM-DD: "31\/03\/2024"/);
});

test('parts that make no real day find none', () => {
  assert.equal(findDay(2024, 2, 29), '2024-02-29');
  for (const [y, m, d] of [
    [2023, 2, 29],
    [2024, 1.5, 1],
    [2024, 1, Number.NaN],
    [0, 1, 1],
    [10_000, 1, 1],
  ] as const)
    assert.equal(findDay(y, m, d), undefined);
});

test('centuries are leap years only every fourth time', () => {
  assert.deepEqual([1900, 2000, 2023, 2024, 2100].map(isLeapYear), [false, true, false, true, false]);
});

test('every day from 1900 to 2199 is one more than the day before, and comes back from its number', () => {
  let n = dayNumber(day('1900-01-01'));
  assert.equal(dayNumber(day('1970-01-01')), 0);
  for (let year = 1900; year < 2200; year++)
    for (let month = 1; month <= 12; month++)
      for (let d = 1; d <= 31; d++) {
        const found = findDay(year, month, d);
        if (found === undefined) continue;
        assert.equal(dayNumber(found), n);
        assert.equal(dayFromNumber(n), found);
        n += 1;
      }
  assert.equal(n, dayNumber(day('2200-01-01')));
});

test('the first and last days that four digits can write are held, and none beyond', () => {
  assert.equal(dayFromNumber(dayNumber(day('0001-01-01'))), '0001-01-01');
  assert.equal(dayFromNumber(dayNumber(day('9999-12-31'))), '9999-12-31');
  assert.throws(() => addDays(day('9999-12-31'), 1), RangeError);
  assert.throws(() => addDays(day('0001-01-01'), -1), RangeError);
  assert.throws(() => addMonths(day('9999-12-31'), 1), RangeError);
  assert.throws(() => dayFromNumber(Number.NaN), RangeError);
});

test('adding days and counting the days between undo one another', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      assert.equal(addDays(a, daysBetween(a, b)), b);
      assert.equal(daysBetween(a, b), 0 - daysBetween(b, a));
    }),
  );
});

test('days sort as their text does', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      assert.equal(a < b, dayNumber(a) < dayNumber(b));
      assert.deepEqual([minDay(a, b), maxDay(a, b)], [a, b].toSorted());
    }),
  );
});

test('months added clamp to the end of the month', () => {
  const cases = [
    ['2024-03-31', -30, '2021-09-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-05-05', 0, '2024-05-05'],
  ] as const;
  for (const [from, months, to] of cases) assert.equal(addMonths(day(from), months), to);
});
