import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDay } from '../../test/days.ts';
import { core, nightByNight, nights } from '../../test/payables.ts';
import { addDays, day } from '../calendar/day.ts';
import { type ClosedPeriod, containsDay, type Period } from '../calendar/period.ts';
import { NO_MONEY, sumPence } from '../money/pence.ts';
import { pencePerWeek } from '../money/weekly.ts';
import {
  type Absence,
  type Payable,
  type PriceLine,
  payableOver,
  payableStretches,
  paymentLines,
  weeklyOn,
  yearPosition,
} from './payable.ts';
import { withPriceChange } from './uplift.ts';

const lived = (lines: readonly PriceLine[], starts: string, ends: string | null = null): Payable => ({
  lines,
  stay: { starts: day(starts), ends: ends === null ? null : day(ends) },
  absences: [],
});

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 900 }), fc.boolean())
  .map(([starts, length, isOpen]) => ({ starts, ends: isOpen ? null : addDays(starts, length) }));
const anyLine: fc.Arbitrary<PriceLine> = fc
  .tuple(anyPeriod, fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom('core', 'addition'))
  .map(([p, weekly, kind]) => ({ ...p, name: kind, kind, weekly: pencePerWeek(weekly) }));
const anyAbsence: fc.Arbitrary<Absence> = fc
  .tuple(anyPeriod, fc.integer({ min: 0, max: 100 }))
  .map(([p, percent]) => ({ ...p, percent }));
const anyPayable: fc.Arbitrary<Payable> = fc.record({
  lines: fc.array(anyLine, { maxLength: 4 }),
  stay: fc.option(anyPeriod),
  absences: fc.array(anyAbsence, { maxLength: 3 }),
});
const anyNights: fc.Arbitrary<ClosedPeriod> = fc
  .tuple(anyDay, fc.nat(500))
  .map(([starts, length]) => ({ starts, ends: addDays(starts, length) }));

test('a placement is paid from the night of the move to the night before the leaving', () => {
  const payable = lived([core(700_00, '2026-01-01')], '2026-03-04', '2026-03-06');
  assert.equal(payableOver(payable, nights('2026-01-01', '2027-01-01')), 200_00);
  assert.deepEqual(
    payableStretches(payable, nights('2026-01-01', '2027-01-01')).map(({ starts, ends }) => [starts, ends]),
    [['2026-03-04', '2026-03-06']],
  );
});

test('nothing is payable before a child has moved in', () => {
  const payable = { ...lived([core(700_00, '2026-01-01')], '2026-03-04'), stay: null };
  assert.equal(payableOver(payable, nights('2026-01-01', '2030-01-01')), 0);
});

test('a second member of staff for the first month is paid for that month alone', () => {
  const extra = {
    ...core(2_800_00, '2026-03-02', '2026-03-30'),
    name: '2:1 staffing',
    kind: 'addition' as const,
  };
  const payable = lived([core(5_600_00, '2026-03-02'), extra], '2026-03-02');
  const lines = paymentLines(payable, nights('2026-03-23', '2026-04-06'));
  assert.deepEqual(
    lines.map(({ starts, nights: n, line, amount }) => [starts, n, line.name, amount]),
    [
      ['2026-03-23', 7, 'Core fee', 5_600_00],
      ['2026-03-23', 7, '2:1 staffing', 2_800_00],
      // 31 March is a Tuesday: the week is of two financial years.
      ['2026-03-30', 2, 'Core fee', 1_600_00],
      ['2026-04-01', 5, 'Core fee', 4_000_00],
    ],
  );
});

test('while a child is away the agreed share is paid, and told with its nights', () => {
  const payable: Payable = {
    ...lived([core(700_00, '2026-03-02')], '2026-03-02'),
    absences: [{ starts: day('2026-03-04'), ends: day('2026-03-06'), percent: 50 }],
  };
  assert.deepEqual(
    paymentLines(payable, nights('2026-03-02', '2026-03-09')).map((line) => [line.nights, line.amount]),
    [
      [2, 200_00],
      [2, 100_00],
      [3, 300_00],
    ],
  );
});

test('29 February is a night as any other', () => {
  const payable = lived([core(700_00, '2024-01-01')], '2024-01-01');
  assert.equal(payableOver(payable, nights('2024-02-26', '2024-03-04')), 700_00);
});

test('any payment is what its nights come to, one by one', () => {
  fc.assert(
    fc.property(anyPayable, anyNights, (payable, within) => {
      assert.equal(payableOver(payable, within), nightByNight(payable, within));
    }),
  );
});

test('payments add up to the penny wherever a period is cut, and week by week', () => {
  fc.assert(
    fc.property(anyPayable, anyDay, fc.nat(300), fc.nat(300), (payable, starts, first, second) => {
      const middle = addDays(starts, first);
      const whole = { starts, ends: addDays(middle, second) };
      const sum = payableOver(payable, whole);
      assert.equal(
        payableOver(payable, { starts, ends: middle }) +
          payableOver(payable, { starts: middle, ends: whole.ends }),
        sum,
      );
      assert.equal(sumPence(paymentLines(payable, whole).map(({ amount }) => amount)), sum);
    }),
  );
});

test('no night outside the stay is ever paid', () => {
  fc.assert(
    fc.property(anyPayable, anyNights, (payable, within) => {
      for (const { starts, ends } of payableStretches(payable, within)) {
        assert.ok(payable.stay !== null && starts >= payable.stay.starts);
        assert.ok(payable.stay.ends === null || ends <= payable.stay.ends);
      }
    }),
  );
});

