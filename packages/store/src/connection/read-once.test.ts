import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import { createAuthority } from '../authority/authorities.ts';
import { addPerson } from '../people/people.ts';
import { readStaffText, staffFrom } from '../people/staff-read.ts';
import { listSettings, setSetting } from '../settings/settings.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { asTenant, asTenantReading } from './tenant.ts';

let db: TestDatabase;
const ours = { authorityId: 'X00000001' };
const theirs = { authorityId: 'X00000002' };
const clock = () => moment('2026-01-05T09:00:00Z');

before(async () => {
  db = await testDatabase();
  for (const tenant of [ours, theirs])
    await asTenant(db.app, tenant, (tx) => createAuthority(tx, { name: `Testshire ${tenant.authorityId}` }));
});
after(() => db.close());

const setTarget = (tenant: typeof ours, value: number) =>
  asTenant(db.app, tenant, (tx) =>
    setSetting(tx, { key: 'stability.target', value, starts: day('2026-01-01'), clock }),
  );
const targets = async (...[tx]: Parameters<Parameters<typeof asTenant>[2]>) =>
  (await listSettings(tx)).map(({ value }) => value);

test('parts of one page that ask for the same read it once, and the next page reads it anew', async () => {
  await setTarget(ours, 10);
  await asTenantReading(db.app, ours, async (tx) => {
    const settings = await listSettings(tx);
    assert.equal(await listSettings(tx), settings);
    assert.notEqual(await listSettings(tx, clock()), settings, 'as known at a moment is another question');
    await setTarget(ours, 11);
    assert.deepEqual(await targets(tx), [10], 'all of a page is of one moment');
  });
  assert.deepEqual(await asTenantReading(db.app, ours, targets), [11]);
});

test('a transaction that may write reads anew what it has changed itself', async () => {
  await asTenant(db.app, ours, async (tx) => {
    const before = staffFrom(await readStaffText(tx)).people.length;
    await addPerson(tx, { name: 'Ann Invented' });
    assert.equal(staffFrom(await readStaffText(tx)).people.length, before + 1);
  });
});

test('what was read for one authority is never given to another', async () => {
  await setTarget(ours, 12);
  await setTarget(theirs, 99);
  await asTenantReading(db.app, ours, async (mine) => {
    assert.deepEqual(await targets(mine), [12]);
    assert.deepEqual(await asTenantReading(db.app, theirs, targets), [99]);
    assert.deepEqual(await targets(mine), [12]);
  });
});
