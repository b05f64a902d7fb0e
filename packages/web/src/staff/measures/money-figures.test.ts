import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownRow } from '@rightplace/app';
import { findMeasure, type Measure } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { briefPartsTable, partsTable } from './figure-parts.ts';
import { axisText, countsText, signedSum, signedValue } from './figure-words.ts';

const measureOf = (id: string): Measure => {
  const measure = findMeasure(id);
  if (measure === undefined) throw new Error(`There is no measure ${id}`);
  return measure;
};
const feeAverage = measureOf('fee-average');
const avoided = measureOf('cost-avoidance');
const uplift = measureOf('uplift');
const number = measureOf('cla-number');

const row: ShownRow = {
  key: 'spot',
  title: 'Spot',
  numerator: 719_544,
  denominator: 2,
  value: 359_772,
  yearBefore: { numerator: 0, value: 589_000.4 },
};
const cells = (measure: Measure, table = partsTable): readonly string[] =>
  parse(String(table({ caption: 'By how', rowHeader: 'How', measure, rows: [row] })))
    .querySelectorAll('tbody td')
    .map(({ text }) => text.trim());

test('the axis, the ends and the table of a chart of money are in pounds', () => {
  const fee = axisText(feeAverage);
  assert.equal(fee(359_772), '£3,597.72');
  assert.equal(fee(359_771.666), '£3,597.72');
  assert.equal(fee(400_000), '£4,000');
  assert.equal(axisText(avoided)(-229_228), '−£2,292.28');
  assert.equal(axisText(number)(912), '912');
});

test('the parts of an average of money are in pounds, and so is what a year made of them', () => {
  assert.deepEqual(cells(feeAverage).slice(-3), ['2', '£3,597.72 a week', '−£2,292.28']);
});

test('the parts of a sum of money are in pounds, and so is what a year made of them', () => {
  const [sum, share, change] = cells(avoided).slice(-3);
  assert.deepEqual([sum, share, change], ['£7,195.44', '100.0%', '+£7,195.44']);
  assert.equal(cells(avoided, briefPartsTable).at(-2), '£7,195.44');
});

test('a rise of prices is a percentage of money, and says so', () => {
  const figure = { measure: uplift, numerator: 10_050, denominator: 359_772 };
  assert.equal(countsText(figure), '£100.50 of £3,597.72');
});

test('what is no money stays a number', () => {
  assert.equal(signedSum(13, number), '+13');
  assert.equal(signedSum(-1234, number), '−1,234');
  assert.equal(signedValue(1.26, measureOf('stability-3plus')), '+1.3');
  assert.equal(signedSum(0, avoided), '£0');
});
