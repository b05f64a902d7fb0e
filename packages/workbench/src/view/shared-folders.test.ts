import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutSharedFolders } from './shared-folders.ts';

const CASES: readonly (readonly [paths: readonly string[], names: readonly string[]])[] = [
  [[], []],
  [['header.csv'], ['header.csv']],
  [['returns/2027/header.csv'], ['header.csv']],
  [
    ['returns/2026/header.csv', 'returns/2027/header.csv'],
    ['2026/header.csv', '2027/header.csv'],
  ],
  [
    ['returns/header.csv', 'notes.txt'],
    ['returns/header.csv', 'notes.txt'],
  ],
  [
    ['a/b/header.csv', 'a/episodes.csv'],
    ['b/header.csv', 'episodes.csv'],
  ],
];

test('folders that all files lie in are left out of their names', () => {
  for (const [paths, names] of CASES) assert.deepEqual(withoutSharedFolders(paths), names);
});
