import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../calendar/day.ts';
import type { ClosedPeriod } from '../calendar/period.ts';
import { pence } from '../money/pence.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { type Payable, type PriceLine, payableOver, paymentLines } from './payable.ts';
import { findPriceFaults } from './price-faults.ts';
import { type BilledLine, findPaymentDifferences, paidWithin } from './reconcile.ts';
import { withPriceChange } from './uplift.ts';

const LINE: PriceLine = {
  name: 'Core fee',
  kind: 'core',
  weekly: pencePerWeek(700_00),
  starts: day('2026-03-02'),
  ends: null,
};
const LIVED: Payable = {
  lines: [LINE],
  stay: { starts: day('2026-03-02'), ends: day('2026-03-30') },
  absences: [],
};
const agreements = new Map([['A1', LIVED]]);
const MARCH: ClosedPeriod = { starts: day('2026-03-02'), ends: day('2026-03-30') };
const bill = (reference: string, starts: string, ends: string, amount: number): BilledLine => ({
  reference,
  agreement: 'A1',
  of: null,
  starts: day(starts),
  ends: day(ends),
  amount: pence(amount),
});

test('bills that say what is payable leave no difference', () => {
  const lines = [
    bill('1', '2026-03-02', '2026-03-16', 1_400_00),
    bill('2', '2026-03-16', '2026-03-30', 1_400_00),
  ];
  assert.deepEqual(findPaymentDifferences(agreements, lines, MARCH), []);
});

test('a bill for an agreement that is not ours, too much, twice, after the stay, or not sent is found', () => {
  const kinds = (lines: readonly BilledLine[]) =>
    findPaymentDifferences(agreements, lines, MARCH).map(({ kind }) => kind);
  const whole = bill('1', '2026-03-02', '2026-03-30', 2_800_00);
  assert.deepEqual(kinds([whole, { ...whole, agreement: 'B7' }]), ['agreement-not-known']);
  assert.deepEqual(kinds([{ ...whole, amount: pence(2_900_00) }]), ['amount']);
  assert.deepEqual(kinds([whole, bill('2', '2026-03-23', '2026-03-30', 700_00)]), ['billed-twice']);
  assert.deepEqual(kinds([bill('1', '2026-03-02', '2026-04-06', 2_800_00)]), ['outside-the-stay']);
  assert.deepEqual(kinds([bill('1', '2026-03-02', '2026-03-23', 2_100_00)]), ['not-billed']);
});

test('whatever is billed, the differences in amount and what nobody billed account for every penny', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(27), fc.nat(9), fc.nat(300_000)), { maxLength: 5 }), (drawn) => {
      let from = MARCH.starts;
      const lines = drawn.flatMap(([gap, length, amount], n) => {
        const starts = addDays(from, gap % 4);
        const ends = addDays(starts, length);
        if (ends > MARCH.ends) return [];
        from = ends;
        return [{ reference: String(n), agreement: 'A1', of: null, starts, ends, amount: pence(amount) }];
      });
      const found = findPaymentDifferences(agreements, lines, MARCH);
      let explained = 0;
      for (const one of found) {
        if (one.kind === 'amount') explained += one.difference;
        if (one.kind === 'not-billed') explained -= one.payable;
      }
      const billed = lines.reduce((sum, { amount }) => sum + amount, 0);
      assert.equal(billed - payableOver(LIVED, MARCH), explained);
    }),
  );
});

const STAFFED: Payable = {
  ...LIVED,
  lines: [
    LINE,
    {
      ...LINE,
      name: '2:1 staffing',
      kind: 'addition',
      weekly: pencePerWeek(350_01),
      ends: day('2026-03-18'),
    },
  ],
};
const staffed = new Map([['A1', STAFFED]]);

test('bills line by line of the price, as the file for the finance system has them, leave no difference', () => {
  const raised = {
    ...STAFFED,
    lines: withPriceChange(STAFFED.lines, { from: day('2026-03-12'), basisPoints: 333, of: 'all' }),
    absences: [{ starts: day('2026-03-05'), ends: day('2026-03-11'), percent: 37 }],
  };
  const lines = paymentLines(raised, MARCH).map(({ line, starts, ends, amount }, at) => ({
    reference: String(at),
    agreement: 'A1',
    of: at % 2 === 0 ? line.name : ` ${line.name.toUpperCase()}`,
    starts,
    ends,
    amount,
  }));
  assert.deepEqual(findPaymentDifferences(new Map([['A1', raised]]), lines, MARCH), []);
});

test('a line of the price that is billed twice, not billed, or not there is told by its name', () => {
  const whole = { ...bill('1', '2026-03-02', '2026-03-30', 2_800_00), of: 'Core fee' };
  const extra = { ...bill('2', '2026-03-02', '2026-03-18', 800_02), of: '2:1 staffing' };
  const found = (lines: readonly BilledLine[]) => findPaymentDifferences(staffed, lines, MARCH);
  assert.deepEqual(found([whole, extra]), []);
  assert.deepEqual(found([whole]), [
    {
      kind: 'not-billed',
      agreement: 'A1',
      of: '2:1 staffing',
      nights: { starts: '2026-03-02', ends: '2026-03-18' },
      payable: 800_02,
    },
  ]);
  assert.deepEqual(
    found([whole, extra, { ...extra, reference: '3' }]).map(({ kind }) => kind),
    ['billed-twice'],
  );
  assert.deepEqual(
    found([whole, extra, { ...extra, reference: '4', of: 'Taxi' }]).map(({ kind }) => kind),
    ['line-not-known'],
  );
  // A bill of everything and one of a part of it are of the same nights.
  assert.deepEqual(
    found([bill('5', '2026-03-02', '2026-03-30', 3_600_02), extra]).map(({ kind }) => kind),
    ['billed-twice'],
  );
});

