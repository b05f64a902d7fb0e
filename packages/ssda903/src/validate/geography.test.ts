import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Geography } from './geography.ts';
import { type PostcodeLine, postcodeDirectory } from './postcodes.ts';
import { type TableObjects, tableFromObjects } from './return-table.ts';
import { rowMaker } from './row-makers.ts';
import type { EpisodeRow } from './rows.ts';

const KENT = 'E10000016';
const MEDWAY = 'E06000035';

const at = (pcd: string, oseast1m: number, osnrth1m: number, laua: string): PostcodeLine => ({
  pcd,
  oseast1m,
  osnrth1m,
  laua,
});

/** Postcodes that no one has, in districts that there are. */
const DIRECTORY = postcodeDirectory([
  at('ZZ1 1AA', 600_000, 140_000, 'E07000105'),
  at('ZZ1  2AA', 600_000, 140_080, 'E07000105'),
  at('ZZ13AA', 600_000, 140_081, 'E07000106'),
  at('ZZ1 4AA', 600_000, 703_340, 'E07000105'),
  at('ZZ2 2BB', 603_000, 144_000, MEDWAY),
  at('ZZ3 3CC', 318_000, 176_000, 'W06000015'),
  at('ZZ4 4DD', 325_000, 673_000, 'S12000036'),
  at('ZZ5 5EE', 146_000, 529_000, 'N09000003'),
  at('ZZ6 6FF', 235_000, 476_000, 'M99999999'),
  { pcd: 'ZZ7 7GG', oseast1m: '', osnrth1m: null, laua: 'E07000105' },
]);

const episodes = (
  rows: TableObjects,
  {
    directory = DIRECTORY,
    authority = KENT,
  }: { readonly directory?: typeof DIRECTORY; readonly authority?: string } = {},
): readonly EpisodeRow[] => {
  const table = tableFromObjects('Episodes', rows);
  const make = rowMaker('Episodes', table, new Geography(directory, authority).of(table));
  return rows.map((_, i) => make(i));
};

const authorities = (...postcodes: readonly string[]): readonly string[] =>
  episodes(postcodes.map((PL_POST) => ({ PL_POST }))).map(({ PL_LA }) => PL_LA);

const miles = (HOME_POST: string, PL_POST: string): number | undefined =>
  episodes([{ HOME_POST, PL_POST }])[0]?.PL_DISTANCE;

test('a placement in a district is in its county, and one in a unitary authority is in that', () => {
  assert.deepEqual(authorities('ZZ1 1AA', 'ZZ1 3AA', 'ZZ2 2BB'), [KENT, KENT, MEDWAY]);
});

test('a placement in Wales, Scotland or Northern Ireland is in no authority but its country', () => {
  assert.deepEqual(authorities('ZZ3 3CC', 'ZZ4 4DD', 'ZZ5 5EE'), ['WAL', 'SCO', 'NIR']);
});

test('where a placement is is not known without a postcode, with one of no directory, or off the mainland', () => {
  assert.deepEqual(authorities('', 'ZZ9 9ZZ', 'ZZ6 6FF'), ['', '', '']);
});

test('a postcode is found however it is spaced, here or in the directory', () => {
  assert.deepEqual(authorities('ZZ11AA', 'zz1 1aa', ' Z Z1 1AA ', 'ZZ12AA', 'ZZ1 3AA'), [
    KENT,
    KENT,
    KENT,
    KENT,
    KENT,
  ]);
});

test('a placement is inside when its authority is the reporting one, and outside in any other', () => {
  const posts = ['ZZ1 1AA', 'ZZ2 2BB', 'ZZ3 3CC', 'ZZ9 9ZZ', ''];
  const told = (authority: string) =>
    episodes(
      posts.map((PL_POST) => ({ PL_POST })),
      { authority },
    ).map(({ PL_LOCATION }) => PL_LOCATION);
  assert.deepEqual(told(KENT), ['IN', 'OUT', 'OUT', '', '']);
  assert.deepEqual(told(MEDWAY), ['OUT', 'IN', 'OUT', '', '']);
});

