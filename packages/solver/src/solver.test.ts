import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type LinearProgram, loadSolver, type Solver } from './index.ts';

let solver: Solver;
before(async () => {
  solver = await loadSolver();
});

/** Two parts of a whole that may be had at 1 and at 3 each. */
const twoParts: LinearProgram = {
  columns: [
    { lower: 0, upper: 6, cost: 1 },
    { lower: 0, upper: Number.POSITIVE_INFINITY, cost: 3 },
    { lower: 10, upper: 10, cost: 0 },
  ],
  rows: [
    [
      { column: 0, times: 1 },
      { column: 1, times: 1 },
      { column: 2, times: -1 },
    ],
  ],
};

test('the cheapest choice is found, and found again when bounds and costs change', () => {
  const program = solver(twoParts);
  assert.deepEqual(Array.from(program.cheapest() ?? []), [6, 4, 10]);
  program.setCost(1, 0);
  assert.deepEqual(Array.from(program.cheapest() ?? []), [0, 10, 10]);
  program.setBounds(1, 3, 3);
  program.setBounds(0, 0, 7);
  assert.deepEqual(Array.from(program.cheapest() ?? []), [7, 3, 10]);
  program.close();
});

test('where nothing fits, that is said', () => {
  const program = solver(twoParts);
  program.setBounds(1, 0, 3);
  assert.equal(program.cheapest(), undefined);
  assert.equal(program.cheapestWhole(), undefined);
  program.setBounds(1, 0, 4);
  assert.deepEqual(Array.from(program.cheapest() ?? []), [6, 4, 10]);
  program.close();
});

test('whole numbers are found where the cheapest is not one', () => {
  const program = solver({
    columns: [
      { lower: 3, upper: 3, cost: 0 },
      { lower: 0, upper: 5, cost: 2 },
      { lower: 0, upper: 5, cost: 5 },
    ],
    rows: [
      [
        { column: 0, times: 1 },
        { column: 1, times: -2 },
        { column: 2, times: -1 },
      ],
    ],
  });
  assert.deepEqual(Array.from(program.cheapest() ?? []), [3, 1.5, 0]);
  assert.deepEqual(Array.from(program.cheapestWhole() ?? []), [3, 1, 1]);
  assert.deepEqual(Array.from(program.cheapest() ?? []), [3, 1.5, 0]);
  program.close();
});

test('nothing is fetched: the library is read from disk', async (t) => {
  t.mock.method(globalThis, 'fetch', () => {
    throw new Error('something was fetched');
  });
  assert.equal(typeof (await loadSolver()), 'function');
});
