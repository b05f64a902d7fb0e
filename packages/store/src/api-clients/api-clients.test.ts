import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import {
  addApiClient,
  countApiRequest,
  findApiClient,
  listApiClients,
  markApiClientAgreed,
  markApiClientRevoked,
  type NewApiClient,
} from './api-clients.ts';

let db: TestDatabase;
let ada: number;
let dora: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);
const at = moment('2026-11-23T09:00:30Z');

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  ada = (await inside((tx) => addPerson(tx, { name: 'Ada Osei' }))).id;
  dora = (await inside((tx) => addPerson(tx, { name: 'Dora Lind' }))).id;
});
after(() => db.close());

const aClient = (said: Partial<NewApiClient> = {}): Promise<number> =>
  inside((tx) =>
    addApiClient(tx, {
      name: 'Board report',
      organisation: 'Testshire Council',
      purpose: 'Monthly board',
      scope: 'figures',
      secretHash: new Uint8Array(32).fill(7),
      madeBy: ada,
      madeAt: at,
      lastDay: day('2027-03-31'),
      ...said,
    }),
  );

test('a client is found as it was made, with the names of those who decided about it', async () => {
  const id = await aClient();
  await inside((tx) => markApiClientAgreed(tx, { id, by: dora, at }));
  await inside((tx) => markApiClientRevoked(tx, { id, by: ada, at }));
  const found = await inside((tx) => findApiClient(tx, id, { toChange: true }));
  assert.equal(found?.madeByName, 'Ada Osei');
  assert.equal(found?.agreedByName, 'Dora Lind');
  assert.equal(found?.revokedByName, 'Ada Osei');
  assert.equal(found?.lastDay, '2027-03-31');
  assert.deepEqual(
    [...(found?.secretHash ?? [])],
    Array.from({ length: 32 }, () => 7),
  );
  const [listed] = await inside(listApiClients);
  assert.equal(listed?.id, id);
  assert.ok(listed !== undefined && !('secretHash' in listed), 'a list has no use for the hash');
});

test('cross-authority: a client is behind its authority’s wall', async () => {
  const id = await aClient();
  assert.equal(await outside((tx) => findApiClient(tx, id)), undefined);
  assert.deepEqual(await outside(listApiClients), []);
  assert.equal(await outside((tx) => countApiRequest(tx, id, at)), 0);
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('nobody agrees to a client of their own making', async () => {
  const id = await aClient();
  await assert.rejects(
    inside((tx) => markApiClientAgreed(tx, { id, by: ada, at })),
    /a_second_person_agrees/,
  );
});

test('a client is made for twelve months at most', async () => {
  await aClient({ lastDay: day('2027-11-23') });
  await assert.rejects(aClient({ lastDay: day('2027-11-24') }), /within_twelve_months/);
});

test('what was decided is not undone, and neither scope, secret nor last day is ever changed', async () => {
  const id = await aClient();
  await inside((tx) => markApiClientAgreed(tx, { id, by: dora, at }));
  const set = (what: string) => inside((tx) => sql`${sql.raw(`update api_client set ${what}`)}`.execute(tx));
  await assert.rejects(set('agreed_by = null, agreed_at = null'), /kept as it was/);
  await inside((tx) => markApiClientRevoked(tx, { id, by: ada, at }));
  await assert.rejects(set('revoked_by = null, revoked_at = null'), /kept as it was/);
  for (const what of ["scope = 'children'", "last_day = '2027-04-01'", "secret_hash = ''", 'made_by = 1'])
    await assert.rejects(set(what), /permission denied/, what);
  await assert.rejects(
    inside((tx) => sql`delete from api_client`.execute(tx)),
    /permission denied/,
  );
});

test('requests are counted by the minute, also when they come at once', async () => {
  const id = await aClient();
  const count = (when: string) => inside((tx) => countApiRequest(tx, id, moment(when)));
  const counts = await Promise.all(Array.from({ length: 5 }, () => count('2026-11-23T09:00:30Z')));
  assert.deepEqual(
    counts.toSorted((a, b) => a - b),
    [1, 2, 3, 4, 5],
  );
  assert.equal(await count('2026-11-23T09:00:59.9Z'), 6);
  assert.equal(await count('2026-11-23T09:01:00Z'), 1);
  assert.equal((await inside((tx) => findApiClient(tx, id)))?.lastUsedAt, '2026-11-23T09:01:00.000000Z');
});
