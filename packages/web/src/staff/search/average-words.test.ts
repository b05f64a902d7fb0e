import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AverageShown } from '@rightplace/app';
import { pencePerWeek } from '@rightplace/domain';
import { averageInWords, ofHowMany } from './average-words.ts';

const average = (placements: number, isRough = false): AverageShown => ({
  route: 'framework',
  core: placements === 0 ? undefined : pencePerWeek(93000),
  placements,
  isRough,
});

test('an average of few placements is told with care, and one that is told roughly with about how many', () => {
  assert.equal(ofHowMany(average(1)), '1 placement: few, so read it with care');
  assert.match(averageInWords([average(1)]), /£930, of 1 placement: few, so read it with care$/);
  assert.match(averageInWords([average(7)]), /£930, of 7 placements$/);
  assert.match(averageInWords([average(5, true)]), /about £930, of 5 placements or more$/);
});

test('where no average is told it says why: no agreement, too few for this reader, or no type', () => {
  assert.equal(averageInWords([average(0), average(0)]), 'No agreement in force');
  assert.equal(averageInWords([]), 'Too few to say');
  assert.equal(averageInWords(undefined), 'It does not say of which type it is');
});
