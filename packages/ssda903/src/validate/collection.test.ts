import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, dayNumber } from '@rightplace/domain';
import { addYears, collectionDays, collectionDaysSoFar, on } from './collection.ts';

test('a collection year runs from 1 April to 31 March, both in it', () => {
  assert.deepEqual(collectionDays(2027), { START: on('2026-04-01'), END: on('2027-03-31') });
});

test('while it runs, it has come as far as today; before and after, it does not move', () => {
  assert.equal(collectionDaysSoFar(2027, day('2026-11-22')).END, on('2026-11-22'));
  assert.equal(collectionDaysSoFar(2027, day('2027-06-01')).END, on('2027-03-31'));
  assert.deepEqual(collectionDaysSoFar(2027, day('2026-03-01')), {
    START: on('2026-04-01'),
    END: on('2026-04-01'),
  });
});

test('a birthday on 29 February is kept on the 28th in a common year', () => {
  assert.equal(addYears(on('2012-02-29'), 4), on('2016-02-29'));
  assert.equal(addYears(on('2012-02-29'), 5), on('2017-02-28'));
  assert.equal(addYears(dayNumber(day('2012-03-01')), -1), on('2011-03-01'));
  assert.ok(Number.isNaN(addYears(Number.NaN, 18)));
});
