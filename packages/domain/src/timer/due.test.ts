import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeBankHolidays, ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { addDays, type Day, dayFromNumber, dayNumber, daysBetween, day as onDay } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { addMinutes, type Moment, minuteNumber, moment } from '../calendar/moment.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { ClockSpan, SpanUnit } from './clock-rule.ts';
import { type Began, type Due, dueOf, isInTime, isPast } from './due.ts';

type HowDue = typeof dueOf;

/** The day or moment it began, how long there is, and when it is due. */
const EXAMPLES: readonly (readonly [began: string, count: number, unit: SpanUnit, due: string])[] = [
  ['2023-12-04', 20, 'working-days', '2024-01-04'],
  ['2023-12-22', 5, 'working-days', '2024-01-03'],
  ['2024-03-27', 5, 'working-days', '2024-04-05'],
  ['2024-03-27', 10, 'working-days', '2024-04-12'],
  ['2024-03-27', 20, 'working-days', '2024-04-26'],
  ['2024-03-01', 1, 'weeks', '2024-03-08'],
  ['2023-11-30', 3, 'months', '2024-02-29'],
  ['2024-11-30', 3, 'months', '2025-02-28'],
  ['2026-11-06', 8, 'days', '2026-11-14'],
  // The corresponding day is a Saturday, and stays it.
  ['2026-08-28', 3, 'months', '2026-11-28'],
  // The clocks go forward on 29 March 2026, back on 25 October 2026.
  ['2026-03-27T22:15:00Z', 72, 'hours', '2026-03-30T22:15:00Z'],
  ['2026-10-23T21:15:00Z', 72, 'hours', '2026-10-26T21:15:00Z'],
  ['2026-11-06T22:15:00Z', 72, 'hours', '2026-11-09T22:15:00Z'],
  ['2026-11-06', 72, 'hours', '2026-11-09'],
];

const begins = (text: string): Began =>
  text.includes('T') ? { on: londonDayOf(moment(text)), at: moment(text) } : { on: onDay(text) };
const isDue = (text: string): Due => begins(text);

const wrongBy = (how: HowDue): readonly string[] =>
  EXAMPLES.flatMap(([began, count, unit, due]) => {
    const answer = how({ unit, count }, begins(began), ENGLAND_BANK_HOLIDAYS);
    const wanted = isDue(due);
    return answer?.on === wanted.on && answer.at === wanted.at ? [] : [`${began} ${count} ${unit}`];
  });

test('every worked example is due on its day: the day it began is day 0, months are clamped, no day is moved', () => {
  assert.deepEqual(wrongBy(dueOf), []);
});

const rolled: HowDue = (span, began, calendar) => {
  const due = dueOf(span, began, calendar);
  let on = due?.on;
  while (on !== undefined && !isWorkingDay(on, calendar)) on = addDays(on, 1);
  return on === undefined ? undefined : { ...due, on };
};
const dayOne: HowDue = ({ unit, count }, began, calendar) =>
  dueOf({ unit, count: count - 1 }, began, calendar);
const noHolidays: HowDue = (span, began, calendar) =>
  dueOf(span, began, changeBankHolidays(calendar, { removed: calendar.holidays.map(({ day }) => day) }));
const byTheClockOnTheWall: HowDue = (span, began, calendar) => {
  const due = dueOf(span, began, calendar);
  const isAcross = began.at?.startsWith('2026-03-27') === true;
  return due?.at === undefined || !isAcross ? due : { ...due, at: addMinutes(due.at, -60) };
};

test('a clock that counts otherwise is noticed by the examples', () => {
  for (const mutant of [rolled, dayOne, noHolidays, byTheClockOnTheWall])
    assert.notDeepEqual(wrongBy(mutant), [], mutant.name);
});

const days = fc
  .integer({ min: dayNumber(onDay('2011-04-01')), max: dayNumber(onDay('2030-01-01')) })
  .map((n): Day => dayFromNumber(n));
const spans = fc.record<ClockSpan>({
  unit: fc.constantFrom<SpanUnit>('working-days', 'days', 'weeks', 'months'),
  count: fc.integer({ min: 0, max: 26 }),
});

test('nothing is due before it began, a later beginning is never due earlier, and more time is never due earlier', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 40 }), spans, (on, more, span) => {
      const due = (from: Day, count: number) =>
        dueOf({ ...span, count }, { on: from }, ENGLAND_BANK_HOLIDAYS)?.on ?? assert.fail();
      assert.ok(due(on, span.count) >= on);
      assert.ok(due(addDays(on, more), span.count) >= due(on, span.count));
      assert.ok(due(on, span.count + 1) > due(on, span.count));
    }),
  );
});

test('a week is seven days whatever they are, and so many working days end on one', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (on, count) => {
      const due = (unit: SpanUnit) =>
        dueOf({ unit, count }, { on }, ENGLAND_BANK_HOLIDAYS)?.on ?? assert.fail();
      assert.equal(daysBetween(on, due('weeks')), count * 7);
      assert.ok(isWorkingDay(due('working-days'), ENGLAND_BANK_HOLIDAYS));
    }),
  );
});

test('hours are as long across the change of the clocks as at any other time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 366 * 24 * 60 }),
      fc.integer({ min: 0, max: 200 }),
      (minute, count) => {
        const at: Moment = addMinutes(moment('2026-01-01T00:00:00Z'), minute);
        const due = dueOf({ unit: 'hours', count }, { on: londonDayOf(at), at }, ENGLAND_BANK_HOLIDAYS);
        assert.ok(due?.at !== undefined);
        assert.equal(minuteNumber(due.at) - minuteNumber(at), count * 60);
        assert.equal(due.on, londonDayOf(due.at));
      },
    ),
  );
});

test('a bank holiday proclaimed since moves what is due in working days, and nothing else', () => {
  const since = changeBankHolidays(ENGLAND_BANK_HOLIDAYS, {
    added: [{ day: onDay('2026-11-25'), name: 'A wedding' }],
  });
  const due = (unit: SpanUnit, calendar = since) =>
    dueOf({ unit, count: 5 }, { on: onDay('2026-11-23') }, calendar)?.on;
  assert.equal(due('working-days', ENGLAND_BANK_HOLIDAYS), '2026-11-30');
  assert.equal(due('working-days'), '2026-12-01');
  assert.equal(due('days'), '2026-11-28');
});

test('where bank holidays are not held, nobody guesses when it is due', () => {
  const began = { on: onDay('2030-12-30') };
  assert.equal(dueOf({ unit: 'working-days', count: 5 }, began, ENGLAND_BANK_HOLIDAYS), undefined);
  assert.equal(dueOf({ unit: 'weeks', count: 5 }, began, ENGLAND_BANK_HOLIDAYS)?.on, '2031-02-03');
});

test('the day it is due is in time to its end; of hours, the minute, and the benefit of the doubt without one', () => {
  const due = isDue('2026-11-09T22:15:00Z');
  const done = (text: string) => isInTime(begins(text), due);
  assert.ok(done('2026-11-09T22:15:00Z') && done('2026-11-09'));
  assert.ok(!done('2026-11-09T22:16:00Z') && !done('2026-11-10'));
  assert.ok(!isPast({ on: onDay('2026-11-09') }, moment('2026-11-09T23:59:00Z')));
  assert.ok(isPast({ on: onDay('2026-11-09') }, moment('2026-11-10T00:00:00Z')));
  assert.ok(isPast(due, moment('2026-11-09T22:16:00Z')));
});
