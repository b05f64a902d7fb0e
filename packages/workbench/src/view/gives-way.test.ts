import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Slot } from '../work/given.ts';
import { givesWay } from './gives-way.ts';

const at = (name: string, slot: Slot = 'this-year') => ({ name, slot });

/** Which of those given before are no longer there, when these are given. */
const gone = (
  given: readonly ReturnType<typeof at>[],
  added: readonly (ReturnType<typeof at> & { zip?: string })[],
) => {
  const isGone = givesWay(given, added);
  return given.filter(isGone).map(({ name, slot }) => `${slot} ${name}`);
};

test('the same file again takes the place of what was given under its name, in its own return only', () => {
  const given = [at('reviews.csv'), at('header.csv'), at('reviews.csv', 'last-year')];
  assert.deepEqual(gone(given, [at('reviews.csv')]), ['this-year reviews.csv']);
});

test('a file corrected takes the place of the one that came in a folder or a zip', () => {
  const given = [at('2027/reviews.csv'), at('2027/header.csv'), at('2026/reviews.csv', 'last-year')];
  assert.deepEqual(gone(given, [at('reviews.csv')]), ['this-year 2027/reviews.csv']);
  assert.deepEqual(gone([at('Reviews.csv')], [at('2027/reviews.csv')]), ['this-year Reviews.csv']);
});

test('a zip takes the place of the same zip that could not be opened', () => {
  assert.deepEqual(gone([at('all.zip')], [{ ...at('all/header.csv'), zip: 'all.zip' }]), [
    'this-year all.zip',
  ]);
});

test('files of two folders are two parts of one return, and where it could be either of two nothing gives way', () => {
  assert.deepEqual(gone([at('north/reviews.csv')], [at('south/reviews.csv')]), []);
  assert.deepEqual(gone([at('north/reviews.csv'), at('south/reviews.csv')], [at('reviews.csv')]), []);
  assert.deepEqual(gone([at('reviews.csv')], [at('north/reviews.csv'), at('south/reviews.csv')]), []);
});
