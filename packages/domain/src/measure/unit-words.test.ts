import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Unit } from './measure.ts';
import { valueInUnit } from './unit-words.ts';

test('a figure is written in its unit', () => {
  const said: readonly (readonly [number, Unit, string])[] = [
    [9.75, 'percent', '9.8%'],
    [100, 'percent', '100.0%'],
    [1234, 'children', '1,234'],
    [37.14, 'per-10000', '37'],
    [15.333, 'score', '15.3'],
    [2, 'each', '2'],
    [2.25, 'each', '2.3'],
    [358.333, 'days', '358.3 days'],
    [1, 'days', '1 day'],
    [140.5, 'days', '140.5 days'],
    [30, 'hours', '30 hours'],
    [290_000, 'pence', '£2,900'],
    [576_149.6, 'pence-a-week', '£5,761.50 a week'],
  ];
  for (const [value, unit, words] of said) assert.equal(valueInUnit(value, unit), words);
});
