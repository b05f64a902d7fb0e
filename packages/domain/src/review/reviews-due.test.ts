import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { reviews } from '../../test/facts.ts';
import { aChild } from '../../test/ledgers.ts';
import { bankHolidays, ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { addDays, day } from '../calendar/day.ts';
import { careHistory } from '../child/care-history.ts';
import { DEFAULT_PLACEMENT_COUNTING } from '../placement/counted-placements.ts';
import { firstReviewDue, isOutstandingOn, reviewsDueOf } from './reviews-due.ts';

const LONG_AGO = day('2015-04-01');

/** Each review due as "2024-01-04 held 2024-01-03", or "not held". */
const due = (episodes: string, held: readonly string[], from = LONG_AGO): readonly string[] =>
  reviewsDueOf(
    careHistory(aChild('A', episodes, { facts: reviews(...held) }), DEFAULT_PLACEMENT_COUNTING),
    from,
    ENGLAND_BANK_HOLIDAYS,
  ).map(({ on, held: was }) => `${on} ${was === null ? 'not held' : `held ${was}`}`);

test('the first is due within 20 working days: of 4 December 2023, on 4 January; over Easter 2024, on 26 April', () => {
  assert.equal(firstReviewDue(day('2023-12-04'), ENGLAND_BANK_HOLIDAYS), '2024-01-04');
  assert.equal(firstReviewDue(day('2024-03-27'), ENGLAND_BANK_HOLIDAYS), '2024-04-26');
});

test('where bank holidays are not held, the first is not told', () => {
  assert.equal(firstReviewDue(day('2009-12-31'), ENGLAND_BANK_HOLIDAYS), undefined);
  assert.equal(firstReviewDue(day('2030-12-20'), ENGLAND_BANK_HOLIDAYS), undefined);
});

test('then three months after the first, then six after each, from the day it was held', () => {
  assert.deepEqual(due('2023-12-04 S C2 U6', ['2023-12-20', '2024-03-25', '2024-09-20']), [
    '2024-01-04 held 2023-12-20',
    '2024-03-20 held 2024-03-25',
    '2024-09-25 held 2024-09-20',
    '2025-03-20 not held',
  ]);
});

test('months are clamped to their end: three after 30 November is 29 February', () => {
  assert.deepEqual(due('2023-11-13 S C2 U6', ['2023-11-30']), [
    '2023-12-11 held 2023-11-30',
    '2024-02-29 not held',
  ]);
});

test('what would be due once care has ended is not; on the day before it still is', () => {
  assert.deepEqual(due('2023-12-04 S C2 U6 PR1 2024-01-04 E4A', []), []);
  assert.deepEqual(due('2023-12-04 S C2 U6 PR1 2024-01-05 E4A', []), ['2024-01-04 not held']);
});

test('a move or another legal status does not begin it anew; coming back into care does', () => {
  const moved = '2023-12-04 S V2 U6 PR1 2024-02-01 X1\n2024-02-01 B C2 K2';
  assert.deepEqual(due(moved, ['2024-01-02']), ['2024-01-04 held 2024-01-02', '2024-04-02 not held']);
  const back = '2023-12-04 S V2 U6 PR1 2024-02-01 E4A\n2024-06-03 S C2 K2';
  assert.deepEqual(due(back, ['2024-01-02', '2024-06-28']), [
    '2024-01-04 held 2024-01-02',
    '2024-07-01 held 2024-06-28',
    '2024-09-28 not held',
  ]);
});

test('short breaks have no reviews of this kind, and care that follows them begins its own', () => {
  assert.deepEqual(
    due('2023-06-01 S V4 U6 PR1 2023-12-04 X1\n2023-12-04 L V2 U6', ['2023-08-01', '2024-01-02']),
    ['2024-01-04 held 2024-01-02', '2024-04-02 not held'],
  );
});

test('of care older than the reviews recorded, the first recorded is not judged, and the next is', () => {
  const from = day('2023-04-01');
  assert.deepEqual(due('2020-06-01 S C2 U6', ['2023-06-01', '2023-12-10'], from), [
    '2023-12-01 held 2023-12-10',
    '2024-06-10 not held',
  ]);
  assert.deepEqual(due('2020-06-01 P C2 U6', ['2020-07-01'], LONG_AGO), ['2021-01-01 not held']);
});

test('it is judged where it came later than it can have been due', () => {
  const from = day('2023-04-01');
  assert.deepEqual(due('2020-06-01 S C2 U6', ['2023-09-30'], from), ['2024-03-30 not held']);
  assert.deepEqual(due('2020-06-01 S C2 U6', ['2023-10-01'], from), [
    '2023-09-30 held 2023-10-01',
    '2024-04-01 not held',
  ]);
  assert.deepEqual(due('2020-06-01 S C2 U6', [], from), ['2023-09-30 not held']);
});

test('a review in time to be the first of care that began just before is the first: the next is due in three months', () => {
  assert.deepEqual(due('2023-03-20 S C2 U6', ['2023-04-12'], day('2023-04-01')), ['2023-07-12 not held']);
});

test('a holiday that the authority adds moves the day', () => {
  const added = bankHolidays(ENGLAND_BANK_HOLIDAYS.covers, [
    ...ENGLAND_BANK_HOLIDAYS.holidays,
    { day: day('2023-12-11'), name: 'Proclaimed' },
  ]);
  assert.equal(firstReviewDue(day('2023-12-04'), added), '2024-01-05');
});

test('a review is outstanding from its due day until it is held or care ends', () => {
  const [first] = reviewsDueOf(
    careHistory(
      aChild('A', '2023-12-04 S C2 U6', { facts: reviews('2024-01-10') }),
      DEFAULT_PLACEMENT_COUNTING,
    ),
    LONG_AGO,
    ENGLAND_BANK_HOLIDAYS,
  );
  assert.ok(first);
  assert.deepEqual(
    ['2024-01-03', '2024-01-04', '2024-01-09', '2024-01-10'].map((on) => isOutstandingOn(first, day(on))),
    [false, true, true, false],
  );
});

test('due days rise, and none is after care ended', () => {
  fc.assert(
    fc.property(arbitraryEpisodes(), fc.uniqueArray(fc.nat(1200), { maxLength: 8 }), (episodes, held) => {
      const facts = reviews(...held.map((n) => addDays(day('2020-01-31'), n)));
      const history = careHistory(aChild('A', episodes, { facts }), DEFAULT_PLACEMENT_COUNTING);
      const dues = reviewsDueOf(history, LONG_AGO, ENGLAND_BANK_HOLIDAYS);
      for (const { on, careEnds } of dues) assert.ok(careEnds === null || on < careEnds);
      const days = dues.map(({ on }) => on);
      assert.deepEqual(days, days.toSorted());
    }),
    { numRuns: 300 },
  );
});
