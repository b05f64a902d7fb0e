import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import { createAuthority } from '../authority/authorities.ts';
import { asTenant } from '../connection/tenant.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { listSettings, type NewSetting, setSetting, settingsOn } from './settings.ts';

let db: TestDatabase;
let nth = 0;
const MONDAY = moment('2026-01-05T09:00:00Z');
const TUESDAY = moment('2026-01-06T09:00:00Z');

before(async () => {
  db = await testDatabase();
});
after(() => db.close());

const anAuthority = async () => {
  nth += 1;
  const tenant = { authorityId: `X0000000${nth}` };
  await asTenant(db.app, tenant, (tx) => createAuthority(tx, { name: `Testshire ${nth}` }));
  return {
    set: (setting: Partial<NewSetting>) =>
      asTenant(db.app, tenant, (tx) =>
        setSetting(tx, {
          key: 'stability.target',
          value: 10,
          starts: day('2020-04-01'),
          clock: () => MONDAY,
          ...setting,
        }),
      ),
    on: (text: string, knownAt?: typeof MONDAY) =>
      asTenant(db.app, tenant, async (tx) =>
        (await settingsOn(tx, day(text), knownAt)).get('stability.target'),
      ),
    all: () =>
      asTenant(db.app, tenant, async (tx) =>
        (await listSettings(tx)).map(({ value, starts, ends }) => [value, starts, ends]),
      ),
  };
};

test('a setting holds from its first day on, and not before', async () => {
  const { set, on } = await anAuthority();
  await set({ value: { percent: 10, note: null } });
  assert.equal(await on('2020-03-31'), undefined);
  assert.deepEqual(await on('2020-04-01'), { percent: 10, note: null });
});

test('a new value gives way to the old on other days, and the past stays as it was', async () => {
  const { set, all } = await anAuthority();
  await set({ value: 10 });
  await set({ value: 9, starts: day('2026-04-01'), clock: () => TUESDAY });
  await set({ value: 'trial', starts: day('2022-01-01'), ends: day('2022-03-01'), clock: () => TUESDAY });
  assert.deepEqual(await all(), [
    [10, '2020-04-01', '2022-01-01'],
    ['trial', '2022-01-01', '2022-03-01'],
    [10, '2022-03-01', '2026-04-01'],
    [9, '2026-04-01', null],
  ]);
});

test('as known at an earlier moment, the settings are those of that moment', async () => {
  const { set, on } = await anAuthority();
  await set({ value: 10 });
  await set({ value: 12, clock: () => TUESDAY });
  assert.equal(await on('2026-01-01', MONDAY), 10);
  assert.equal(await on('2026-01-01', TUESDAY), 12);
  assert.equal(await on('2026-01-01', moment('2026-01-05T08:00:00Z')), undefined);
});

test('the same setting set by several at one moment ends with one value', async () => {
  const { set, all } = await anAuthority();
  await Promise.all([1, 2, 3, 4].map((value) => set({ value })));
  assert.equal((await all()).length, 1);
});

test('a setting that would end before it starts is refused', async () => {
  const { set } = await anAuthority();
  await assert.rejects(set({ starts: day('2026-01-02'), ends: day('2026-01-01') }));
});
