import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowWindow, scrollFor } from './row-window.ts';

const sightOf = (count: number, scrolled = 0) => ({ scrolled, height: 520, rowHeight: 52, count });

test('few rows are all drawn, each where it stands', () => {
  const { first, end, total, topOf } = rowWindow(sightOf(4));
  assert.deepEqual([first, end, total, topOf(3)], [0, 4, 208, 156]);
});

test('of a hundred thousand rows some twenty are drawn, wherever one is', () => {
  for (const scrolled of [0, 260_000, 5_199_480]) {
    const { first, end } = rowWindow(sightOf(100_000, scrolled));
    assert.ok(end - first <= 24, `${end - first} at ${scrolled}`);
  }
});

test('more rows than a browser can make tall are still scrolled to the last', () => {
  const count = 2_000_000;
  const { total } = rowWindow(sightOf(count));
  assert.ok(total < 15_000_000);
  const atEnd = rowWindow(sightOf(count, total - 520));
  assert.equal(atEnd.end, count);
  assert.equal(Math.round(atEnd.topOf(count - 1) + 52), total, 'the last row ends where everything ends');
});

test('whatever row is gone to is then wholly in sight, and drawn', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000_000 }),
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, wanted, share) => {
        const place = wanted % count;
        const { total } = rowWindow(sightOf(count));
        const before = sightOf(count, Math.round(share * Math.max(0, total - 520)));
        const after = sightOf(count, scrollFor(place, before));
        const { first, end, topOf } = rowWindow(after);
        const top = topOf(place) - after.scrolled;
        return place >= first && place < end && top >= -1 && top + 52 <= Math.max(520, 52) + 1;
      },
    ),
  );
});

test('a row already in sight is gone to without moving anything', () => {
  assert.equal(scrollFor(3, sightOf(100_000, 100)), 100);
});
