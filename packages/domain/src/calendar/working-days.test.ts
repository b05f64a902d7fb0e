import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BankHolidaysNotHeld,
  ENGLAND_BANK_HOLIDAYS as ENGLAND,
  holdsBankHolidaysFor,
} from './bank-holidays.ts';
import { addDays, day, dayFromNumber, dayNumber } from './day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const dayHeld = fc
  .integer({ min: dayNumber(day('2011-01-01')), max: dayNumber(day('2029-12-31')) })
  .map(dayFromNumber);

test('due dates in working days are those that practice gives', () => {
  const cases = [
    ['first personal education plan over Easter', '2024-03-27', 10, '2024-04-12'],
    ['child protection conference over early May', '2024-04-29', 15, '2024-05-21'],
    ['health assessment over Christmas', '2023-12-04', 20, '2024-01-04'],
    ['five days over Christmas', '2023-12-22', 5, '2024-01-03'],
    ['five days over Easter', '2024-03-27', 5, '2024-04-05'],
    ['twenty days over Easter', '2024-03-27', 20, '2024-04-26'],
    ['emergency foster placement over Easter', '2024-03-28', 6, '2024-04-09'],
    ['from a Saturday', '2024-06-01', 1, '2024-06-03'],
    ['from a bank holiday', '2024-05-06', 1, '2024-05-07'],
    ['none', '2024-06-01', 0, '2024-06-01'],
    ['three working days before a review', '2024-04-03', -3, '2024-03-27'],
  ] as const;
  for (const [what, from, days, due] of cases)
    assert.equal(addWorkingDays(day(from), days, ENGLAND), due, what);
});

test('weekends and bank holidays are not working days', () => {
  assert.ok(isWorkingDay(day('2024-03-28'), ENGLAND));
  for (const d of ['2024-03-29', '2024-03-30', '2024-03-31', '2024-04-01', '2022-09-19', '2027-12-28'])
    assert.ok(!isWorkingDay(day(d), ENGLAND), d);
});

test('the day of the trigger is not counted, and the last day is', () => {
  assert.equal(workingDaysBetween(day('2024-03-27'), day('2024-04-12'), ENGLAND), 10);
  assert.equal(workingDaysBetween(day('2024-03-27'), day('2024-03-27'), ENGLAND), 0);
  assert.equal(workingDaysBetween(day('2024-03-28'), day('2024-04-01'), ENGLAND), 0);
});

test('counting working days undoes adding them, forwards and backwards', () => {
  fc.assert(
    fc.property(dayHeld, fc.integer({ min: -60, max: 60 }), (from, n) => {
      const to = addWorkingDays(from, n, ENGLAND);
      assert.equal(workingDaysBetween(from, to, ENGLAND), n);
      assert.ok(n === 0 || isWorkingDay(to, ENGLAND));
    }),
  );
});

test('working days between adjoining stretches add up', () => {
  fc.assert(
    fc.property(dayHeld, fc.nat(200), fc.nat(200), (a, first, second) => {
      const b = addDays(a, first % 180);
      const c = addDays(b, second % 180);
      assert.equal(
        workingDaysBetween(a, b, ENGLAND) + workingDaysBetween(b, c, ENGLAND),
        workingDaysBetween(a, c, ENGLAND),
      );
    }),
  );
});

test('a day for which bank holidays are not held gets no answer, and a sentence saying what to do', () => {
  const refused = [
    () => isWorkingDay(day('2031-01-01'), ENGLAND),
    () => isWorkingDay(day('2009-12-31'), ENGLAND),
    () => addWorkingDays(day('2030-12-31'), 1, ENGLAND),
    () => addWorkingDays(day('2010-01-01'), -1, ENGLAND),
    () => workingDaysBetween(day('2030-12-01'), day('2031-01-05'), ENGLAND),
    () => workingDaysBetween(day('2031-02-01'), day('2030-12-01'), ENGLAND),
  ];
  for (const ask of refused) assert.throws(ask, BankHolidaysNotHeld);
  assert.throws(() => isWorkingDay(day('2031-01-02'), ENGLAND), {
    day: '2031-01-02',
    message:
      'Bank holidays are held from 1 January 2010 to 31 December 2030, so working days cannot be counted on ' +
      '2 January 2031. Add the bank holidays of that year first.',
  });
  assert.ok(
    holdsBankHolidaysFor(ENGLAND, day('2030-12-31')) && !holdsBankHolidaysFor(ENGLAND, day('2031-01-01')),
  );
});

test('part of a working day is refused', () => {
  assert.throws(() => addWorkingDays(day('2024-06-03'), 1.5, ENGLAND), RangeError);
});