test('an award of 6% raises what is paid from its day, and not a penny before', () => {
  const lines = [core(5_761_00, '2026-01-05')];
  const raised = withPriceChange(lines, { from: day('2026-04-06'), basisPoints: 600, of: 'core' });
  assert.deepEqual(
    raised.map(({ starts, ends, weekly }) => [starts, ends, weekly]),
    [
      ['2026-01-05', '2026-04-06', 5_761_00],
      ['2026-04-06', null, 6_106_66],
    ],
  );
  fc.assert(
    fc.property(
      anyPayable,
      anyDay,
      fc.integer({ min: -2000, max: 4000 }),
      fc.nat(400),
      (payable, from, basisPoints, length) => {
        const changed = {
          ...payable,
          lines: withPriceChange(payable.lines, { from, basisPoints, of: 'all' }),
        };
        const before = { starts: addDays(from, -length), ends: from };
        assert.equal(payableOver(changed, before), payableOver(payable, before));
        const still = withPriceChange(payable.lines, { from, basisPoints: 0, of: 'all' });
        const after = { starts: from, ends: addDays(from, length) };
        assert.equal(payableOver({ ...payable, lines: still }, after), payableOver(payable, after));
      },
    ),
  );
});

test('what a year has cost, what of it is not yet paid, and what is still to come', () => {
  const year = nights('2026-04-01', '2027-04-01');
  const payable = lived([core(700_00, '2026-03-30')], '2026-03-30');
  assert.deepEqual(
    yearPosition(payable, {
      year,
      on: day('2026-04-10'),
      paid: sumPence([]),
      expectedEnd: day('2026-04-18'),
    }),
    { incurred: 1_000_00, accrued: 1_000_00, committed: 700_00, expected: 1_700_00 },
  );
  fc.assert(
    fc.property(anyPayable, anyDay, (some, on) => {
      const { incurred, committed, expected } = yearPosition(some, {
        year,
        on,
        paid: NO_MONEY,
        expectedEnd: null,
      });
      assert.equal(incurred + committed, expected);
      assert.equal(expected, payableOver(some, year));
    }),
  );
});

/** What must hold of every way to work out what is payable; the ways that break it are caught below. */
type Work = (payable: Payable, within: ClosedPeriod) => number;
const holds = (work: Work): boolean => {
  try {
    fc.assert(
      fc.property(anyPayable, anyNights, (payable, within) => {
        assert.equal(work(payable, within), nightByNight(payable, within));
      }),
      { seed: 903, numRuns: 300 },
    );
    return true;
  } catch {
    return false;
  }
};
const always: Period = { starts: day('1900-01-01'), ends: null };

test('to pay before the start, after the end, or one line twice is found by what must hold', () => {
  const sabotage: Readonly<Record<string, Work>> = {
    'before the move': (payable, within) =>
      payableOver(
        {
          ...payable,
          stay: payable.stay && { starts: addDays(payable.stay.starts, -1), ends: payable.stay.ends },
        },
        within,
      ),
    'without a move': (payable, within) => payableOver({ ...payable, stay: payable.stay ?? always }, within),
    'after the end': (payable, within) =>
      payableOver({ ...payable, stay: payable.stay && { ...payable.stay, ends: null } }, within),
    'a line twice': (payable, within) =>
      payableOver({ ...payable, lines: [...payable.lines, ...payable.lines.slice(0, 1)] }, within),
    'the night of the leaving': (payable, within) =>
      payableOver(payable, { ...within, ends: addDays(within.ends, 1) }),
    'all of it while away': (payable, within) => payableOver({ ...payable, absences: [] }, within),
  };
  assert.deepEqual(
    Object.keys(sabotage).filter((name) => holds(sabotage[name] ?? payableOver)),
    [],
  );
  assert.ok(holds(payableOver));
});

test('schedules of both sides of an award, additions and a leap year add up to the ledger of the nights', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 4 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.nat(365),
      (lines, basisPoints, offset) => {
        const year = nights('2024-01-01', '2025-01-01');
        const from = addDays(year.starts, offset);
        const payable = {
          lines: withPriceChange(lines, { from, basisPoints, of: 'all' }),
          stay: { starts: day('2023-11-15'), ends: day('2024-12-11') },
          absences: [],
        };
        const told = paymentLines(payable, year);
        assert.equal(sumPence(told.map(({ amount }) => amount)), nightByNight(payable, year));
        assert.equal(
          told.reduce((sum, line) => sum + line.nights, 0),
          payable.lines.reduce((sum, line) => {
            let paid = 0;
            for (let n = 0; n < 366; n += 1) {
              const night = addDays(year.starts, n);
              if (containsDay(line, night) && containsDay(payable.stay, night)) paid += 1;
            }
            return sum + paid;
          }, 0),
        );
      },
    ),
  );
});

test('what a night is paid by a week is what its lines cost, and nothing outside the stay', () => {
  const payable = lived(
    [core(700_00, '2026-01-01'), { ...core(70_00, '2026-03-04'), name: 'Travel', kind: 'addition' }],
    '2026-03-03',
    '2026-03-06',
  );
  const on = (text: string): number => weeklyOn(payable, day(text));
  assert.deepEqual(['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06'].map(on), [0, 700_00, 770_00, 0]);
});
