import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type FailureCount,
  type RecentFailures,
  secondsToWait,
  secondsToWaitAfterFailing,
} from './throttle.ts';

const none: FailureCount = { count: 0, secondsSinceLatest: Number.POSITIVE_INFINITY };
const failures = (count: number, secondsSinceLatest = 0): FailureCount => ({ count, secondsSinceLatest });
const from = (recent: Partial<RecentFailures>): RecentFailures => ({
  isKnownBrowser: false,
  pair: none,
  account: none,
  address: none,
  ...recent,
});

test('a few mistakes cost nothing, then each one doubles the wait, up to fifteen minutes', () => {
  const waits = [1, 4, 5, 6, 7, 8, 9, 30].map((count) => secondsToWait(from({ pair: failures(count) })));
  assert.deepEqual(waits, [0, 0, 60, 120, 240, 480, 900, 900]);
});

test('the wait runs down by itself', () => {
  assert.equal(secondsToWait(from({ pair: failures(5, 59) })), 1);
  assert.equal(secondsToWait(from({ pair: failures(5, 60) })), 0);
  assert.equal(secondsToWait(from({ pair: failures(500, 900) })), 0);
});

test('lockout is no weapon: a thousand failures elsewhere never stop a place that has not failed', () => {
  assert.equal(secondsToWait(from({ account: failures(1000) })), 0);
});

test('lockout is no weapon: a known browser is not slowed by what happens elsewhere', () => {
  const attacked = from({ isKnownBrowser: true, account: failures(1000), address: failures(1000) });
  assert.equal(secondsToWait(attacked), 0);
  assert.equal(secondsToWait({ ...attacked, pair: failures(5) }), 60, 'its own mistakes still count');
});

test('while an account is under attack a strange place gets one guess, not five', () => {
  assert.equal(secondsToWait(from({ account: failures(19), pair: failures(1) })), 0);
  assert.equal(secondsToWait(from({ account: failures(20), pair: failures(1) })), 60);
});

test('one address trying many accounts waits, although no single account saw many failures', () => {
  assert.equal(secondsToWait(from({ address: failures(29), pair: failures(1) })), 0);
  assert.equal(secondsToWait(from({ address: failures(30, 100), pair: failures(1) })), 800);
});

test('the wait that a failure would begin is known before it is made', () => {
  assert.equal(secondsToWaitAfterFailing(from({ pair: failures(3, 10) })), 0);
  assert.equal(secondsToWaitAfterFailing(from({ pair: failures(4, 10) })), 60);
  assert.equal(secondsToWaitAfterFailing(from({ address: failures(29, 10) })), 900);
});
