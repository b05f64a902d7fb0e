import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day, day, daysBetween } from '../calendar/day.ts';
import { type AgreementTerms, readAgreement, type TermsRead, typedAgreement } from './agreement.ts';
import { additionsToEnd, changeAgreement } from './agreement-changes.ts';
import { agreedFrom, linesByMove, nightsInPrice } from './counted-from-move.ts';
import { payableOver, paymentLines, weeklyOn } from './payable.ts';
import { findPriceFaults } from './price-faults.ts';

const TODAY = day('2026-05-01');
const OFFERED = day('2026-06-01');
const SAID = { why: 'Agreed by telephone' };
const TYPED = {
  'starts-on': OFFERED,
  'core-weekly': '5600',
  covers: 'Board, care and keywork',
  outcomes: 'School every day',
  notice: '28 days, in writing',
};
const FIRST_MONTH = {
  what: '2:1 staffing',
  weekly: '2800',
  starts: '2026-06-01',
  ends: '2026-06-30',
  why: 'The first month',
};

const termsOf = (read: TermsRead): AgreementTerms => {
  assert.ok(read.kind === 'terms', JSON.stringify(read));
  return read.terms;
};
const agreed = (...additions: readonly object[]): AgreementTerms =>
  termsOf(readAgreement({ ...TYPED, additions }, TODAY));
const changed = (terms: AgreementTerms, change: Parameters<typeof changeAgreement>[1], typed: object) =>
  termsOf(changeAgreement(terms, change, { ...SAID, ...typed }, TODAY));
const told = ({ lines }: AgreementTerms) =>
  lines.map(({ name, starts, ends }) => [name, starts, ends === null ? null : addDays(ends, -1)]);
const stayFromOn = (starts: Day, ends: Day | null = null) => ({ starts, ends });
const payableOf = (terms: AgreementTerms, starts: Day, ends: Day | null = null) => ({
  lines: agreedFrom(terms, starts).lines,
  absences: terms.absences,
  stay: stayFromOn(starts, ends),
});

test('a first month begins with the move and keeps its length, whether the child comes earlier or later', () => {
  const terms = agreed(FIRST_MONTH);
  assert.deepEqual(told(agreedFrom(terms, day('2026-05-25'))), [
    ['Core fee', '2026-05-25', null],
    ['2:1 staffing', '2026-05-25', '2026-06-23'],
  ]);
  assert.deepEqual(told(agreedFrom(terms, day('2026-06-10'))), [
    ['Core fee', '2026-06-10', null],
    ['2:1 staffing', '2026-06-10', '2026-07-09'],
  ]);
  assert.equal(agreedFrom(terms, OFFERED), terms, 'on the day that was offered nothing is another');
});

test('what was agreed for a night of its own keeps it, and is never there before the child', () => {
  const holiday = { what: 'Holiday club', weekly: '150', starts: '2026-07-20', ends: '2026-08-28', why: 'x' };
  const terms = agreed(FIRST_MONTH, holiday);
  for (const on of ['2026-05-25', '2026-06-10'])
    assert.deepEqual(told(agreedFrom(terms, day(on))).at(-1), ['Holiday club', '2026-07-20', '2026-08-28']);
  const late = agreedFrom(terms, day('2026-08-01'));
  assert.equal(weeklyOn({ ...payableOf(terms, day('2026-08-01')) }, day('2026-07-31')), 0);
  assert.deepEqual(nightsInPrice(late).at(-1)?.starts, '2026-08-01', 'and it is shown so');
});

test('a second month that follows the first follows it still', () => {
  const second = { what: '1:1 staffing', weekly: '1400', starts: '2026-07-01', ends: '2026-07-31', why: 'x' };
  const lower = { ...second, what: '2:1 staffing', weekly: '900' };
  for (const next of [second, lower])
    assert.deepEqual(told(agreedFrom(agreed(FIRST_MONTH, next), day('2026-05-25'))), [
      ['Core fee', '2026-05-25', null],
      ['2:1 staffing', '2026-05-25', '2026-06-23'],
      [next.what, '2026-06-24', '2026-07-24'],
    ]);
});

