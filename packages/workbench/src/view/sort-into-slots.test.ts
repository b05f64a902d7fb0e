import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortIntoSlots } from './sort-into-slots.ts';

const file = (name: string, year?: number) => ({ name, year, file: name });

test('files are of the return they are given as', () => {
  const { files, note } = sortIntoSlots([file('a.csv'), file('b.csv', 2027)], 'last-year');
  assert.deepEqual(
    files.map(({ slot }) => slot),
    ['last-year', 'last-year'],
  );
  assert.equal(note, '');
});

test('a folder of years is this year’s return and last year’s at once, and older ones are left out and said', () => {
  const { files, note } = sortIntoSlots([file('a', 2026), file('b', 2027), file('c', 2024)], 'this-year');
  assert.deepEqual(
    files.map(({ name, slot }) => [name, slot]),
    [
      ['a', 'last-year'],
      ['b', 'this-year'],
    ],
  );
  assert.match(note, /2026-27 was taken as this year’s, and 2023-24 left out/);
});

test('a year that is missing between is not taken for last year’s', () => {
  const { files } = sortIntoSlots([file('a', 2025), file('b', 2027)], 'this-year');
  assert.deepEqual(
    files.map(({ name }) => name),
    ['b'],
  );
});
