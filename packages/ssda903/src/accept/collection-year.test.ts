import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableRowsFrom } from '../tables/table-rows.ts';
import { acceptReturns } from './accept-returns.ts';
import { inferCollectionYear } from './collection-year.ts';

/** Episodes that each started on the day given. */
const started = (...days: readonly string[]) =>
  tableRowsFrom(
    'Episodes',
    'episodes.csv',
    days.map((DECOM, i) => ({ CHILD: `A${i}`, DECOM, RNE: 'S', LS: 'C2', PLACE: 'U6' })),
  );
const many = (n: number, text: string): readonly string[] => Array.from({ length: n }, () => text);

test('the year is the latest in which at least one in a hundred of the days in Episodes falls', () => {
  assert.equal(inferCollectionYear([started('01/05/2024')]), 2025);
  assert.equal(inferCollectionYear([started('01/05/2024', '01/05/2025')]), 2026);
  assert.equal(inferCollectionYear([started(...many(198, '01/05/2024'), ...many(2, '01/05/2025'))]), 2026);
  assert.equal(inferCollectionYear([started(...many(199, '01/05/2024'), '01/05/2025')]), 2025);
  assert.equal(inferCollectionYear([started('SOON', '01/05/1000')]), undefined);
});

test('a few mistyped days do not move the return, and the note says how many were left out', () => {
  const tables = [started(...many(300, '01/05/2024'), '01/05/2052', '01/05/2042', '01/05/1952')];
  const { notes, collectionYears } = acceptReturns({
    returns: [{ collectionYear: null, tables, setAside: [], notes: [] }],
  });
  assert.deepEqual(collectionYears, [2025]);
  assert.match(notes[0] ?? '', /taken as 2024-25; 2 dates after it are too few to tell of a later year\.$/);
});

test('without Episodes the year is told by the days in the other tables', () => {
  const reviews = many(300, '01/05/2024').map((REVIEW, i) => ({ CHILD: `A${i}`, DOB: '01/02/2015', REVIEW }));
  const stray = { CHILD: 'B1', DOB: '01/02/2015', REVIEW: '01/05/2052' };
  assert.equal(inferCollectionYear([tableRowsFrom('Reviews', 'reviews.csv', [...reviews, stray])]), 2025);
});
