import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MEASURES } from '../catalogue.ts';
import type { Measure } from '../measure.ts';
import { PUBLISHED_AS } from './published-as.ts';
import { directionOf, standingOf, type Target } from './target.ts';

const target = (direction: Target['direction'], value: number, tolerance: number): Target => ({
  direction,
  value,
  tolerance,
  why: 'Agreed',
});

const cases: [what: string, target: Target, value: number, unit: Measure['unit'], standing: string][] = [
  ['on it', target('at-most', 9, 1), 9, 'percent', 'green'],
  ['better', target('at-most', 9, 1), 8.9, 'percent', 'green'],
  ['within the margin', target('at-most', 9, 1), 9.1, 'percent', 'amber'],
  ['at the end of the margin', target('at-most', 9, 1), 10, 'percent', 'amber'],
  ['beyond it', target('at-most', 9, 1), 10.1, 'percent', 'red'],
  ['shown as 9.0%', target('at-most', 9, 0), 9.04, 'percent', 'green'],
  ['shown as 9.1%', target('at-most', 9, 0), 9.05, 'percent', 'red'],
  ['shown as 10.0%', target('at-most', 9, 1), 10.04, 'percent', 'amber'],
  ['binary fractions', target('at-most', 9, 0.3), 9.3, 'percent', 'amber'],
  ['higher is better', target('at-least', 70, 2), 70, 'percent', 'green'],
  ['just under', target('at-least', 70, 2), 68, 'percent', 'amber'],
  ['far under', target('at-least', 70, 2), 67.9, 'percent', 'red'],
  ['a rate shown as 58', target('at-most', 58, 0), 58.4, 'per-10000', 'green'],
  ['a rate shown as 59', target('at-most', 58, 0), 58.5, 'per-10000', 'red'],
];
for (const [what, against, value, unit, standing] of cases)
  test(`${value} ${unit} against ${against.direction} ${against.value}, margin ${against.tolerance}, is ${standing}: ${what}`, () => {
    assert.equal(standingOf(against, { value, unit }), standing);
  });

test('which way is good comes from the measure, and of what is neither it has to be said', () => {
  assert.equal(directionOf('higher is better'), 'at-least');
  assert.equal(directionOf('lower is better'), 'at-most');
  assert.equal(directionOf('context'), undefined);
});

test('what is held against published figures is a measure of ours, in the same unit', () => {
  for (const [id, { work }] of Object.entries(PUBLISHED_AS))
    assert.equal(MEASURES.find((each) => each.id === id)?.unit, work.unit, id);
});
