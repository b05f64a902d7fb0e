import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMeasure, type Measure } from '@rightplace/domain';
import { figureCells, valueCells } from './figure-cells.ts';

const measureOf = (id: string): Measure => {
  const measure = findMeasure(id);
  if (measure === undefined) throw new Error(`There is no measure ${id}`);
  return measure;
};

test('a file has money in pounds, as its unit says, and counts as they are', () => {
  const average = { value: 359_771.666, numerator: 1_079_315, denominator: 3 };
  assert.deepEqual(figureCells(measureOf('fee-average'), average), [3597.72, 'pounds-a-week', 10_793.15, 3]);
  const sum = { value: -229_228, numerator: -229_228, denominator: null };
  assert.deepEqual(figureCells(measureOf('cost-avoidance'), sum), [-2292.28, 'pounds', -2292.28, null]);
  const rise = { value: 2.5, numerator: 10_050, denominator: 402_000 };
  assert.deepEqual(figureCells(measureOf('uplift'), rise), [2.5, 'percent', 100.5, 4020]);
  const children = { value: 912, numerator: 912, denominator: null };
  assert.deepEqual(figureCells(measureOf('cla-number'), children), [912, 'children', 912, null]);
});

test('a target of money is in pounds too, and what is not known stays blank', () => {
  assert.deepEqual(valueCells(500_000, 'pence-a-week'), [5000, 'pounds-a-week']);
  assert.deepEqual(valueCells(null, 'pence'), [null, 'pounds']);
  assert.deepEqual(valueCells(9.8, 'percent'), [9.8, 'percent']);
});
