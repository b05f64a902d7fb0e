import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, type Moment, moment, onDay, termsOn } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant, asTenantReading } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { changeCareSetting, changeProvider, saveCareSetting, saveProvider } from '../places/places.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { readRegister } from './read-register.ts';
import { type FactToTell, tellOfRegister } from './register-facts.ts';

let db: TestDatabase;
let provider: number;
let lodge: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

before(async () => {
  db = await testDatabase();
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  await inside(async (tx) => {
    await createAuthority(tx, { name: 'Testshire' });
    provider = (await saveProvider(tx, { name: 'Zed Homes', kind: 'PR4', inHouse: false })).id;
    const { id } = await saveCareSetting(tx, {
      urn: 'SC990001',
      name: 'Zed Lodge',
      type: 'K2',
      postcode: 'ZZ1 1AA',
      providerId: provider,
      inHouse: false,
    });
    lodge = id;
  });
});
after(() => db.close());

const [EARLY, LATER] = [moment('2026-01-05T09:00:00Z'), moment('2026-03-05T09:00:00Z')];
const tell = (fact: Omit<FactToTell, 'of'> & Partial<Pick<FactToTell, 'of'>>, at: Moment = EARLY) =>
  inside((tx) =>
    tellOfRegister(tx, { of: { settingId: lodge }, ...fact }, { clock: () => at, byPerson: null }),
  );
const terms = (places: number) => ({ places, agesFrom: 8, agesTo: 16, sexes: 'any', kinds: [] });
const settingNow = async (knownAt?: Moment) => {
  const found = (await inside((tx) => readRegister(tx, knownAt))).settings.get(lodge);
  assert.ok(found);
  return found;
};

test('what a setting is told of holds for its days, and a correction keeps what was believed before', async () => {
  await tell({ kind: 'terms', value: terms(4), starts: day('2025-01-01'), ends: null });
  await tell({ kind: 'terms', value: terms(3), starts: day('2026-02-01'), ends: null }, LATER);
  const now = await settingNow();
  assert.equal(now.kind, 'childrens-home');
  assert.deepEqual(
    ['2026-01-31', '2026-02-01'].map((on) => termsOn(now, day(on))?.places),
    [4, 3],
  );
  assert.equal(termsOn(await settingNow(EARLY), day('2026-02-01'))?.places, 4, 'as it was known in January');
  await tell({ kind: 'terms', value: terms(2), starts: day('2025-06-01'), ends: day('2025-07-01') }, LATER);
  const corrected = await settingNow();
  assert.deepEqual(
    ['2025-05-31', '2025-06-30', '2025-07-01', '2026-02-01'].map((on) => termsOn(corrected, day(on))?.places),
    [4, 2, 4, 3],
    'a correction gives way on both sides',
  );
  await tell({ kind: 'terms', value: null, starts: day('2027-01-01'), ends: null }, LATER);
  assert.equal(termsOn(await settingNow(), day('2027-01-01')), undefined, 'and can be that nothing holds');
});

test('a provider is on several frameworks at once, each with its days', async () => {
  const framework = (name: string, starts: string, ends: string | null) =>
    tell({
      of: { providerId: provider },
      kind: 'framework',
      key: `residential ${name}`,
      value: { name, kind: 'residential' },
      starts: day(starts),
      ends: ends === null ? null : day(ends),
    });
  await framework('Fen homes', '2024-04-01', '2026-04-01');
  await framework('Shire homes', '2025-04-01', null);
  const found = (await inside((tx) => readRegister(tx))).providers.get(provider);
  assert.deepEqual(
    found?.frameworks.map(({ name, ends }) => [name, ends]),
    [
      ['Fen homes', '2026-04-01'],
      ['Shire homes', null],
    ],
  );
});

test('the database refuses two beliefs of one day, terms that make no sense, and a framework of a setting', async () => {
  const raw = (kind: string, value: object, of = 'setting_id') =>
    inside((tx) =>
      sql`insert into register_fact (${sql.raw(of)}, kind, value, starts, recorded)
        values (${of === 'setting_id' ? lodge : provider}, ${kind}, ${JSON.stringify(value)}::jsonb, '2025-01-01',
          tstzrange(${EARLY}::timestamptz, null))`.execute(tx),
    );
  await tell({
    kind: 'standing',
    value: { state: 'open', note: null },
    starts: day('2024-01-01'),
    ends: null,
  });
  await assert.rejects(raw('standing', { state: 'closed', note: null }), /told_once_of_a_day/);
  await assert.rejects(raw('terms', { ...terms(3), agesTo: 5 }), /terms_make_sense/);
  await assert.rejects(raw('framework', {}), /frameworks_are_of_providers/);
  await assert.rejects(raw('terms', terms(3), 'provider_id'), /frameworks_are_of_providers/);
});