test('what nobody billed is told for nights on which the child lived there, and no others', () => {
  const year = { starts: day('2025-04-01'), ends: day('2026-04-01') };
  const [only] = findPaymentDifferences(agreements, [], year);
  assert.ok(only?.kind === 'not-billed');
  assert.deepEqual(only.nights, { starts: '2026-03-02', ends: '2026-03-30' });
});

test('whatever is billed line by line, the differences account for every penny, and a way that drops one is found', () => {
  const anyBills = fc.array(
    fc.record({ gap: fc.nat(5), length: fc.integer({ min: 1, max: 9 }), amount: fc.nat(90_000) }),
    { maxLength: 5 },
  );
  const accounts = (leaveOut: string): boolean =>
    !fc.check(
      fc.property(anyBills, anyBills, (core, extra) => {
        const inOrder = (name: string, drawn: typeof core): readonly BilledLine[] => {
          let from = MARCH.starts;
          return drawn.flatMap(({ gap, length, amount }, n) => {
            const starts = addDays(from, gap);
            from = addDays(starts, length);
            return from > MARCH.ends
              ? []
              : [{ ...bill(`${name} ${n}`, starts, from, amount - 20_000), of: name }];
          });
        };
        const lines = [...inOrder('Core fee', core), ...inOrder('2:1 staffing', extra)];
        const explained = findPaymentDifferences(staffed, lines, MARCH)
          .filter(({ kind }) => kind !== leaveOut)
          .reduce(
            (sum, one) =>
              one.kind === 'amount'
                ? sum + one.difference
                : one.kind === 'not-billed'
                  ? sum - one.payable
                  : sum,
            0,
          );
        const billed = lines.reduce((sum, { amount }) => sum + amount, 0);
        return billed - payableOver(STAFFED, MARCH) === explained;
      }),
    ).failed;
  assert.deepEqual([accounts('none'), accounts('amount'), accounts('not-billed')], [true, false, false]);
});

test('a payment over 31 March is in both years, each with its own nights, and nothing is lost or told twice', () => {
  const leap = {
    ...LIVED,
    stay: { starts: day('2027-11-03'), ends: null },
    lines: [{ ...LINE, weekly: pencePerWeek(1000_01) }],
  };
  const [before, after] = [
    { starts: day('2027-04-01'), ends: day('2028-04-01') },
    { starts: day('2028-04-01'), ends: day('2029-04-01') },
  ];
  const paid = { ...bill('1', '2028-03-27', '2028-04-03', 1000_01) };
  assert.deepEqual(
    [before, after].map((year) => paidWithin(leap, paid, year)),
    [before, after].map((year) =>
      payableOver({ ...leap, stay: { starts: paid.starts, ends: paid.ends } }, year),
    ),
  );
  const inOneYear = (_: Payable, line: BilledLine, { starts, ends }: ClosedPeriod): number =>
    line.starts >= starts && line.starts < ends ? line.amount : 0;
  const holds = (work: typeof inOneYear): boolean =>
    !fc.check(
      fc.property(
        fc.nat(500),
        fc.integer({ min: 1, max: 90 }),
        fc.option(fc.integer({ min: -200_000, max: 900_000 }), { nil: undefined }),
        (from, length, amount) => {
          const starts = addDays(day('2027-10-20'), from);
          const ends = addDays(starts, length);
          const due = payableOver(leap, { starts, ends });
          const line = { ...bill('1', starts, ends, amount ?? due) };
          const parts = [
            { starts: day('2000-04-01'), ends: before.ends },
            after,
            { starts: after.ends, ends: day('2040-04-01') },
          ];
          const told = parts.map((year) => work(leap, line, year));
          const sum = told.reduce((all, one) => all + one, 0);
          const isDue = parts.every((year, at) => {
            const own = {
              starts: starts > year.starts ? starts : year.starts,
              ends: ends < year.ends ? ends : year.ends,
            };
            return told[at] === (own.starts < own.ends ? payableOver(leap, own) : 0);
          });
          return sum === line.amount && (amount !== undefined || isDue);
        },
      ),
    ).failed;
  assert.deepEqual([holds(paidWithin), holds(inOneYear)], [true, false]);
});

test('a price that leaves nights without a core fee, or has two, is told with the day', () => {
  const term = { starts: day('2026-03-02'), ends: null };
  assert.deepEqual(findPriceFaults([LINE], term), []);
  assert.deepEqual(findPriceFaults([{ ...LINE, starts: day('2026-03-09') }], term), [
    'There is no core fee from 2 March 2026 to 8 March 2026.',
  ]);
  assert.deepEqual(findPriceFaults([LINE, { ...LINE, starts: day('2026-04-01') }], term), [
    'Two core fees run on 1 April 2026: end one of them before the other begins.',
  ]);
  assert.deepEqual(
    findPriceFaults(
      [LINE, { ...LINE, name: 'Night staff', kind: 'addition', weekly: pencePerWeek(-1) }],
      term,
    ),
    ['“Night staff” costs less than nothing.'],
  );
});
