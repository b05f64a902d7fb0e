import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BankHolidaysNotHeld,
  bankHolidays,
  changeBankHolidays,
  ENGLAND_BANK_HOLIDAYS,
  isBankHoliday,
} from './bank-holidays.ts';
import { addDays, type Day, day, findDay, yearOf } from './day.ts';
import { isWeekend, weekdayOf } from './weeks.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const inYear = (year: number): readonly string[] =>
  ENGLAND_BANK_HOLIDAYS.holidays.filter((h) => yearOf(h.day) === year).map((h) => h.day.slice(5));

/** Easter Sunday by the Gregorian reckoning (the anonymous rule that Meeus prints). */
const easterSunday = (year: number): Day => {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const n = epact + toSunday - 7 * late + 114;
  const found = findDay(year, Math.floor(n / 31), (n % 31) + 1);
  assert.ok(found);
  return found;
};

const nextMonday = (d: Day): Day => (weekdayOf(d) === 1 ? d : nextMonday(addDays(d, 1)));

/** What the standing rules alone would give, to set the data against. */
const byTheStandingRules = (year: number): readonly string[] => {
  const weekday = (d: Day, taken: readonly Day[]): Day =>
    isWeekend(d) || taken.includes(d) ? weekday(addDays(d, 1), taken) : d;
  const christmas = day(`${year}-12-25`);
  const boxing = day(`${year}-12-26`);
  // Boxing Day keeps its own day when it can; Christmas Day's substitute comes after it.
  const kept = isWeekend(boxing)
    ? [weekday(christmas, []), weekday(boxing, [weekday(christmas, [])])]
    : [weekday(christmas, [boxing]), boxing];
  return [
    weekday(day(`${year}-01-01`), []),
    addDays(easterSunday(year), -2),
    addDays(easterSunday(year), 1),
    nextMonday(day(`${year}-05-01`)),
    nextMonday(day(`${year}-05-25`)),
    nextMonday(day(`${year}-08-25`)),
    ...kept,
  ]
    .map((d) => d.slice(5))
    .toSorted();
};

/** Every year in which something was moved or added, and what. */
const EXCEPTIONS: Readonly<Record<number, { added: readonly string[]; dropped: readonly string[] }>> = {
  2011: { added: ['04-29'], dropped: [] },
  2012: { added: ['06-04', '06-05'], dropped: ['05-28'] },
  2020: { added: ['05-08'], dropped: ['05-04'] },
  2022: { added: ['06-02', '06-03', '09-19'], dropped: ['05-30'] },
  2023: { added: ['05-08'], dropped: [] },
};

for (let year = 2010; year <= 2030; year++) {
  test(`the bank holidays of ${year} follow the standing rules, save those moved or added that year`, () => {
    const { added, dropped } = EXCEPTIONS[year] ?? { added: [], dropped: [] };
    const expected = [...byTheStandingRules(year).filter((d) => !dropped.includes(d)), ...added].toSorted();
    assert.deepEqual(inYear(year), expected);
  });
}

test('no bank holiday kept falls on a weekend or twice', () => {
  const days = ENGLAND_BANK_HOLIDAYS.holidays.map((h) => h.day);
  assert.ok(!days.some(isWeekend));
  assert.equal(new Set(days).size, days.length);
  assert.deepEqual(days, days.toSorted());
  assert.equal(days.length, 21 * 8 + 5);
});

test('a substitute day is named as one, and each holiday has its own name', () => {
  const nameOf = (d: string) => ENGLAND_BANK_HOLIDAYS.holidays.find((h) => h.day === d)?.name;
  assert.equal(nameOf('2021-12-27'), 'Christmas Day (substitute day)');
  assert.equal(nameOf('2021-12-28'), 'Boxing Day (substitute day)');
  assert.equal(nameOf('2022-12-26'), 'Boxing Day');
  assert.equal(nameOf('2022-12-27'), 'Christmas Day (substitute day)');
  assert.equal(nameOf('2023-01-02'), 'New Year’s Day (substitute day)');
  assert.equal(nameOf('2023-05-08'), 'Coronation of King Charles III');
});

test('a one-off holiday can be added, and due dates move past it', () => {
  const extra = { day: day('2027-06-11'), name: 'A day of thanks' };
  const changed = changeBankHolidays(ENGLAND_BANK_HOLIDAYS, { added: [extra] });
  assert.ok(isBankHoliday(changed, extra.day) && !isBankHoliday(ENGLAND_BANK_HOLIDAYS, extra.day));
  assert.equal(addWorkingDays(day('2027-06-10'), 1, ENGLAND_BANK_HOLIDAYS), '2027-06-11');
  assert.equal(addWorkingDays(day('2027-06-10'), 1, changed), '2027-06-14');
});

test('a moved holiday leaves its old day a working day', () => {
  const changed = changeBankHolidays(ENGLAND_BANK_HOLIDAYS, {
    removed: [day('2029-05-07')],
    added: [{ day: day('2029-05-09'), name: 'Early May bank holiday' }],
  });
  assert.ok(isWorkingDay(day('2029-05-07'), changed) && !isWorkingDay(day('2029-05-09'), changed));
});

test('a holiday added twice is held once, under the later name', () => {
  const added = { day: day('2030-12-25'), name: 'Christmas Day, told again' };
  const changed = changeBankHolidays(ENGLAND_BANK_HOLIDAYS, { added: [added] });
  assert.deepEqual(
    changed.holidays.filter((h) => h.day === added.day),
    [added],
  );
});

test('a further year can be added whole; a holiday outside the years held is refused until it is', () => {
  const newYear = { day: day('2031-01-01'), name: 'New Year’s Day' };
  assert.throws(() => changeBankHolidays(ENGLAND_BANK_HOLIDAYS, { added: [newYear] }), BankHolidaysNotHeld);
  const changed = changeBankHolidays(ENGLAND_BANK_HOLIDAYS, { added: [newYear], heldTo: day('2031-01-31') });
  assert.equal(addWorkingDays(day('2030-12-31'), 1, changed), '2031-01-02');
  assert.throws(() => addWorkingDays(day('2031-01-31'), 1, changed), BankHolidaysNotHeld);
});

test('an empty calendar knows only weekends', () => {
  const none = bankHolidays({ starts: day('2024-01-01'), ends: day('2025-01-01') }, []);
  assert.ok(isWorkingDay(day('2024-12-25'), none));
});
