import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day, dayNumber } from './day.ts';
import { endOfLondonDay, londonDayOf, londonTimeOf, momentInWords, startOfLondonDay } from './london-time.ts';
import {
  addMinutes,
  compareMoments,
  moment,
  momentFromMilliseconds,
  parseMoment,
  utcDayOf,
} from './moment.ts';

test('a moment is kept as UTC text of one width', () => {
  const cases = [
    ['2026-03-31T09:30:00Z', '2026-03-31T09:30:00.000000Z'],
    ['2026-03-31T09:30Z', '2026-03-31T09:30:00.000000Z'],
    ['2026-03-31T09:30:00.5Z', '2026-03-31T09:30:00.500000Z'],
    ['2026-03-31T09:30:00.123456Z', '2026-03-31T09:30:00.123456Z'],
    ['2026-03-31T09:30:00.123456000Z', '2026-03-31T09:30:00.123456Z'],
    ['2026-03-31 09:30:00.123+00', '2026-03-31T09:30:00.123000Z'],
    ['2026-04-01T00:30:00+01:00', '2026-03-31T23:30:00.000000Z'],
    ['2026-12-31T23:30:00-05:30', '2027-01-01T05:00:00.000000Z'],
    ['2024-02-29T00:00:00+0530', '2024-02-28T18:30:00.000000Z'],
  ] as const;
  for (const [text, kept] of cases) assert.equal(parseMoment(text), kept, text);
});

test('a time with no zone, or that no clock shows, or too fine to keep, is not a moment', () => {
  const refused = [
    '',
    '2026-03-31',
    '2026-03-31T09:30:00',
    '2026-02-30T09:30:00Z',
    '2026-03-31T24:00:00Z',
    '2026-03-31T09:60:00Z',
    '2026-03-31T09:30:60Z',
    '2026-03-31T09:30:00.1234567Z',
    '2026-03-31T09:30:00+15:00',
    '2026-03-31t09:30:00z',
    '2026-03-31T09:30:00.Z',
    ' 2026-03-31T09:30:00Z',
    '2026-03-31T9:30:00Z',
  ];
  for (const text of refused) assert.equal(parseMoment(text), undefined, text);
  assert.throws(() => moment('yesterday'), /Not a moment/);
});

const milliseconds = fc.integer({ min: -2_208_988_800_000, max: 4_102_444_800_000 });

test('moments sort as time does, and a clock’s count reads back', () => {
  fc.assert(
    fc.property(milliseconds, milliseconds, (a, b) => {
      const [ma, mb] = [momentFromMilliseconds(a), momentFromMilliseconds(b)];
      assert.equal(Math.sign(compareMoments(ma, mb)), Math.sign(a - b));
      assert.equal(parseMoment(ma), ma);
    }),
  );
});

test('a clock that counts milliseconds is read as UTC', () => {
  const cases = [
    [0, '1970-01-01T00:00:00.000000Z'],
    [-1, '1969-12-31T23:59:59.999000Z'],
    [1_709_164_799_042.7, '2024-02-28T23:59:59.042000Z'],
    [1_774_949_400_500, '2026-03-31T09:30:00.500000Z'],
  ] as const;
  for (const [ms, written] of cases) assert.equal(momentFromMilliseconds(ms), written);
});

test('minutes added carry through days, and what is finer is kept', () => {
  assert.equal(addMinutes(moment('2024-02-28T23:59:30.25Z'), 1), '2024-02-29T00:00:30.250000Z');
  assert.equal(addMinutes(moment('2024-03-01T00:00:00Z'), -1441), '2024-02-28T23:59:00.000000Z');
  assert.equal(utcDayOf(moment('2024-03-01T00:30:00+01:00')), '2024-02-29');
});

test('in summer London is an hour ahead, so late evening in UTC is already tomorrow', () => {
  assert.equal(londonDayOf(moment('2026-06-30T23:30:00Z')), '2026-07-01');
  assert.equal(londonTimeOf(moment('2026-06-30T23:30:00Z')), '00:30');
  assert.equal(londonDayOf(moment('2026-12-31T23:30:00Z')), '2026-12-31');
  assert.equal(momentInWords(moment('2026-07-01T08:05:00Z')), '1 July 2026 at 09:05');
});

test('London’s clock agrees with the time zone database at every half hour of the days around each change', () => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  for (let year = 1996; year <= 2037; year++)
    for (const start of [`${year}-03-24`, `${year}-10-24`])
      for (let halfHour = 0; halfHour < 48 * 9; halfHour++) {
        const ms = dayNumber(day(start)) * 86_400_000 + halfHour * 1_800_000;
        const m = momentFromMilliseconds(ms);
        const [y, mo, d] = londonDayOf(m).split('-');
        assert.equal(`${d}/${mo}/${y}, ${londonTimeOf(m)}`, clock.format(ms));
      }
});

test('each London day starts at its midnight and ends where the next starts', () => {
  assert.equal(startOfLondonDay(day('2026-07-01')), '2026-06-30T23:00:00.000000Z');
  assert.equal(startOfLondonDay(day('2026-03-29')), '2026-03-29T00:00:00.000000Z');
  assert.equal(endOfLondonDay(day('2026-03-29')), '2026-03-29T23:00:00.000000Z');
  assert.equal(endOfLondonDay(day('2026-10-25')), '2026-10-26T00:00:00.000000Z');
  for (let n = 0; n < 366; n++) {
    const d = addDays(day('2026-01-01'), n);
    const start = startOfLondonDay(d);
    assert.equal(`${londonDayOf(start)} ${londonTimeOf(start)}`, `${d} 00:00`);
    assert.equal(londonDayOf(addMinutes(start, -1)), addDays(d, -1));
  }
});

test('times before London’s present rule are refused, not guessed', () => {
  assert.throws(() => londonDayOf(moment('1990-06-01T12:00:00Z')), /London time is not held for 1990/);
});
