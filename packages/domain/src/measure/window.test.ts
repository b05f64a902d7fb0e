import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { MEASURES } from './catalogue.ts';
import { hasWindow, type WindowKind, windowInWords, windowOf } from './window.ts';

const words = (kind: WindowKind, asOf: string): string => windowInWords(kind, day(asOf));

test('a month, a quarter, a year to date and twelve months each say which they are', () => {
  assert.equal(words('month', '2026-06-30'), '1 June 2026 to 30 June 2026 (the month)');
  assert.equal(words('month', '2026-06-12'), '1 June 2026 to 12 June 2026 (the month so far)');
  assert.equal(
    words('quarter', '2026-06-30'),
    '1 April 2026 to 30 June 2026 (quarter 1 of 2026-27 (April to June))',
  );
  assert.match(words('quarter', '2026-05-31'), /^1 April 2026 to 31 May 2026 .* so far\)$/);
  assert.equal(words('year-to-date', '2026-06-12'), '1 April 2026 to 12 June 2026 (year to date)');
  assert.equal(words('year-to-date', '2027-03-31'), '1 April 2026 to 31 March 2027 (the year 2026-27)');
  assert.equal(words('twelve-months', '2026-06-12'), '13 June 2025 to 12 June 2026 (rolling twelve months)');
});

test('on 31 March twelve months and the year to date are the same days', () => {
  assert.deepEqual(windowOf('twelve-months', day('2027-03-31')), windowOf('year-to-date', day('2027-03-31')));
});

test('what stands on a day has no time to choose, nor has what is told of a time of its own', () => {
  const timed = new Set(MEASURES.filter(hasWindow).map(({ id }) => id));
  assert.equal(timed.has('cla-started'), true);
  assert.equal(timed.has('cla-number'), false);
  for (const measure of MEASURES)
    if (measure.kind === 'cases' && measure.over !== 'window') assert.equal(timed.has(measure.id), false);
});
