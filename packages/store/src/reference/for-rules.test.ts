import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { findPostcodeGrid, findProviders, type ProviderOnList, replaceProviders } from './for-rules.ts';
import { findPostcodes, replacePostcodes } from './reference.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});
after(() => db.close());

const line = (URN: string, more: Partial<ProviderOnList> = {}): ProviderOnList => ({
  URN,
  PLACE_CODES: 'K2',
  PROVIDER_CODES: 'PR4',
  REG_END: '',
  POSTCODE: 'ZZ11AA',
  LA_CODE_INFERRED: '',
  ...more,
});

test('Ofsted’s lists are looked up by URN, and until one is loaded that is told', async () => {
  assert.equal(await findProviders(db.app, ['SC1']), undefined);
  const twice = [line('SC1', { PLACE_CODES: 'K1' }), line('SC1'), line('SC2')];
  await replaceProviders(db.owner, twice, { source: 'invented' });
  assert.deepEqual(await findProviders(db.app, ['SC1']), twice.slice(0, 2));
  assert.deepEqual(await findProviders(db.app, ['none']), []);
  await replaceProviders(db.owner, [line('SC3')], { source: 'newer' });
  assert.deepEqual(await findProviders(db.app, ['SC1', 'SC3']), [line('SC3')]);
});

test('postcodes on the grid are looked up, and one without any position is a postcode all the same', async () => {
  assert.equal(await findPostcodeGrid(db.app, ['ZZ11AA']), undefined);
  const anywhere = { district: 'E07000901', authority: undefined };
  const placed = { code: 'ZZ11AA', latitude: 53, longitude: 0, east: 530_000, north: 330_000, ...anywhere };
  const nowhere = { code: 'IM11AA', latitude: undefined, longitude: undefined, ...anywhere };
  await replacePostcodes(db.owner, [[placed, nowhere]], { source: 'invented' });
  assert.deepEqual(await findPostcodeGrid(db.app, ['IM11AA', 'ZZ11AA', 'ZZ99ZZ']), [
    { postcode: 'ZZ11AA', east: 530_000, north: 330_000, district: 'E07000901' },
    { postcode: 'IM11AA', east: null, north: null, district: 'E07000901' },
  ]);
  assert.deepEqual(
    (await findPostcodes(db.app, ['IM11AA', 'ZZ11AA'])).map(({ code }) => code),
    ['ZZ11AA'],
  );
});

test('the application reads published data and changes none of it', async () => {
  const change = sql`delete from reference.provider_line`.execute(db.app);
  await assert.rejects(change, /permission denied/);
});
