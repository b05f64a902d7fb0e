/** Of what was put right by hand each transaction draws a version of its own: one, however many rows it were. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { addPerson } from '../people/people.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { REWRITTEN, versionOfCases } from './case-versions.ts';
import { addCase } from './cases.ts';

let db: TestDatabase;
let id: number;
const HERE = 'X00000001';
const ROWS = 40;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, { authorityId: HERE }, work);
const rewritten = () =>
  inside(async (tx) => {
    const { rows } = await sql<{ at: string }>`select ${REWRITTEN} as at`.execute(tx);
    return rows[0]?.at ?? assert.fail('Nothing is known of cases');
  });

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  const jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const blank = { details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [], placements: [] };
  await inside((tx) =>
    saveChildren(tx, {
      children: [{ id: childId('V1'), ...blank }],
      clock: () => moment('2026-11-02T09:30:00Z'),
      why: 'Invented',
    }),
  );
  const begun = {
    workflow: 'placement-request',
    version: 1,
    child: childId('V1'),
    begunBy: jo,
    teamId: null,
    key: 'k',
  };
  ({ id } = await inside((tx) => addCase(tx, begun)));
  await inside((tx) =>
    sql`insert into case_evidence (case_id, revision, answers, saved_by, saved_at)
      select ${id}, n, '{}'::jsonb, ${jo}, now() from generate_series(1, ${ROWS}::int) n`.execute(tx),
  );
  await asSuperuser(
    db,
    `create table draws (at uuid);
     grant select on draws to public;
     create function count_draws() returns trigger language plpgsql security definer set search_path = pg_catalog, public as
       'begin insert into public.draws values (new.rewritten); return null; end';
     create trigger count_draws after update on cases_known for each row
       when (old.rewritten is distinct from new.rewritten) execute function count_draws()`,
  );
});
after(() => db.close());

const byHand = (...statements: readonly string[]): Promise<void> =>
  asSuperuser(db, `begin; set local rightplace.authority = '${HERE}'; ${statements.join('; ')}; commit`);

const EVERY_ROW = 'update case_evidence set answers = answers';
const adding = (revision: number): string =>
  `insert into case_evidence (case_id, revision, answers, saved_by, saved_at)
     select case_id, ${revision}, answers, saved_by, saved_at from case_evidence where revision = 1`;
const AT_ONCE = 'set constraints all immediate';

/** How often a version is drawn by a transaction that ends. */
const draws = async (...statements: readonly string[]): Promise<number> => {
  await asSuperuser(db, 'truncate draws');
  await byHand(...statements);
  const { rows } = await inside((tx) => sql<{ n: number }>`select count(*)::int as n from draws`.execute(tx));
  return rows[0]?.n ?? 0;
};

test('many rows that are put right by hand in one transaction draw one version, in several statements or at once', async () => {
  assert.equal(await draws(EVERY_ROW), 1);
  assert.equal(await draws(EVERY_ROW, `delete from case_evidence where revision = ${ROWS}`, EVERY_ROW), 1);
  assert.equal(await draws(AT_ONCE, EVERY_ROW, EVERY_ROW), 1);
});

test('every transaction draws its own, and one that only adds draws none', async () => {
  const first = await rewritten();
  await byHand(EVERY_ROW);
  const second = await rewritten();
  await byHand(EVERY_ROW);
  assert.equal(new Set([first, second, await rewritten()]).size, 3);
  const third = await rewritten();
  await byHand(adding(ROWS + 1));
  assert.equal(await rewritten(), third);
});

test('what is added after something was put right in the same transaction is of another version of all the cases, whichever is told at once', async () => {
  let revision = ROWS + 10;
  const version = () => inside(versionOfCases);
  for (const how of [
    'set constraints rewritten immediate',
    'set constraints known immediate',
    'set constraints all deferred',
    AT_ONCE,
  ])
    for (const statements of [[EVERY_ROW], [EVERY_ROW, adding((revision += 1))], [adding((revision += 1))]]) {
      const then = await version();
      await byHand(how, ...statements);
      assert.notEqual(await version(), then, `${how}: ${statements.length}`);
    }
  assert.equal(await draws('set constraints rewritten immediate', EVERY_ROW, adding(revision + 1)), 1);
});

test('what is undone leaves the version that was there, and what is done after it in the same transaction draws another', async () => {
  const before = await rewritten();
  await byHand(EVERY_ROW, 'rollback; begin');
  assert.equal(await rewritten(), before, 'the transaction');
  for (const how of ['set constraints all deferred', AT_ONCE]) {
    const then = await rewritten();
    await byHand(how, 'savepoint s', EVERY_ROW, 'rollback to savepoint s');
    assert.equal(await rewritten(), then, `${how}: a savepoint`);
    await byHand(how, 'savepoint s', EVERY_ROW, 'rollback to savepoint s', EVERY_ROW);
    assert.notEqual(await rewritten(), then, `${how}: and then once more`);
    const last = await rewritten();
    await byHand(how, 'savepoint s', EVERY_ROW, 'release savepoint s');
    assert.notEqual(await rewritten(), last, `${how}: a savepoint that stands`);
  }
});

test('the number of a transaction that a backup brought over is gone with the next that writes, so that it stands for none to come', async () => {
  const drawnIn = () =>
    inside(async (tx) => {
      const { rows } = await sql<{
        at: string | null;
      }>`select rewritten_in::text as at from cases_known`.execute(tx);
      return rows[0]?.at;
    });
  await byHand(EVERY_ROW);
  assert.notEqual(await drawnIn(), null);
  await byHand(adding(ROWS + 2));
  assert.equal(await drawnIn(), null);
});

test('the service may neither draw one nor say that it is drawn', async () => {
  for (const statement of [
    'update cases_known set rewritten = gen_random_uuid()',
    'update cases_known set rewritten_in = pg_current_xact_id()',
  ])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    );
});

/** With another way of drawing in its place, while something is looked at. */
const drawing = async (body: string, work: () => Promise<void>): Promise<void> => {
  await asSuperuser(
    db,
    "create table true_way as select pg_get_functiondef('cases_rewritten'::regproc) as told",
  );
  await asSuperuser(
    db,
    `create or replace function cases_rewritten() returns trigger
       language plpgsql security definer set search_path = pg_catalog, public as $$ begin ${body} return null; end $$`,
  );
  try {
    await work();
  } finally {
    await asSuperuser(db, 'do $$ begin execute (select told from true_way); end $$; drop table true_way');
  }
};
const DRAW = 'update public.cases_known set rewritten = gen_random_uuid()';

test('saboteur: drawn for each row it is drawn as often as there are rows; drawn once for good, the next transaction has none', async () => {
  await drawing(`${DRAW} where authority_id = old.authority_id;`, async () => {
    assert.ok((await draws(EVERY_ROW)) > 1);
  });
  await drawing('', async () => {
    const before = await rewritten();
    await byHand(EVERY_ROW);
    assert.equal(await rewritten(), before);
  });
  assert.equal(await draws(EVERY_ROW), 1, 'and as it is');
});