test('what was believed is never rewritten or removed, and stays behind its authority’s wall', async () => {
  for (const statement of ['delete from register_fact', "update register_fact set value = '{}'"])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    );
  const there = await outside((tx) => readRegister(tx));
  assert.deepEqual([there.providers.size, there.settings.size], [0, 0]);
  await assert.rejects(
    outside((tx) =>
      tellOfRegister(
        tx,
        {
          of: { settingId: lodge },
          kind: 'fee',
          value: { weekly: 1 },
          starts: day('2026-01-01'),
          ends: null,
        },
        { clock: () => LATER, byPerson: null },
      ),
    ),
    /foreign key/,
  );
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('something told twice in one moment is believed as it was told last', async () => {
  const at = moment('2026-06-01T09:00:00Z');
  const judged = (outcome: string) =>
    tell({ kind: 'judgement', value: { outcome }, starts: day('2026-05-20'), ends: null }, at);
  await judged('good');
  await judged('inadequate');
  const { judgements } = await settingNow();
  assert.equal(judgements.length, 1);
  assert.equal(onDay(judgements, day('2026-05-20'))?.outcome, 'inadequate');
});

/** What a page is given against what is read anew: a transaction that may write keeps nothing. */
const isAsItIs = async (): Promise<void> => {
  const asRead = await asTenantReading(db.app, { authorityId: 'X00000001' }, (tx) => readRegister(tx));
  assert.deepEqual(asRead, await inside((tx) => readRegister(tx)));
};

const ROW = { type: 'K2', postcode: 'ZZ1 1AA', urn: 'SC990001', providerId: undefined, inHouse: false };

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  'a provider is added': () =>
    inside((tx) => saveProvider(tx, { name: 'Late Homes', kind: 'PR4', inHouse: false })),
  'a provider is renamed': () =>
    inside((tx) =>
      changeProvider(tx, { id: provider, name: 'Zed Homes and Sons', kind: 'PR4', inHouse: false }),
    ),
  'a home is added': () =>
    inside((tx) => saveCareSetting(tx, { ...ROW, urn: 'SC990002', name: 'Late Lodge' })),
  'a home is renamed': () => inside((tx) => changeCareSetting(tx, { ...ROW, id: lodge, name: 'Zed House' })),
  'a fee is told': () =>
    tell({ kind: 'fee', value: { weekly: 100 }, starts: day('2026-01-01'), ends: null }, LATER),
  'a fee is corrected': () =>
    tell({ kind: 'fee', value: null, starts: day('2026-06-01'), ends: null }, LATER),
  'a fact is taken away by hand': () => asSuperuser(db, "delete from register_fact where kind = 'fee'"),
};

test('what is kept of the register is as it is, whichever way it was changed', async () => {
  for (const [way, change] of Object.entries(ways)) {
    const before = await asTenantReading(db.app, { authorityId: 'X00000001' }, (tx) => readRegister(tx));
    await change();
    await isAsItIs();
    const after = await asTenantReading(db.app, { authorityId: 'X00000001' }, (tx) => readRegister(tx));
    assert.notEqual(after, before, way);
    const again = await asTenantReading(db.app, { authorityId: 'X00000001' }, (tx) => readRegister(tx));
    assert.equal(again, after, 'the very object, while nothing changes');
  }
  const there = await asTenantReading(db.app, { authorityId: 'X00000002' }, (tx) => readRegister(tx));
  assert.equal(there.settings.size, 0, 'of another authority nothing');
});

test('while a change of the register is not yet saved, others read what was before, and then what is', async () => {
  await inside(async (tx) => {
    await saveCareSetting(tx, { ...ROW, urn: 'SC990003', name: 'Slow Lodge' });
    const here = await readRegister(tx);
    const there = await asTenantReading(db.app, { authorityId: 'X00000001' }, (other) => readRegister(other));
    assert.equal(here.settings.size, there.settings.size + 1);
  });
  await isAsItIs();
});

test('saboteur: were a change of the register told to nobody, what is kept would be of before', async () => {
  await isAsItIs();
  await asSuperuser(db, 'alter table care_setting disable trigger changed');
  try {
    await inside((tx) => saveCareSetting(tx, { ...ROW, urn: 'SC990004', name: 'Untold Lodge' }));
    await assert.rejects(isAsItIs());
  } finally {
    await asSuperuser(db, 'alter table care_setting enable trigger changed');
  }
});
