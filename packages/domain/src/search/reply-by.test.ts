import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { isPastReplyBy, replyByIn, replyByOrder, usualReplyBy } from './reply-by.ts';

const now = moment('2026-11-23T22:30:00Z');

test('how soon a home is needed says by when an answer is asked for, also past midnight', () => {
  assert.deepEqual(replyByIn(usualReplyBy('today', now)), { on: '2026-11-24', at: '00:30' });
  assert.deepEqual(replyByIn(usualReplyBy('days', now)), { on: '2026-11-24', at: '12:00' });
  for (const answer of ['later', undefined])
    assert.deepEqual(replyByIn(usualReplyBy(answer, now)), { on: '2026-11-26', at: '17:00' });
});

test('an answer is late from the minute after, without a time from the day after, and never where no day was said', () => {
  const today = { on: day('2026-11-23'), at: undefined };
  assert.equal(isPastReplyBy({ ...today, at: '22:29' }, now), true);
  assert.equal(isPastReplyBy({ ...today, at: '22:30' }, now), false);
  assert.equal(isPastReplyBy(today, now), false);
  assert.equal(isPastReplyBy({ ...today, on: day('2026-11-22') }, now), true);
  assert.equal(isPastReplyBy(undefined, now), false);
  const order = [undefined, today, { ...today, at: '09:00' }].map(replyByOrder).toSorted();
  assert.deepEqual(order, ['2026-11-23 09:00', '2026-11-23 24:00', '9999']);
});
