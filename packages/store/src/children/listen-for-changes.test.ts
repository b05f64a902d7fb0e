import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { moment } from '@rightplace/domain';
import pg from 'pg';
import { createAuthority } from '../authority/authorities.ts';
import { asTenant } from '../connection/tenant.ts';
import { aChild } from '../testing/a-child.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { listenForChanges } from './listen-for-changes.ts';
import { saveChildren } from './save-children.ts';

let db: TestDatabase;
const ours = { authorityId: 'X00000001' };
const at = moment('2026-01-05T09:00:00Z');

before(async () => {
  db = await testDatabase();
  await asTenant(db.app, ours, (tx) => createAuthority(tx, { name: 'Testshire' }));
});
after(() => db.close());

const save = (id: string) =>
  asTenant(db.app, ours, (tx) =>
    saveChildren(tx, { clock: () => at, why: 'a test', children: [aChild(id)] }),
  );

const until = async (happened: () => boolean): Promise<void> => {
  for (const end = Date.now() + 10_000; !happened(); await wait(10)) {
    if (Date.now() > end) assert.fail('it was not heard within ten seconds');
  }
};

test('a change is heard once it is committed, and only when there was one', async () => {
  const heard: (string | undefined)[] = [];
  const listening = await listenForChanges(db, (code) => heard.push(code));
  try {
    await assert.rejects(
      asTenant(db.app, ours, async (tx) => {
        await saveChildren(tx, { clock: () => at, why: 'never', children: [aChild('never')] });
        throw new Error('taken back');
      }),
    );
    await save('A');
    await save('A');
    await save('B');
    await until(() => heard.length >= 2);
    await wait(100);
    assert.deepEqual(heard, ['X00000001', 'X00000001']);
  } finally {
    await listening.stop();
  }
});

test('after a break it listens again, and says that anything may have changed', async () => {
  const heard: (string | undefined)[] = [];
  const listening = await listenForChanges(db, (code) => heard.push(code));
  const admin = new pg.Client(db.superuser);
  await admin.connect();
  try {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name like 'rightplace listener%' and datname = current_database()`,
    );
    await until(() => heard.includes(undefined));
    await save('C');
    await until(() => heard.includes('X00000001'));
  } finally {
    await admin.end();
    await listening.stop();
  }
});
