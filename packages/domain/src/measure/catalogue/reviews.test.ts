import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviews } from '../../../test/facts.ts';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { bankHolidays, ENGLAND_BANK_HOLIDAYS } from '../../calendar/bank-holidays.ts';
import { day } from '../../calendar/day.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import { reviewsHeldOnTime } from './reviews.ts';

const child = (id: string, episodes: string, ...held: readonly string[]) =>
  aChild(id, episodes, { born: '2012-02-02', facts: reviews(...held) });

/** A: due 5 January, held the 4th; due 4 April, held the 3rd. B: due 10 March, held the 12th. */
const two = aLedger(
  child('A', '2023-12-05 S C2 U6', '2024-01-04', '2024-04-03'),
  child('B', '2023-11-27 S C2 U6', '2023-12-10', '2024-03-12'),
);

test('a child whose reviews were all on time, and one of whom one was two days late: half', () => {
  const figure = figureOf('reviews-ontime', two, '2024-04-30');
  assert.equal(figure.value, 50);
  assert.equal(read(figure), 'A of A B');
});

test('of the reviews themselves, two of three due by 31 March were on time, and the one due in April', () => {
  const inYear = figureOf('reviews-held-ontime', two, '2024-03-31');
  assert.deepEqual([inYear.numerator, inYear.denominator], [2, 3]);
  const byMonth = figureOf('reviews-held-ontime', two, '2024-04-30');
  assert.equal(read(byMonth), 'A of A');
});

test('nobody is asked of whom no review was due, nor children on short breaks', () => {
  const ledger = aLedger(
    child('A', '2024-03-25 S C2 U6'),
    child('B', '2023-11-27 S V4 U6', '2024-03-01'),
    child('C', '2023-12-05 S C2 U6', '2024-01-05'),
  );
  const figure = figureOf('reviews-ontime', ledger, '2024-03-31');
  assert.equal(read(figure), 'C of C');
  assert.deepEqual(figure.excluded, [
    { id: 'A', reason: 'no-review-due' },
    { id: 'B', reason: 'short-breaks' },
  ]);
});

test('a review overdue since before the twelve months still tells against it, until it is held', () => {
  const ledger = aLedger(child('A', '2020-12-07 S C2 U6', '2020-12-20'));
  assert.equal(read(figureOf('reviews-ontime', ledger, '2023-03-31')), ' of A');
  const held = aLedger(child('A', '2020-12-07 S C2 U6', '2020-12-20', '2023-03-01'));
  assert.deepEqual(figureOf('reviews-ontime', held, '2023-03-31').excluded, [
    { id: 'A', reason: 'no-review-due' },
  ]);
});

test('a review due on the last day and held that day is on time; held the day after it is not', () => {
  const on = (held: string) =>
    figureOf(
      'reviews-ontime',
      aLedger(child('A', '2023-12-05 S C2 U6', held), child('B', '2020-01-06 S C2 U6', '2020-02-03')),
      '2024-01-31',
    );
  assert.deepEqual(on('2024-01-05').children.numerator, ['A']);
  assert.deepEqual(on('2024-01-06').children.numerator, []);
});

test('before any review is recorded there is no figure, and it says why', () => {
  for (const id of ['reviews-ontime', 'reviews-held-ontime']) {
    const figure = figureOf(id, aLedger(child('A', '2023-06-05 S C2 U6', '2024-05-05')), '2024-03-31');
    assert.deepEqual([figure.value, figure.noValue], [null, 'nobody-to-count']);
    assert.match(figure.certainty.join(' '), /No review is recorded/);
  }
});

test('working days are counted by the authority’s own bank holidays', () => {
  const bankHolidaysAdded = bankHolidays(ENGLAND_BANK_HOLIDAYS.covers, [
    ...ENGLAND_BANK_HOLIDAYS.holidays,
    { day: day('2023-12-11'), name: 'Proclaimed' },
  ]);
  const ledger = aLedger(child('A', '2023-12-04 S C2 U6', '2024-01-05'));
  assert.equal(figureOf('reviews-ontime', ledger, '2024-01-31').value, 0);
  assert.equal(
    figureOf('reviews-ontime', ledger, '2024-01-31', { bankHolidays: bankHolidaysAdded }).value,
    100,
  );
});

test('reviews are cut by the child as on the day they were due', () => {
  const ledger = aLedger(
    child('A', '2023-12-05 S V2 U6 PR1 2024-02-01 X1\n2024-02-01 B C2 K2', '2024-01-04'),
  );
  const rows = breakDown(
    reviewsHeldOnTime,
    'placement-type',
    authorityOnDay(prepare(ledger), day('2024-04-30')),
  );
  assert.deepEqual(
    rows.map(({ key, numerator, denominator }) => [key, numerator, denominator]),
    [['K2', 0, 1]],
  );
});

test('taking part: PN1 and PN4 of PN1, PN4 and PN7; a child of 3 is not asked about', () => {
  const held = (id: string, born: string | undefined, review: string) =>
    aChild(id, '2020-01-06 S C2 U6', { ...(born === undefined ? {} : { born }), facts: reviews(review) });
  const ledger = aLedger(
    held('A', '2012-02-02', '2024-01-04 PN1'),
    held('B', '2012-02-02', '2024-01-04 PN4'),
    held('C', '2012-02-02', '2024-01-04 PN7'),
    held('D', '2020-06-06', '2024-01-04 PN0'),
  );
  const figure = figureOf('review-participation', ledger, '2024-03-31');
  assert.equal(figure.value?.toFixed(1), '66.7');
  assert.deepEqual(figure.excluded, [{ id: 'D', reason: 'aged-under-4' }]);
});

test('taking part: the fourth birthday, no date of birth, and a code that cannot be are each told for what they are', () => {
  const held = (id: string, born: string | undefined, review: string) =>
    aChild(id, '2020-01-06 S C2 U6', { ...(born === undefined ? {} : { born }), facts: reviews(review) });
  const ledger = aLedger(
    held('A', '2020-01-04', '2024-01-04 PN1'),
    held('B', '2020-01-05', '2024-01-04 PN1'),
    held('C', undefined, '2024-01-04 PN6'),
    held('D', undefined, '2024-01-04 PN0'),
    held('E', '2012-02-02', '2024-01-04 PN0'),
    held('F', '2012-02-02', '2024-01-04'),
    held('G', '2012-02-02', '2024-04-01 PN1'),
    aChild('H', '2020-01-06 S V4 K2', { born: '2012-02-02', facts: reviews('2024-01-04 PN1') }),
  );
  const figure = figureOf('review-participation', ledger, '2024-03-31');
  assert.equal(read(figure), 'A C of A C E F');
  assert.deepEqual(figure.notRecorded, ['E', 'F']);
  assert.deepEqual(
    figure.excluded.map(({ id, reason }) => `${id} ${reason}`),
    ['B aged-under-4', 'D aged-under-4', 'H short-breaks'],
  );
});
