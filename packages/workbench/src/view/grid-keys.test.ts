import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GridPlace, whereKeyLeads } from './grid-keys.ts';

const SIZE = { rows: 100, columns: 6, page: 10 };
const from = { row: 50, column: 2 };

const KEYS: readonly (readonly [
  key: string,
  withControl: boolean,
  start: GridPlace,
  end: readonly [number, number],
])[] = [
  ['ArrowDown', false, from, [51, 2]],
  ['ArrowUp', false, from, [49, 2]],
  ['ArrowRight', false, from, [50, 3]],
  ['ArrowLeft', false, from, [50, 1]],
  ['PageDown', false, from, [60, 2]],
  ['PageUp', false, from, [40, 2]],
  ['Home', false, from, [50, 0]],
  ['End', false, from, [50, 5]],
  ['Home', true, from, [0, 0]],
  ['End', true, from, [99, 5]],
  ['ArrowUp', false, { row: 0, column: 0 }, [-1, 0]],
  ['ArrowUp', false, { row: -1, column: 0 }, [-1, 0]],
  ['ArrowDown', false, { row: -1, column: 3 }, [0, 3]],
  ['ArrowDown', false, { row: 99, column: 3 }, [99, 3]],
  ['ArrowRight', false, { row: 1, column: 5 }, [1, 5]],
  ['PageUp', false, { row: 3, column: 1 }, [0, 1]],
];

for (const [key, withControl, start, [row, column]] of KEYS)
  test(`${withControl ? 'Control and ' : ''}${key} leads from row ${start.row}, column ${start.column} to row ${row}, column ${column}`, () =>
    assert.deepEqual(whereKeyLeads(key, withControl, start, SIZE), { row, column }));

test('other keys are left to the browser', () => {
  assert.equal(whereKeyLeads('Tab', false, from, SIZE), undefined);
  assert.equal(whereKeyLeads('a', false, from, SIZE), undefined);
});
