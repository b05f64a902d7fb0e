import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { usualFirstDay } from './first-day.ts';

const ASOF = day('2026-11-22');
const knownFrom = (first: string) => usualFirstDay(ASOF, (on) => on >= first);

test('steps begin with the end of the last quarter', () => {
  assert.equal(knownFrom('2020-01-01'), '2026-09-30');
  assert.equal(
    usualFirstDay(day('2026-09-30'), () => true),
    '2026-06-30',
    'and never with the day itself',
  );
});

test('for a team that is known only since, with the first day of those usual that is known', () => {
  assert.equal(knownFrom('2026-10-15'), '2026-10-31');
  assert.equal(knownFrom('2026-11-10'), '2026-11-15');
});

test('where none of them is known it is the quarter’s end, and the page says why there are no steps', () => {
  assert.equal(knownFrom('2026-11-21'), '2026-09-30');
});
