import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from './day.ts';
import { dayAndWeekday, dayInShort, dayInWords, daysInWords, monthInWords, spanInWords } from './words.ts';

test('a day is said as people say it', () => {
  assert.equal(dayInWords(day('2026-03-03')), '3 March 2026');
  assert.equal(dayInShort(day('2026-09-30')), '30 Sep 2026');
  assert.equal(dayAndWeekday(day('2024-04-12')), 'Friday 12 April 2024');
  assert.equal(dayAndWeekday(day('2024-03-31')), 'Sunday 31 March 2024');
  assert.equal(monthInWords(day('2026-12-01')), 'December 2026');
});

test('a length of time is said to the part that matters', () => {
  const cases = [
    ['2024-01-01', '2024-01-01', '0 days'],
    ['2024-01-01', '2024-01-02', '1 day'],
    ['2024-01-01', '2024-01-12', '11 days'],
    ['2024-01-01', '2024-02-01', '1 month'],
    ['2024-01-01', '2024-04-11', '3 months'],
    ['2024-01-01', '2025-01-01', '1 year'],
    ['2024-01-01', '2026-04-11', '2 years and 3 months'],
    ['2024-01-31', '2025-02-28', '1 year and 1 month'],
  ] as const;
  for (const [from, to, words] of cases) assert.equal(spanInWords(day(from), day(to)), words);
  assert.equal(daysInWords(1), '1 day');
});
