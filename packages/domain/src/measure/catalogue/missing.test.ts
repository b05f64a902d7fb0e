import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missing } from '../../../test/facts.ts';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { moment } from '../../calendar/moment.ts';
import { childId } from '../../child/record.ts';
import type { ReturnFromMissing } from '../records/return-from-missing.ts';

const YEAR_END = '2024-03-31';
const IN_CARE = '2022-01-10 S C2 U6';
const away = (id: string, ...times: readonly string[]) => aChild(id, IN_CARE, { facts: missing(...times) });

test('missing: 6 of 90 looked after at any time in the year, 14 times', () => {
  const twice = ['M 2023-05-01 2023-05-02', 'M 2023-06-01 2023-06-02'];
  const ledger = aLedger(
    ...Array.from({ length: 5 }, (_, i) => away(`A${i}`, ...twice)),
    away('B', ...twice, 'M 2023-07-01 2023-07-01', 'M 2023-08-01 2023-08-03'),
    ...Array.from({ length: 80 }, (_, i) => away(`Y${i}`)),
    ...Array.from({ length: 4 }, (_, i) => aChild(`Z${i}`, '2022-01-10 S C2 U6 PR1 2023-06-01 E4A')),
  );
  const children = figureOf('missing-children', ledger, YEAR_END);
  assert.deepEqual([children.numerator, children.denominator], [6, 90]);
  assert.equal(children.value?.toFixed(0), '7');
  assert.equal(figureOf('missing-episodes', ledger, YEAR_END).value, 14);
  const often = figureOf('missing-repeat', ledger, YEAR_END);
  assert.deepEqual([often.children.numerator, often.denominator], [['B'], 6]);
});

test('away without authorisation is counted apart, and a code that says neither in neither', () => {
  const ledger = aLedger(
    away('A', 'M 2023-05-01 2023-05-02'),
    away('B', 'A 2023-05-01', 'A 2023-06-01'),
    away('C', '? 2023-05-01'),
  );
  assert.equal(read(figureOf('missing-children', ledger, YEAR_END)), 'A of A B C');
  assert.equal(read(figureOf('away-children', ledger, YEAR_END)), 'B of A B C');
  assert.equal(figureOf('missing-episodes', ledger, YEAR_END).value, 1);
  assert.equal(figureOf('away-episodes', ledger, YEAR_END).value, 2);
});

test('a time missing counts on the day it began; what had begun before and went on is said', () => {
  const ledger = aLedger(
    away('A', 'M 2023-03-31 2023-04-02'),
    away('B', 'M 2023-04-01'),
    away('C', 'M 2024-03-31'),
    away('D', 'M 2024-04-01'),
    away('E', 'M 2023-03-01 2023-04-01'),
  );
  const figure = figureOf('missing-episodes', ledger, YEAR_END);
  assert.equal(read(figure), 'B C');
  assert.match(figure.certainty.join(' '), /One time missing had begun before/);
  assert.doesNotMatch(figureOf('away-episodes', ledger, YEAR_END).certainty.join(' '), /had begun/);
  const none = figureOf('missing-episodes', ledger, '2023-02-28');
  assert.match(none.certainty.join(' '), /No time missing or away is recorded/);
});

test('short breaks are left out of both', () => {
  const ledger = aLedger(aChild('A', '2022-01-10 S V4 K2', { facts: missing('M 2023-05-01 2023-05-02') }));
  for (const id of ['missing-children', 'missing-episodes']) {
    const figure = figureOf(id, ledger, YEAR_END);
    assert.equal(figure.numerator, 0);
    assert.deepEqual(figure.excluded, [{ id: 'A', reason: 'short-breaks' }]);
  }
});

const back = (
  child: string,
  returnedAt: string,
  rest: Partial<Omit<ReturnFromMissing, 'child' | 'returnedAt'>> = {},
): ReturnFromMissing => ({
  child: childId(child),
  returnedAt: moment(returnedAt),
  offeredOn: null,
  answer: null,
  interviewedAt: null,
  ...rest,
});

const offered = day('2024-02-05');
const returnsFromMissing = [
  back('A', '2024-02-05T08:00:00Z', {
    offeredOn: offered,
    answer: 'accepted',
    interviewedAt: moment('2024-02-07T20:00:00Z'),
  }),
  back('A', '2024-02-05T08:00:00Z', {
    offeredOn: offered,
    answer: 'accepted',
    interviewedAt: moment('2024-02-08T16:00:00Z'),
  }),
  back('B', '2024-02-05T08:00:00Z', { offeredOn: offered, answer: 'refused' }),
];

test('interviews after three returns: all offered, two accepted, one of those within 72 hours', () => {
  const ledger = aLedger(away('A'), away('B'));
  const figure = (id: string) => figureOf(id, ledger, YEAR_END, { records: { returnsFromMissing } });
  assert.equal(figure('rhi-offered').value, 100);
  assert.equal(figure('rhi-accepted').value?.toFixed(0), '67');
  assert.equal(figure('rhi-72h').value, 50);
});

test('72 hours to the minute is in time, and over the change of clocks hours are hours', () => {
  const held = (returned: string, interviewed: string) =>
    figureOf('rhi-72h', aLedger(away('A')), YEAR_END, {
      records: {
        returnsFromMissing: [
          back('A', returned, {
            offeredOn: day('2023-10-29'),
            answer: 'accepted',
            interviewedAt: moment(interviewed),
          }),
        ],
      },
    });
  assert.equal(held('2023-10-28T12:00:00Z', '2023-10-31T12:00:00Z').value, 100);
  assert.equal(held('2023-10-28T12:00:00Z', '2023-10-31T12:01:00Z').value, 0);
});

test('what a day could not yet know of an interview it does not tell', () => {
  const records = {
    returnsFromMissing: [
      back('A', '2024-03-30T12:00:00Z', {
        offeredOn: day('2024-03-31'),
        answer: 'accepted',
        interviewedAt: moment('2024-04-01T09:00:00Z'),
      }),
      back('A', '2024-03-20T12:00:00Z', { offeredOn: day('2024-04-01') }),
    ],
  };
  const figure = (id: string) => figureOf(id, aLedger(away('A')), YEAR_END, { records });
  assert.deepEqual(figure('rhi-72h').excluded, [{ id: 'A', reason: 'not-due-yet' }]);
  assert.equal(figure('rhi-offered').value, 50);
});

test('while returns are not recorded there is no figure; none recorded is nobody to count', () => {
  const ledger = aLedger(away('A'));
  assert.equal(figureOf('rhi-offered', ledger, YEAR_END).noValue, 'no-records');
  assert.equal(
    figureOf('rhi-offered', ledger, YEAR_END, { records: { returnsFromMissing: [] } }).noValue,
    'nobody-to-count',
  );
});
