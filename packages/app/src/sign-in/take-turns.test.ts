import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as aMoment } from 'node:timers/promises';
import { takeTurns } from './take-turns.ts';

test('so many at a time and no more, in the order in which they came', async () => {
  const inTurn = takeTurns(2);
  let working = 0;
  const most: number[] = [];
  const order: number[] = [];
  await Promise.all(
    [1, 2, 3, 4, 5, 6].map((nth) =>
      inTurn(async () => {
        working += 1;
        most.push(working);
        order.push(nth);
        await aMoment();
        working -= 1;
      }),
    ),
  );
  assert.equal(Math.max(...most), 2);
  assert.deepEqual(order, [1, 2, 3, 4, 5, 6]);
});

test('work that fails gives up its turn', async () => {
  const inTurn = takeTurns(1);
  await assert.rejects(inTurn(() => Promise.reject(new Error('no'))));
  assert.equal(await inTurn(async () => 'done'), 'done');
});