test('an award keeps its night, and an addition that was ended the night on which it was', () => {
  const award = { from: '2026-06-15', way: 'up', percent: '10', of: 'all', award: 'Award' };
  const terms = changed(agreed(FIRST_MONTH), 'price-change', award);
  assert.deepEqual(told(agreedFrom(terms, day('2026-05-25'))), [
    ['Core fee', '2026-05-25', '2026-06-14'],
    ['Core fee', '2026-06-15', null],
    ['2:1 staffing', '2026-05-25', '2026-06-14'],
    ['2:1 staffing', '2026-06-15', '2026-06-23'],
  ]);
  assert.deepEqual(told(agreedFrom(terms, day('2026-06-20'))), [
    ['Core fee', '2026-06-20', null],
    ['2:1 staffing', '2026-06-20', '2026-07-19'],
  ]);
  const [which] = Object.keys(additionsToEnd(agreed(FIRST_MONTH)));
  const ended = changed(agreed(FIRST_MONTH), 'end-addition', { which, last: '2026-06-12' });
  assert.deepEqual(told(agreedFrom(ended, day('2026-05-25'))).at(-1), [
    '2:1 staffing',
    '2026-05-25',
    '2026-06-12',
  ]);
});

test('a first month that was ended on its last night stays there, though another was to follow', () => {
  const lower = { ...FIRST_MONTH, weekly: '900', starts: '2026-07-01', ends: '2026-07-31' };
  const terms = agreed(FIRST_MONTH, lower);
  const [which] = Object.keys(additionsToEnd(terms));
  const ended = changed(terms, 'end-addition', { which, last: '2026-06-30' });
  assert.deepEqual(told(agreedFrom(ended, day('2026-05-25'))).slice(1), [
    ['2:1 staffing', '2026-05-25', '2026-06-30'],
  ]);
});

test('an addition can be given nights of its own, and moves no more', () => {
  const terms = agreed(FIRST_MONTH);
  const [which] = Object.keys(additionsToEnd(terms));
  const own = changed(terms, 'addition-nights', { which, starts: '2026-06-01', ends: '2026-06-30' });
  assert.deepEqual(told(agreedFrom(own, day('2026-05-25'))), [
    ['Core fee', '2026-05-25', null],
    ['2:1 staffing', '2026-06-01', '2026-06-30'],
  ]);
  const early = changeAgreement(terms, 'addition-nights', { ...SAID, which, starts: '2026-05-31' }, TODAY);
  assert.match(JSON.stringify(early), /The price runs from 1 June 2026/);
});

test('where a first month would run into the same addition agreed for nights of its own, no night of it is there twice', () => {
  const again = { ...FIRST_MONTH, weekly: '900', starts: '2026-07-10', ends: '2026-07-20' };
  const there = agreedFrom(agreed(FIRST_MONTH, again), day('2026-06-20'));
  assert.deepEqual(told(there), [
    ['Core fee', '2026-06-20', null],
    ['2:1 staffing', '2026-06-20', '2026-07-09'],
    ['2:1 staffing', '2026-07-10', '2026-07-20'],
  ]);
});

test('one addition is the same on both sides of a move in whichever capitals and spaces it was typed', () => {
  const again = {
    ...FIRST_MONTH,
    what: '2:1  Staffing',
    weekly: '900',
    starts: '2026-07-10',
    ends: '2026-07-20',
  };
  assert.deepEqual(told(agreedFrom(agreed(FIRST_MONTH, again), day('2026-06-20'))).slice(1), [
    ['2:1 staffing', '2026-06-20', '2026-07-09'],
    ['2:1  Staffing', '2026-07-10', '2026-07-20'],
  ]);
});

test('of one addition agreed for several times none that a move brings together is there twice on a night', () => {
  const arrival = { ...FIRST_MONTH, ends: '2026-06-01' };
  const therapy = { ...FIRST_MONTH, what: 'Therapy', ends: '2026-06-28' };
  const settling = { ...FIRST_MONTH, weekly: '900', starts: '2026-06-15', ends: '2026-06-28' };
  const onward = { ...FIRST_MONTH, weekly: '700', starts: '2026-06-29', ends: undefined };
  const terms = agreed(arrival, onward, settling, therapy);
  for (let by = -28; by <= 28; by += 1) {
    const { starts, lines } = agreedFrom(terms, addDays(OFFERED, by));
    assert.deepEqual(findPriceFaults(lines, { starts, ends: null }), [], `${by} days later`);
  }
  // As it was: only what was wholly agreed by its dates was kept from being there twice.
  const twice = [
    { ...terms.lines[1], starts: day('2026-06-15'), ends: day('2026-06-16') },
    { ...terms.lines[3], starts: day('2026-06-15'), ends: null },
  ] as AgreementTerms['lines'];
  assert.match(
    findPriceFaults(twice, { starts: OFFERED, ends: null }).join(' '),
    /is there twice on 15 June/,
  );
});

