import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Made, recall, recallMade } from './recall.ts';

test('no more is kept than may be, and what was asked for longest ago is let go', () => {
  const kept = new Map<string, number>();
  let made = 0;
  const ask = (key: string): number => recall(kept, key, 3, () => ++made);
  assert.deepEqual(['a', 'b', 'c', 'a'].map(ask), [1, 2, 3, 1]);
  assert.equal(ask('d'), 4);
  assert.deepEqual([...kept.keys()], ['c', 'a', 'd']);
  assert.deepEqual(['a', 'c'].map(ask), [1, 3], 'and is not made again while it is kept');
  assert.equal(ask('b'), 5);
  assert.deepEqual([...kept.keys()], ['a', 'c', 'b']);
});

test('while there is room a map that is only read is not written', () => {
  const kept = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  const order = [...kept.keys()];
  assert.equal(
    recall(kept, 'a', 3, () => 0),
    1,
  );
  assert.deepEqual([...kept.keys()], order);
});

test('what was made for somebody is made again when anything it was made of is another, or it has ended by itself', async () => {
  const kept = new Map<string, Made<number>>();
  let made = 0;
  let ended = false;
  const ask = (who: string, of: Readonly<Record<string, unknown>>) =>
    recallMade(kept, who, { of, most: 2, holds: () => !ended }, () => ++made);
  const [one, other] = [{}, {}];
  assert.equal(await ask('a', { children: one, day: 'Monday' }), 1);
  assert.equal(await ask('a', { children: one, day: 'Monday' }), 1);
  assert.equal(await ask('a', { children: other, day: 'Monday' }), 2, 'another, however alike');
  assert.equal(await ask('a', { children: other, day: 'Tuesday' }), 3);
  assert.equal(await ask('b', { children: other, day: 'Tuesday' }), 4, 'each has their own');
  ended = true;
  assert.equal(await ask('a', { children: other, day: 'Tuesday' }), 5);
  ended = false;
  await ask('c', {});
  assert.deepEqual([...kept.keys()], ['a', 'c'], 'and no more are kept than may be');
});
