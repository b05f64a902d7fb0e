import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, jsonOf, read } from '../../test/figures.ts';
import { aChild, aLedger } from '../../test/ledgers.ts';

/** Who of these counts: each child is named for what is true of them. */
const whoCounts = (
  id: string,
  asOf: string,
  children: Readonly<Record<string, string>>,
  born = '2015-01-01',
) =>
  read(
    figureOf(
      id,
      aLedger(...Object.entries(children).map(([name, said]) => aChild(name, said, { born }))),
      asOf,
    ),
  );

const moves = (...days: readonly string[]): string =>
  days
    .map((d, i) => {
      const next = days[i + 1];
      return `${d} ${i === 0 ? 'S' : 'P'} C2 U6 PR1 ${next === undefined ? '' : `${next} X1`}`;
    })
    .join('\n');

test('months are calendar months, clamped: 31 March less 30 months is 30 September, and that day is long enough', () => {
  const inCareSince = (d: string): string => `${d} S C2 U6`;
  assert.equal(
    whoCounts('stability-2yr', '2026-03-31', {
      'on-30-september': inCareSince('2023-09-30'),
      'on-1-october': inCareSince('2023-10-01'),
    }),
    'on-30-september of on-30-september',
  );
});

test('two years to the day in a placement is long enough, a day less is not', () => {
  assert.equal(
    whoCounts('stability-2yr', '2026-03-31', {
      'two-years': moves('2020-01-01', '2024-03-31'),
      'a-day-less': moves('2020-01-01', '2024-04-01'),
    }),
    'two-years of a-day-less two-years',
  );
});

test('two years to the end of a shorter month: 28 February 2026 looks back to 28 February 2024', () => {
  assert.equal(
    whoCounts('stability-2yr', '2026-02-28', {
      'since-28th': moves('2020-01-01', '2024-02-28'),
      'since-29th': moves('2020-01-01', '2024-02-29'),
    }),
    'since-28th of since-28th since-29th',
  );
});

test('a child turns 16 on the birthday, and is then left out of two years in the same placement', () => {
  const said = { child: moves('2020-01-01') };
  assert.equal(whoCounts('stability-2yr', '2026-03-31', said, '2010-04-01'), 'child of child');
  assert.equal(whoCounts('stability-2yr', '2026-03-31', said, '2010-03-31'), '');
});

test('an adoptive placement counts together with the one before it, and not with the one before that', () => {
  assert.equal(
    whoCounts('stability-2yr', '2026-03-31', {
      together: `2021-01-01 S C2 U6 PR1 2023-06-01 X1
                 2023-06-01 P C2 U6 PR1 2025-06-01 X1
                 2025-06-01 B E1 A6 PR1`,
      'too-short': `2021-01-01 S C2 U6 PR1 2025-01-01 X1
                    2025-01-01 P C2 U6 PR1 2025-06-01 X1
                    2025-06-01 B E1 A6 PR1`,
      'same-carer': `2021-01-01 S C2 U5 PR1 2025-06-01 X1
                     2025-06-01 U E1 A5 PR1`,
      'adopted-by-a-late-carer': `2021-01-01 S C2 K2 PR4 2025-01-01 X1
                                  2025-01-01 P C2 U5 PR1 2025-06-01 X1
                                  2025-06-01 T C2 A5 PR1`,
    }),
    'same-carer together of adopted-by-a-late-carer same-carer together too-short',
  );
});

test('care that went on (REC X1) into a new start the same day is unbroken; short breaks and gaps break it', () => {
  assert.equal(
    whoCounts('stability-2yr', '2026-03-31', {
      'new-start': `2021-01-01 S C2 U6 PR1 2025-01-01 X1
                    2025-01-01 S C2 U6 PR1`,
      ended: `2021-01-01 S C2 U6 PR1 2025-01-01 E4A
              2025-01-01 S C2 U6 PR1`,
      gap: `2021-01-01 S C2 U6 PR1 2025-01-01 X1
            2025-01-02 P C2 U6 PR1`,
      'short-breaks': `2021-01-01 S V4 U6 PR1 2025-01-01 X1
                       2025-01-01 L C2 U6 PR1`,
    }),
    ' of new-start',
  );
});

test('temporary stays do not interrupt two years in the same placement', () => {
  assert.equal(
    whoCounts('stability-2yr', '2026-03-31', {
      child: `2021-01-01 S C2 U6 PR1 2025-07-01 X1
              2025-07-01 P C2 T2 -   2025-07-14 X1
              2025-07-14 P C2 U6 PR1`,
    }),
    'child of child',
  );
});

