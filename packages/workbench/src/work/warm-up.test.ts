import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warmingUp } from './warm-up.ts';

test('the warming up goes to its end, in steps short enough to come between', () => {
  let longest = 0;
  let steps = 0;
  for (let from = performance.now(), step = warmingUp(); step.next().done !== true; steps++) {
    const now = performance.now();
    longest = Math.max(longest, now - from);
    from = now;
  }
  assert.ok(steps > 50, `${steps} steps`);
  assert.ok(longest < 1000, `${longest} ms`);
});
