import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { createAuthority, listAuthorities } from '../authority/authorities.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import type { Connections } from './database.ts';
import { migrate } from './migrate.ts';
import { openDatabase, openStore, type Store } from './open-store.ts';
import { openPool } from './pools.ts';
import { asTenant } from './tenant.ts';

let db: TestDatabase;
const tag = `rp_test_${process.pid}_outside`;

const asSuperuser = async (...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client(db.superuser);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** The test server's address as a URL, the way DATABASE_URL gives it. */
const urlOf = (database: string, user: string): string => {
  const { connectionString, host } = db.superuser;
  const url = new URL(connectionString ?? `postgres://localhost/?host=${encodeURIComponent(host ?? '')}`);
  url.pathname = `/${database}`;
  url.username = user;
  url.password = 'invented-for-tests';
  return url.href;
};

before(async () => {
  db = await testDatabase();
});
after(async () => {
  await asSuperuser(
    `drop database if exists ${tag} with (force)`,
    `do $$ begin if exists (select from pg_roles where rolname = '${tag}') then drop owned by ${tag} cascade; end if; end $$`,
    `drop role if exists ${tag}`,
  );
  await db.close();
});

const open = (url: string): Promise<Store> =>
  openStore({ databaseUrl: url, dataDir: '/nowhere', part: 'command' });
const ask = async (pool: Connections): Promise<string | undefined> =>
  (await sql<{ who: string }>`select current_user as who`.execute(pool)).rows[0]?.who;

test('an outside database opens as an ordinary owner, several at once, and serves as the application', async () => {
  await asSuperuser(
    `create role ${tag} login createrole password 'invented-for-tests'`,
    // Where the roles are there already, an administrator grants them; where not, the owner makes them.
    `grant rightplace_app, rightplace_operator, rightplace_auditor to ${tag}`,
    `create database ${tag} owner ${tag}`,
  );
  const stores = await Promise.all([1, 2, 3].map(() => open(urlOf(tag, tag))));
  try {
    const [store] = stores as [Store, ...Store[]];
    assert.deepEqual([await ask(store.app), await ask(store.owner)], ['rightplace_app', tag]);
    await asTenant(store.app, { authorityId: 'X00000001' }, (tx) =>
      createAuthority(tx, { name: 'Testshire' }),
    );
    assert.equal((await listAuthorities(store.app)).length, 1);
    assert.equal((await sql`select * from authority`.execute(store.app)).rows.length, 0);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
});

test('migrating a database that is up to date does nothing', async () => {
  assert.deepEqual(await migrate(db.owner), []);
});

test('a database of a newer Rightplace is refused in plain words', async () => {
  await sql`insert into kysely_migration values ('9999-from-the-future', '2030-01-01')`.execute(db.owner);
  await assert.rejects(migrate(db.owner), /made by a newer Rightplace/);
  await sql`delete from kysely_migration where name like '9999%'`.execute(db.owner);
});

test('a database that cannot be reached is said so, with what DATABASE_URL names', async () => {
  await assert.rejects(open('postgres://nobody@127.0.0.1:1/none'), /DATABASE_URL names cannot be opened/);
  await assert.rejects(
    open(urlOf('there_is_no_such_database', 'rightplace_owner')),
    /cannot be opened.*does not exist/,
  );
});

test('an application whom row-level security would not hold is refused', async () => {
  const asAnyone = { ...db.address, app: { connection: db.superuser } };
  await assert.rejects(openDatabase(asAnyone), /does not hold to one authority's rows/);
  const asOwner = { ...db.address, app: db.address.owner };
  await assert.rejects(openDatabase(asOwner), /serves only as rightplace_app/);
});

test('days, moments and large numbers come back exactly', async () => {
  const pool = openPool({ ...db.address.app, most: 1, name: 'test' });
  try {
    const { rows } = await sql`
      select '2026-03-29'::date as day, '2026-03-29 02:30:00.000001+01'::timestamptz as moment,
        9007199254740991::bigint as large, array['2026-03-29']::date[] as days, null::date as none`.execute(
      pool,
    );
    assert.deepEqual(rows, [
      {
        day: '2026-03-29',
        moment: '2026-03-29T01:30:00.000001Z',
        large: 9007199254740991,
        days: ['2026-03-29'],
        none: null,
      },
    ]);
    await assert.rejects(
      sql`select 9007199254740993::bigint as x`.execute(pool),
      /too large to be read exactly/,
    );
  } finally {
    await pool.destroy();
  }
});