test('what moves is told with the nights that were agreed and those that it has now', () => {
  const holiday = { what: 'Holiday club', weekly: '150', starts: '2026-07-20', ends: '2026-08-28', why: 'x' };
  assert.deepEqual(
    linesByMove(agreed(FIRST_MONTH, holiday), day('2026-05-25')).map(({ name, agreed: was, now }) => [
      name,
      was.starts,
      was.ends,
      now.starts,
      now.ends,
    ]),
    [['2:1 staffing', '2026-06-01', '2026-07-01', '2026-05-25', '2026-06-24']],
  );
  assert.deepEqual(linesByMove(agreed(holiday), day('2026-05-25')), []);
});

test('typed again after the move it is the same agreement', () => {
  const there = agreedFrom(agreed(FIRST_MONTH), day('2026-05-25'));
  assert.deepEqual(termsOf(readAgreement(typedAgreement(there), TODAY)), there);
});

const anyAdditions = fc.array(
  fc.record({
    after: fc.constantFrom(0, 0, 7, 30, 45),
    length: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    weekly: fc.integer({ min: 0, max: 3000 }),
  }),
  { maxLength: 4 },
);
const anyTerms = anyAdditions.map((additions) =>
  agreed(
    ...additions.map(({ after, length, weekly }, at) => ({
      what: `Extra ${at}`,
      weekly: String(weekly),
      starts: addDays(OFFERED, after),
      ...(length === undefined ? {} : { ends: addDays(OFFERED, after + length) }),
      why: 'x',
    })),
  ),
);

/** What must hold wherever a move falls; ways that break it are caught below. */
const holds = (from: typeof agreedFrom): boolean =>
  !fc.check(
    fc.property(
      anyTerms,
      fc.integer({ min: -40, max: 60 }),
      fc.integer({ min: 1, max: 200 }),
      (terms, by, stays) => {
        const on = addDays(OFFERED, by);
        const [moved, left] = [from(terms, on), addDays(on, stays)];
        const payable = { lines: moved.lines, absences: [], stay: stayFromOn(on, left) };
        const whole = { starts: addDays(OFFERED, -100), ends: addDays(OFFERED, 400) };
        const paid = payableOver(payable, whole);
        if (paid !== paymentLines(payable, whole).reduce((sum, { amount }) => sum + amount, 0)) return false;
        if (paid !== payableOver(payable, { starts: on, ends: left })) return false;
        // Every night of the stay has its core fee, and each first stretch as many nights as were agreed.
        const core = payableOver(
          { ...payable, lines: moved.lines.filter(({ kind }) => kind === 'core') },
          whole,
        );
        const asked = payableOver(
          {
            lines: terms.lines.slice(0, 1).map((line) => ({ ...line, starts: on })),
            absences: [],
            stay: payable.stay,
          },
          whole,
        );
        return (
          core === asked &&
          terms.lines.every((line) => {
            const now = moved.lines.find(({ name }) => name === line.name);
            if (line.kind === 'core' || line.starts !== OFFERED) return true;
            if (now === undefined || now.starts !== on) return false;
            return line.ends === null || now.ends === null
              ? line.ends === now.ends
              : daysBetween(now.starts, now.ends) === daysBetween(line.starts, line.ends);
          })
        );
      },
    ),
    { seed: 77, numRuns: 500 },
  ).failed;

test('wherever the move falls, schedules add up to the penny, every night has its core fee and no first stretch is cut', () => {
  assert.ok(holds(agreedFrom));
  // As it was: the dates of the offer, whenever the child came.
  assert.equal(
    holds((terms) => terms),
    false,
  );
  assert.equal(
    holds((terms, on) => ({ ...terms, lines: terms.lines.map((line) => ({ ...line, starts: on })) })),
    false,
  );
});

test('a return that puts the day of the move right, and right again, leaves what was agreed as it was', () => {
  fc.assert(
    fc.property(anyTerms, fc.array(fc.integer({ min: -25, max: 25 }), { maxLength: 5 }), (terms, days) => {
      const through = days.reduce((now, by) => agreedFrom(now, addDays(OFFERED, by)), terms);
      assert.deepEqual(told(agreedFrom(through, OFFERED)), told(terms));
    }),
  );
});
