import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundNothingIn, madeOf, secondsInWords, shownOf, sinceBefore, valueInWords } from './words.ts';

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
  assert.equal(secondsInWords(12), 'less than 0.1 seconds');
  assert.equal(secondsInWords(312), '0.3 seconds');
  assert.equal(secondsInWords(1000), '1.0 second');
  assert.equal(secondsInWords(12_345), '12 seconds');
});

test('nothing found is said with what was not looked for', () => {
  assert.equal(foundNothingIn(323, 0), '323 rules were run, and the return passed them.');
  assert.equal(
    foundNothingIn(17, 306),
    'The return passed the 17 rules that could be run. 306 rules were not run: “Not checked” says why.',
  );
});

test('what changed since the check before is counted both ways', () => {
  assert.equal(
    sinceBefore({ cleared: 1, fresh: 0, isSameRules: true }),
    'Since the check before: 1 finding cleared, 0 new.',
  );
  assert.equal(
    sinceBefore({ cleared: 0, fresh: 0, isSameRules: true }),
    'The same findings as in the check before.',
  );
  assert.equal(sinceBefore({ cleared: 0, fresh: 0, isSameRules: false }), '');
});
