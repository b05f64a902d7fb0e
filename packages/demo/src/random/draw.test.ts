import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, logNormalDays, type Odds, weighted } from './draw.ts';
import { stream } from './stream.ts';

test('a stream is the same for the same name and unlike another’s', () => {
  const first = (name: string) => Array.from({ length: 5 }, stream(name));
  assert.deepEqual(first('a/1'), first('a/1'));
  assert.notDeepEqual(first('a/1'), first('a/2'));
});

test('streams of near names do not move together', () => {
  const draws = Array.from(
    { length: 4000 },
    (_, i) => [stream(`child/${i}`)(), stream(`child/${i + 1}`)()] as const,
  );
  const mean = draws.reduce((sum, [a]) => sum + a, 0) / draws.length;
  const together = draws.reduce((sum, [a, b]) => sum + (a - 0.5) * (b - 0.5), 0) / draws.length;
  assert.ok(Math.abs(mean - 0.5) < 0.02, String(mean));
  assert.ok(Math.abs(together) < 0.005, String(together));
});

for (const outcomes of [3, 100]) {
  test(`each of ${outcomes} outcomes comes as often as its weight says`, () => {
    const odds: Odds<number> = Array.from({ length: outcomes }, (_, i) => [i, i === 1 ? 3 : 1]);
    const next = stream(`weights/${outcomes}`);
    const draws = 60_000;
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i += 1) {
      const drawn = weighted(next, odds);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    for (const [outcome, weight] of odds) {
      const expected = (draws * weight) / (outcomes + 2);
      const found = counts.get(outcome) ?? 0;
      assert.ok(Math.abs(found - expected) < 5 * Math.sqrt(expected), `${outcome}: ${found} for ${expected}`);
    }
  });
}

test('an outcome of no weight never comes', () => {
  const next = stream('never');
  for (let i = 0; i < 5000; i += 1)
    assert.equal(
      weighted(next, [
        ['no', 0],
        ['yes', 1],
        ['no', 0],
      ] as const),
      'yes',
    );
});

test('whole numbers between two take in both', () => {
  const next = stream('between');
  const found = new Set(Array.from({ length: 500 }, () => between(next, 3, 5)));
  assert.deepEqual(found, new Set([3, 4, 5]));
});

test('half of all durations are under the median', () => {
  const next = stream('durations');
  const under = Array.from({ length: 4000 }, () => logNormalDays(next, 100, 0.8)).filter(
    (d) => d < 100,
  ).length;
  assert.ok(Math.abs(under - 2000) < 150, String(under));
});