test('whatever is worked out to be inside is in the reporting authority', () => {
  const posts = ['ZZ1 1AA', 'ZZ1 3AA', 'ZZ2 2BB', 'ZZ3 3CC', 'ZZ6 6FF', 'ZZ9 9ZZ'];
  for (const authority of [KENT, MEDWAY, 'E09000027'])
    for (const { PL_LA, PL_LOCATION } of episodes(
      posts.map((PL_POST) => ({ PL_POST })),
      { authority },
    ))
      assert.equal(PL_LOCATION, PL_LA === '' ? '' : PL_LA === authority ? 'IN' : 'OUT');
});

test('a distance is in a straight line, in miles to a tenth', () => {
  // 5 km: 3.107 miles of 1,609.3 metres.
  assert.equal(miles('ZZ1 1AA', 'ZZ2 2BB'), 3.1);
  assert.equal(miles('ZZ2 2BB', 'ZZ1 1AA'), 3.1);
  assert.equal(miles('ZZ1 1AA', 'ZZ1 1AA'), 0);
});

test('a twentieth of a mile is where a distance is no longer none', () => {
  assert.equal(miles('ZZ1 1AA', 'ZZ1 2AA'), 0);
  assert.equal(miles('ZZ1 1AA', 'ZZ1 3AA'), 0.1);
});

test('a mile is 1,609.3 metres, as the return has it, which tells only in the longest distances', () => {
  assert.equal(miles('ZZ1 1AA', 'ZZ1 4AA'), 350.1);
});

test('a distance is not known unless both ends are, and where they are', () => {
  assert.equal(miles('', 'ZZ1 1AA'), Number.NaN);
  assert.equal(miles('ZZ1 1AA', 'ZZ9 9ZZ'), Number.NaN);
  assert.equal(miles('ZZ7 7GG', 'ZZ1 1AA'), Number.NaN);
  assert.deepEqual(authorities('ZZ7 7GG'), [KENT]);
});

test('what a return gives is taken, its blanks too', () => {
  const [given, blank] = episodes([
    { HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB', PL_LA: KENT, PL_LOCATION: 'IN', PL_DISTANCE: '12.5' },
    { HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB', PL_LA: '', PL_LOCATION: '', PL_DISTANCE: '' },
  ]);
  assert.deepEqual([given?.PL_LA, given?.PL_LOCATION, given?.PL_DISTANCE], [KENT, 'IN', 12.5]);
  assert.deepEqual([blank?.PL_LA, blank?.PL_LOCATION, blank?.PL_DISTANCE], ['', '', Number.NaN]);
});

test('each column is taken or worked out by itself', () => {
  const [row] = episodes([{ HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB', PL_DISTANCE: '12.5' }]);
  assert.deepEqual([row?.PL_LA, row?.PL_LOCATION, row?.PL_DISTANCE], [MEDWAY, 'OUT', 12.5]);
});

test('a column that is blank throughout is worked out where there is a directory', () => {
  const [row] = episodes([{ HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ2 2BB', PL_LA: '', PL_DISTANCE: null }]);
  assert.deepEqual([row?.PL_LA, row?.PL_DISTANCE], [MEDWAY, 3.1]);
});

test('a column is known when given, or with a directory; inside or outside only with an authority', () => {
  const bare = tableFromObjects('Episodes', [{ PL_POST: 'ZZ1 1AA' }]);
  const given = tableFromObjects('Episodes', [{ PL_LA: '', PL_LOCATION: '', PL_DISTANCE: '' }]);
  const columns = ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'] as const;
  const known = (geography: Geography, table: typeof bare) =>
    columns.map((column) => geography.knows(column, table));
  assert.deepEqual(known(new Geography(undefined, KENT), bare), [false, false, false]);
  assert.deepEqual(known(new Geography(undefined, KENT), given), [true, true, true]);
  assert.deepEqual(known(new Geography(DIRECTORY, KENT), bare), [true, true, true]);
  assert.deepEqual(known(new Geography(DIRECTORY, ''), bare), [true, false, true]);
});
