import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import {
  findPostcodes,
  listLoaded,
  loadSectors,
  populationOf,
  replacePopulation,
  replacePostcodes,
  replaceSectors,
} from './reference.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});
after(() => db.close());

const estimate = (midYear: number, children: number) => ({
  authorityCode: 'X00000001',
  name: 'Testshire',
  midYear,
  children,
});

test('population estimates are replaced whole, and their source is known', async () => {
  await replacePopulation(db.owner, [estimate(2023, 5), estimate(2024, 6)], {
    source: 'invented',
    sha256: 'aa',
  });
  await replacePopulation(db.owner, [estimate(2024, 7)], { source: 'invented later' });
  assert.deepEqual(await populationOf(db.app, 'X00000001'), [estimate(2024, 7)]);
  assert.deepEqual(await populationOf(db.app, 'X00000002'), []);
  const [loaded] = await listLoaded(db.app);
  assert.deepEqual(
    [loaded?.name, loaded?.source, loaded?.sha256],
    ['population', 'invented later', undefined],
  );
});

test('a load that fails leaves what was there', async () => {
  await assert.rejects(replacePopulation(db.owner, [estimate(2024, -1)], { source: 'wrong' }));
  assert.deepEqual(await populationOf(db.app, 'X00000001'), [estimate(2024, 7)]);
});

test('places are found by sector and by postcode', async () => {
  const sector = {
    code: 'ZZ1 1',
    latitude: 52.1,
    longitude: -2.2,
    postcodes: 20,
    district: undefined,
    authority: 'X00000001',
  };
  await replaceSectors(db.owner, [sector], { source: 'invented' });
  assert.deepEqual(await loadSectors(db.app), [sector]);
  const point = (code: string) => ({
    code,
    latitude: 52,
    longitude: -2.25,
    district: 'X07',
    authority: undefined,
  });
  await replacePostcodes(db.owner, [[point('ZZ1 1AA')], [point('ZZ1 1AB')]], { source: 'invented' });
  assert.deepEqual(await findPostcodes(db.app, ['ZZ1 1AB', 'ZZ9 9ZZ']), [point('ZZ1 1AB')]);
});

test('the application cannot change published data', async () => {
  await assert.rejects(replacePopulation(db.app, [], { source: 'x' }), /permission denied/);
});
