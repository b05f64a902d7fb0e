import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { claNetFlow, claStarts } from '../catalogue/flows.ts';
import { claNumber } from '../catalogue/numbers.ts';
import { fosterShare } from '../catalogue/placements.ts';
import { reviewsHeldOnTime } from '../catalogue/reviews.ts';
import { stability3Plus } from '../catalogue/stability.ts';
import { processLimits } from './process-limits.ts';
import { fewnessWarning, readChange } from './read-change.ts';

const steady = [10, 12, 9, 11, 10, 13, 9, 10, 12, 11, 9, 12];
const points = (values: readonly (number | null)[]) => values.map((value) => ({ value }));
const percent = (value: number): string => `${value.toFixed(1)}%`;

test('the limits lie 2.66 average moving ranges from the mean', () => {
  const limits = processLimits(steady);
  const mean = 128 / 12;
  const moving = [2, 3, 2, 1, 3, 4, 1, 2, 1, 2, 3].reduce((a, b) => a + b, 0) / 11;
  assert.equal(limits?.centre, mean);
  assert.equal(limits?.upper.toFixed(6), (mean + 2.66 * moving).toFixed(6));
  assert.equal(limits?.lower.toFixed(6), (mean - 2.66 * moving).toFixed(6));
});

test('what a figure usually does is not news', () => {
  const reading = readChange(reviewsHeldOnTime, points(steady), percent);
  assert.equal(reading.verdict, 'usual');
  assert.match(reading.sentence, /Within what it usually does: between 4\.9% and 16\.5%/);
});

test('a point outside the limits is better or worse by the measure’s own direction', () => {
  assert.equal(readChange(reviewsHeldOnTime, points([...steady, 30]), percent).verdict, 'better');
  assert.equal(
    readChange(reviewsHeldOnTime, points([...steady.map((n) => n + 30), 12]), percent).verdict,
    'worse',
  );
  assert.equal(readChange(claStarts, points([...steady, 30]), String).verdict, 'changed');
});

test('seven in a row on one side and six in one direction are told', () => {
  const shifted = [10, 14, 9, 15, 10, 14, 17, 18, 16, 18, 17, 19, 16];
  assert.match(
    readChange(reviewsHeldOnTime, points(shifted), percent).sentence,
    /Seven points or more in a row have been above/,
  );
  const falling = [10, 14, 9, 15, 10, 14, 9, 15, 14.5, 14, 13.5, 13, 12.5];
  assert.match(readChange(reviewsHeldOnTime, points(falling), percent).sentence, /falling/);
  const fiveOnly = [10, 14, 9, 15, 10, 14, 9, 15, 9, 14.5, 14, 13.5, 13];
  assert.equal(readChange(reviewsHeldOnTime, points(fiveOnly), percent).verdict, 'usual');
});

test('too few points, and points that overlap, are said and not judged', () => {
  assert.match(readChange(fosterShare, points(steady.slice(1)), percent).sentence, /fewer than 12 points/);
  assert.match(
    readChange(stability3Plus, points([...steady, 30]), percent).sentence,
    /eleven of the same months/,
  );
});

test('a rolling twelve months is not read, whatever is counted in it', () => {
  const windows = ['month', 'quarter', 'year-to-date', 'twelve-months'] as const;
  const read = windows.map((window) => readChange(claNetFlow, points(steady), String, window).verdict);
  assert.deepEqual(read, ['usual', 'usual', 'usual', 'cannot-tell']);
});

test('a difference may be usual below nought', () => {
  const { limits } = readChange(claNetFlow, points(steady.map((n) => n - 11)), String);
  assert.ok(limits !== undefined && limits.lower < 0);
});

test('points not known carry no marks and break no run', () => {
  const limits = processLimits([...steady, null, 40]);
  assert.deepEqual(limits?.marks.at(-2), []);
  assert.deepEqual(limits?.marks.at(-1), ['outside-limits']);
});

test('chance alone is seldom taken for a change', () => {
  // Noise from a small congruential generator, so that the test is the same every time.
  let seed = 42;
  const noise = (): number => {
    let sum = 0;
    for (let i = 0; i < 12; i++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      sum += seed / 2_147_483_648;
    }
    return 100 + (sum - 6) * 5;
  };
  const trials = 400;
  let news = 0;
  for (let i = 0; i < trials; i++) {
    const series = Array.from({ length: 24 }, noise);
    if (readChange(claStarts, points(series), String).verdict !== 'usual') news++;
  }
  assert.ok(news / trials < 0.06, `${news} of ${trials}`);
});

test('limits hold the centre between them, and never leave what the figure can be', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 40 }), (values) => {
      const limits = processLimits(values, { most: 100 });
      assert.ok(limits !== undefined);
      assert.ok(limits.lower >= 0 && limits.upper <= 100);
      assert.ok(limits.lower <= limits.centre && limits.centre <= limits.upper);
    }),
  );
});

test('a percentage of few children warns of what one child does to it', () => {
  assert.equal(
    fewnessWarning(fosterShare, 12),
    'Of only 12: one more or less moves it by 8.3 percentage points.',
  );
  assert.equal(fewnessWarning(fosterShare, 50), undefined);
  assert.equal(fewnessWarning(claNumber, null), undefined);
});
