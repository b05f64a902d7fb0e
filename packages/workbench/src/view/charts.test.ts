import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { barChart, roundTicks, sparkPath, trendChart } from './charts.ts';

const points = (...values: readonly (number | null)[]) =>
  values.map((value, i) => ({ on: day(`2026-0${i + 1}-28`), value }));

test('marks of an axis are round, start at nought and reach beyond every value', () => {
  assert.deepEqual(roundTicks(3, 912), [0, 500, 1000]);
  assert.deepEqual(roundTicks(0, 10.4), [0, 5, 10, 15]);
  assert.deepEqual(roundTicks(-3, 4), [-4, -2, 0, 2, 4]);
  assert.deepEqual(roundTicks(0, 0.3), [0, 0.1, 0.2, 0.3]);
  assert.deepEqual(roundTicks(0, 0).at(0), 0);
  assert.deepEqual(roundTicks(0, 2, 1), [0, 1, 2], 'there is no half a child');
});

test('a value that is not known leaves a gap, and is not drawn as nought', () => {
  const { paths, dots } = trendChart(points(1, 2, null, 4, 5), String);
  assert.equal(paths.length, 2);
  assert.equal(dots.length, 4);
});

test('higher values stand higher, and the last is written at its end', () => {
  const { dots, end, bottom } = trendChart(points(1, 5), String);
  assert.ok((dots[1]?.y ?? 0) < (dots[0]?.y ?? 0) && (dots[0]?.y ?? 0) < bottom);
  assert.equal(end?.text, '5');
});

test('a bar is as long as its number, from nought', () => {
  const { bars } = barChart([
    { title: 'Much', count: 100 },
    { title: 'Half', count: 50 },
    { title: 'None', count: 0 },
  ]);
  const [much, half, none] = bars.map(({ length }) => length);
  assert.ok(Math.abs((much ?? 0) / 2 - (half ?? 0)) < 0.2);
  assert.equal(none, 0);
});

test('nothing to draw is drawn as nothing', () => {
  assert.equal(sparkPath(points(null, 3), 100, 20), '');
  assert.deepEqual(barChart([]).bars, []);
  assert.equal(trendChart(points(null), String).end, undefined);
});
