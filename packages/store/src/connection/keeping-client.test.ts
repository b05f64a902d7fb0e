import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { listTeams, saveTeam } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import type { Connections } from './database.ts';
import { openPool } from './pools.ts';
import { asTenant, asTenantReading } from './tenant.ts';

let db: TestDatabase;
let one: Connections;
const ours = { authorityId: 'X00000001' };

before(async () => {
  db = await testDatabase();
  one = openPool({ ...db.address.app, most: 1, name: 'test' });
});
after(async () => {
  await one.destroy();
  await db.close();
});

const plansOf = async (words: string, on = one): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_prepared_statements where statement like ${`%${words}%`}
      and statement not like '%pg_prepared_statements%'`.execute(on);
  return rows[0]?.n ?? -1;
};

test('what is asked again and again is planned once for each connection, and answers anew each time', () =>
  // Lent to nobody else, nor let go: plans are of one connection.
  one.connection().execute(async (lent) => {
    for (let i = 1; i <= 6; i++) {
      const asked = sql<{ n: number }>`select ${i}::int + 1 as n, 'again and again' as words`;
      assert.equal((await asked.execute(lent)).rows[0]?.n, i + 1);
    }
    assert.equal(await plansOf('again and again', lent), 1);
  }));

test('what is never asked the same twice keeps no plan', async () => {
  for (let i = 1; i <= 6; i++) await sql.raw(`select ${i} as never_the_same`).execute(one);
  assert.equal(await plansOf('never_the_same'), 0);
});

test('a plan that was kept follows the walls between authorities when they move', async () => {
  const teams = (authorityId: string) =>
    asTenantReading(one, { authorityId }, async (tx) => (await listTeams(tx)).map(({ name }) => name));
  await asTenant(one, ours, (tx) =>
    sql`insert into authority (name) values ('Testshire')`
      .execute(tx)
      .then(() => saveTeam(tx, { name: 'Team Zed', service: 'Looked after' })),
  );
  for (let i = 0; i < 6; i++) {
    assert.deepEqual(await teams(ours.authorityId), ['Team Zed']);
    assert.deepEqual(await teams('X00000002'), []);
  }
  assert.notEqual(await plansOf('from "team"'), 0);
});

test('a transaction that is asked nothing is none, and leaves the connection as it was', async () => {
  await one.transaction().execute(async () => {});
  await assert.rejects(
    one.transaction().execute(() => Promise.reject(new Error('no'))),
    /no/,
  );
  for (const _ of [1, 2]) {
    const { rows } = await sql<{ own: boolean }>`select now() = statement_timestamp() as own`.execute(one);
    assert.deepEqual(rows, [{ own: true }], 'each question is a transaction of its own again');
  }
});

test('whatever is asked first in a transaction belongs to it', async () => {
  const name = 'Team Undone';
  const undone = (ask: (tx: Parameters<typeof listTeams>[0]) => Promise<unknown>) =>
    assert.rejects(
      one.transaction().execute(async (tx) => {
        await ask(tx);
        throw new Error('undone');
      }),
      /undone/,
    );
  await undone((tx) => sql`select set_config('rightplace.authority', ${ours.authorityId}, true)`.execute(tx));
  await undone((tx) => sql.raw(`select set_config('rightplace.authority', 'X00000001', true)`).execute(tx));
  const { rows } = await sql<{ code: string | null }>`select current_authority() as code`.execute(one);
  assert.deepEqual(rows, [{ code: null }]);
  await assert.rejects(
    asTenant(one, ours, async (tx) => {
      await saveTeam(tx, { name, service: 'x' });
      throw new Error('undone');
    }),
    /undone/,
  );
  assert.ok(!(await asTenantReading(one, ours, listTeams)).some((team) => team.name === name));
});

test('a reading transaction says so before anything is asked in it', async () => {
  await assert.rejects(
    asTenantReading(one, ours, (tx) => saveTeam(tx, { name: 'No', service: 'x' })),
    /read-only/,
  );
  const { rows } = await asTenantReading(one, ours, (tx) =>
    sql<{ isolation: string }>`select current_setting('transaction_isolation') as isolation`.execute(tx),
  );
  assert.equal(rows[0]?.isolation, 'repeatable read');
});

test('an authority’s code is no way into the words of a question', async () => {
  const odd = `X'; drop table child; --\\`;
  await asTenantReading(one, { authorityId: odd }, async (tx) => {
    const { rows } = await sql<{ code: string }>`select current_authority() as code`.execute(tx);
    assert.deepEqual(rows, [{ code: odd }]);
  });
});