test('a child with no date of birth is counted in care, and left out of two years with the reason', () => {
  const ledger = aLedger(aChild('A', '2020-01-01 S C2 U6'));
  assert.equal(read(figureOf('cla-number', ledger, '2026-03-31')), 'A');
  assert.deepEqual(figureOf('stability-2yr', ledger, '2026-03-31').excluded, [
    { id: 'A', reason: 'no-date-of-birth' },
  ]);
});

test('a placement that ended on the first day of the twelve months is over; one that ended the day after counts', () => {
  assert.equal(
    whoCounts('stability-3plus', '2024-03-31', {
      'ended-1-april': moves('2020-01-01', '2023-04-01', '2023-10-01'),
      'ended-2-april': moves('2020-01-01', '2023-04-02', '2023-10-01'),
      'started-that-day': moves('2023-06-01', '2023-10-01', '2024-03-31'),
    }),
    'ended-2-april started-that-day of ended-1-april ended-2-april started-that-day',
  );
});

test('what a temporary stay turned out to be counts from the day it was known, not before', () => {
  const said = {
    child: `2023-01-01 S C2 U6 PR1 2024-03-20 X1
            2024-03-20 P C2 T4 -   2024-04-02 X1
            2024-04-02 P C2 K2 PR4`,
  };
  assert.equal(whoCounts('stability-3plus', '2024-03-31', said), ' of child');
  assert.equal(whoCounts('stability-3plus', '2024-04-02', said), 'child of child');
});

test('flows run from 1 April to the day, both included', () => {
  const children = {
    'before-the-year': '2023-03-31 S C2 U6 PR1 2023-03-31 E4A',
    'first-day': '2023-04-01 S C2 U6 PR1 2023-04-01 E4A',
    'last-day': '2024-03-31 S C2 U6 PR1 2024-03-31 E4A',
    'after-the-day': '2024-04-01 S C2 U6 PR1 2024-04-01 E4A',
  };
  assert.equal(whoCounts('cla-starts', '2024-03-31', children), 'first-day last-day');
  assert.equal(whoCounts('cla-ends', '2024-03-31', children), 'first-day last-day');
  assert.equal(whoCounts('cla-starts', '2024-04-01', children), 'after-the-day');
});

test('care first known without its start is in care, is not a start, and the figures say so', () => {
  const ledger = aLedger(aChild('A', '2023-07-01 P C2 U6', { born: '2015-01-01' }));
  assert.equal(read(figureOf('cla-number', ledger, '2024-03-31')), 'A');
  const starts = figureOf('cla-starts', ledger, '2024-03-31');
  assert.equal(starts.value, 0);
  assert.match(starts.certainty.join(' '), /One period of care is first known .* only the earliest known/);
  for (const id of ['stability-3plus', 'stability-2yr']) {
    const certainty = figureOf(id, ledger, '2024-03-31').certainty.join(' ');
    assert.match(certainty, /For one child the start of care is only the earliest known/);
  }
});

test('a child with an ending but no reason for it is not in care after it', () => {
  assert.equal(whoCounts('cla-number', '2024-03-31', { child: '2023-07-01 S C2 U6 PR1 2024-01-01' }), '');
});

test('a child with a reason but no ending is still in care', () => {
  assert.equal(whoCounts('cla-number', '2024-03-31', { child: '2023-07-01 S C2 U6 PR1 - E4A' }), 'child');
});

test('the local setting on moves with the same carer is used, and said', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2023-05-01 S C2 U6 PR1 2023-07-01 X1
       2023-07-01 T C2 U4 PR1 2023-09-01 X1
       2023-09-01 U E1 A5 PR1`,
    ),
  );
  const usual = figureOf('stability-3plus', ledger, '2024-03-31');
  const local = figureOf('stability-3plus', ledger, '2024-03-31', {}, { sameCarerMoveCounts: true });
  assert.deepEqual([usual.value, local.value], [0, 100]);
  assert.match(local.certainty.join(' '), /authority’s setting/);
});

test('an authority with no children has counts of nought and shares with no value', () => {
  const json = jsonOf(aLedger(), '2024-03-31');
  assert.deepEqual(json['cla-number'], {
    value: 0,
    numerator: 0,
    denominator: null,
    unit: 'children',
    asOf: '2024-03-31',
    excluded: {},
    certainty: 'Counted as the Department for Education counts its headline.',
  });
  assert.deepEqual(
    [json['foster-share']?.value, json['foster-share']?.['reason']],
    [null, 'nobody-to-count'],
  );
  assert.deepEqual(json['cla-by-age'], {});
});
