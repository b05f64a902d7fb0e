import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { core, nightByNight, nights } from '../../test/payables.ts';
import { addDays, type Day, day, daysBetween } from '../calendar/day.ts';
import { containsDay } from '../calendar/period.ts';
import { weeksOf } from '../calendar/weeks.ts';
import { NO_MONEY, pence, sumPence } from '../money/pence.ts';
import { costOverPeriod, pencePerWeek } from '../money/weekly.ts';
import { type Payable, payableStretches, paymentLines, yearPosition } from './payable.ts';
import { withPriceChange } from './uplift.ts';

/** What must hold of the lines of a payment beside the sums of the years; to leave weeks whole breaks it. */
const linesOfYears = (work: typeof paymentLines): boolean =>
  !fc.check(
    fc.property(
      fc.integer({ min: 2021, max: 2030 }),
      fc.nat(700),
      fc.option(fc.nat(900), { nil: undefined }),
      fc.array(fc.tuple(fc.nat(900), fc.nat(60), fc.integer({ min: 1, max: 2_000_000 }), fc.nat(100)), {
        minLength: 1,
        maxLength: 3,
      }),
      (ending, from, length, drawn) => {
        const first = day(`${ending - 1}-04-01`);
        const years = [0, 1, 2].map((on) => nights(`${ending - 1 + on}-04-01`, `${ending + on}-04-01`));
        const starts = addDays(first, from - 60);
        const payable: Payable = {
          stay: { starts, ends: length === undefined ? null : addDays(starts, length) },
          lines: withPriceChange(
            drawn.map(([after, , weekly], at) => ({
              name: at === 0 ? 'Core fee' : `Extra ${at}`,
              kind: at === 0 ? 'core' : 'addition',
              weekly: pencePerWeek(weekly),
              starts: at === 0 ? starts : addDays(starts, after),
              ends: at === 0 ? null : addDays(starts, after + 200),
            })),
            { from: addDays(starts, 150), basisPoints: 437, of: 'all' },
          ),
          absences: drawn.map(([after, away, , percent]) => ({
            starts: addDays(starts, after),
            ends: addDays(starts, after + away),
            percent,
          })),
        };
        const all = work(payable, { starts: first, ends: day(`${ending + 2}-04-01`) });
        return years.every(
          (year) =>
            sumPence(all.filter((line) => containsDay(year, line.starts)).map(({ amount }) => amount)) ===
            yearPosition(payable, { year, on: addDays(year.starts, 99), paid: NO_MONEY, expectedEnd: null })
              .expected,
        );
      },
    ),
    { seed: 903, numRuns: 300 },
  ).failed;

test('the lines of any three years, leap Februaries among them, add up year by year to what each year is expected to come to', () => {
  assert.ok(linesOfYears(paymentLines));
  const wholeWeeks: typeof paymentLines = (payable, within) =>
    weeksOf(within).flatMap(({ part }) =>
      payableStretches(payable, part).map((stretch) => ({
        ...stretch,
        nights: daysBetween(stretch.starts, stretch.ends),
        amount: costOverPeriod(stretch.weekly, stretch),
      })),
    );
  assert.equal(linesOfYears(wholeWeeks), false);
});

/** What must hold of where an agreement stands in a year, counted night by night with a calendar. */
const standsByNights = (work: typeof yearPosition): boolean =>
  !fc.check(
    fc.property(
      fc.integer({ min: 2023, max: 2029 }),
      fc.integer({ min: -120, max: 480 }),
      fc.tuple(fc.integer({ min: -200, max: 400 }), fc.option(fc.nat(500), { nil: undefined })),
      fc.option(fc.integer({ min: -150, max: 500 }), { nil: undefined }),
      fc.integer({ min: -900_000, max: 9_000_000 }),
      (starting, after, [moved, stayed], expected, paid) => {
        const year = nights(`${starting}-04-01`, `${starting + 1}-04-01`);
        const on = addDays(year.starts, after);
        const starts = addDays(year.starts, moved);
        const payable: Payable = {
          stay: { starts, ends: stayed === undefined ? null : addDays(starts, stayed) },
          lines: [
            { ...core(5_431_07, starts), ends: addDays(starts, 94) },
            core(5_612_13, addDays(starts, 94)),
            { ...core(2_799_99, starts, addDays(starts, 31)), name: '2:1 staffing', kind: 'addition' },
          ],
          absences: [{ starts: addDays(starts, 60), ends: addDays(starts, 71), percent: 37 }],
        };
        const expectedEnd = expected === undefined ? null : addDays(year.starts, expected);
        const sum = (isIn: (night: Day) => boolean): number => {
          let total = 0;
          for (let night = year.starts; night < year.ends; night = addDays(night, 1))
            if (isIn(night)) total += nightByNight(payable, { starts: night, ends: addDays(night, 1) });
          return total;
        };
        const due = sum((night) => night <= on);
        const toCome = sum((night) => night > on && (expectedEnd === null || night < expectedEnd));
        const told = work(payable, { year, on, paid: pence(paid), expectedEnd });
        return (
          told.incurred === due &&
          told.accrued === due - paid &&
          told.committed === toCome &&
          told.expected === due + toCome
        );
      },
    ),
    { seed: 903, numRuns: 150 },
  ).failed;

test('incurred, accrued and committed are what the nights of the year come to, whatever the day, the move and the end', () => {
  assert.ok(standsByNights(yearPosition));
  const sabotage: Readonly<Record<string, typeof yearPosition>> = {
    'goes on after the expected end': (payable, asked) =>
      yearPosition(payable, { ...asked, expectedEnd: null }),
    'leaves tonight out': (payable, asked) => yearPosition(payable, { ...asked, on: addDays(asked.on, -1) }),
    'a night of the next year': (payable, asked) =>
      yearPosition(payable, {
        ...asked,
        year: { starts: asked.year.starts, ends: addDays(asked.year.ends, 1) },
      }),
    'forgets what was paid': (payable, asked) => yearPosition(payable, { ...asked, paid: NO_MONEY }),
  };
  assert.deepEqual(
    Object.keys(sabotage).filter((name) => standsByNights(sabotage[name] ?? yearPosition)),
    [],
  );
});
