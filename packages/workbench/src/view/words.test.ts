import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeOf, secondsInWords, shownOf, valueInWords } from './words.ts';

test('how many findings are shown is said, and of how many when not all are', () => {
  assert.equal(shownOf(0, 0), 'No findings');
  assert.equal(shownOf(1, 1), '1 finding');
  assert.equal(shownOf(3214, 3214), '3,214 findings');
  assert.equal(shownOf(0, 3214), '0 of 3,214 findings');
});

test('a figure is written in its unit', () => {
  assert.equal(valueInWords(9.84, 'percent'), '9.8%');
  assert.equal(valueInWords(1912, 'children'), '1,912');
  assert.equal(valueInWords(58, 'per-10000'), '58.0 per 10,000');
  assert.equal(valueInWords(null, 'percent'), 'no figure');
});

test('what a figure is made of is said by its kind', () => {
  assert.equal(madeOf({ unit: 'percent', numerator: 112, denominator: 1077 }), '112 of 1,077');
  assert.equal(madeOf({ unit: 'events', numerator: 260, denominator: 249 }), '260 less 249');
  assert.equal(madeOf({ unit: 'children', numerator: 5, denominator: null }), '');
});

test('waiting is said in seconds', () => {
  assert.equal(secondsInWords(312), '0.3 seconds');
  assert.equal(secondsInWords(1000), '1.0 second');
  assert.equal(secondsInWords(12_345), '12 seconds');
});
