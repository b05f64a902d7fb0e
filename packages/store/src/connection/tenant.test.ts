import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { moment } from '@rightplace/domain';
import { sql } from 'kysely';
import pg from 'pg';
import { appendAudit } from '../audit/audit.ts';
import { createAuthority, listAuthorities } from '../authority/authorities.ts';
import { loadLedger } from '../children/load-ledger.ts';
import { saveChildren } from '../children/save-children.ts';
import { saveEntered } from '../imports/entered-here.ts';
import { saveImport } from '../imports/imports.ts';
import { saveReported } from '../imports/reported.ts';
import { addPerson, assignRole, saveTeam } from '../people/people.ts';
import { saveCareSetting, saveProvider } from '../places/places.ts';
import { setSetting } from '../settings/settings.ts';
import { aChild } from '../testing/a-child.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { asTenant, asTenantReading } from './tenant.ts';
import { findHolesInWalls } from './tenant-walls.ts';

let db: TestDatabase;
const ours = { authorityId: 'X00000001' };
const theirs = { authorityId: 'X00000002' };
const at = moment('2026-01-05T09:00:00Z');

/** A row at least in every table that this package's own functions write. */
const fill = async (tenant: { authorityId: string }): Promise<void> => {
  await asTenant(db.app, tenant, async (tx) => {
    await createAuthority(tx, { name: `Testshire ${tenant.authorityId}` });
    const team = await saveTeam(tx, { name: 'Team Zed', service: 'Looked after' });
    const person = await addPerson(tx, { name: 'Ann Invented' });
    const starts = aChild('A1').periodsOfCare[0]?.starts as NonNullable<
      ReturnType<typeof aChild>['periodsOfCare'][0]
    >['starts'];
    await assignRole(tx, { personId: person.id, role: 'social-worker', teamId: team.id, starts });
    await setSetting(tx, { key: 'stability.target', value: 10, starts, clock: () => at });
    const provider = await saveProvider(tx, { name: 'Zed Homes', kind: 'PR4', inHouse: false });
    await saveCareSetting(tx, {
      urn: 'SC000001',
      name: 'Zed House',
      type: 'K2',
      postcode: 'ZZ1 1AA',
      providerId: provider.id,
      inHouse: false,
    });
    const importId = await saveImport(tx, {
      at,
      actor: 'test',
      collectionYears: [2026],
      summary: {},
      report: {},
      notes: [],
      files: [{ name: 'a.csv', content: Buffer.from('CHILD') }],
    });
    await saveChildren(tx, { clock: () => at, why: 'a test', importId, children: [aChild('A1')] });
    await saveReported(tx, {
      before: [],
      after: [{ collectionYear: 2026, kind: 'review', child: aChild('A1').id, labelled: true, keys: ['x'] }],
    });
    const entered = { kind: 'review', key: 'x', removed: false, whole: false, keys: [], cells: {} };
    await saveEntered(tx, { before: [], after: [{ child: aChild('A1').id, ...entered }] });
    await appendAudit(tx, { at, actor: 'test', action: 'test', detail: { children: ['A1'] } });
  });
};

before(async () => {
  db = await testDatabase();
  await fill(ours);
  await fill(theirs);
});
after(() => db.close());

const TABLES_FILLED = (
  'authority team person role_assignment setting provider care_setting child child_details period_of_care ' +
  'category_of_need legal_status placement child_fact record_change reported entered_here import import_file audit audit_head audit_child'
).split(' ');

const countIn = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db.app);
  return rows[0]?.n ?? -1;
};

test('a query without a tenant sees nothing in any table', async () => {
  for (const table of TABLES_FILLED) assert.equal(await countIn(table), 0, table);
});

test('a tenant sees its own rows and none of another', async () => {
  for (const table of TABLES_FILLED) {
    const { rows } = await asTenantReading(db.app, ours, (tx) =>
      sql<{ authority_id: string }>`select distinct authority_id from ${sql.table(table)}`.execute(tx),
    );
    assert.deepEqual(rows, [{ authority_id: ours.authorityId }], table);
  }
  assert.deepEqual((await asTenantReading(db.app, ours, loadLedger)).children, [aChild('A1')]);
  assert.deepEqual((await asTenantReading(db.app, { authorityId: 'X99999999' }, loadLedger)).children, []);
});

test('writing without a tenant, or for another, is refused', async () => {
  const add = sql`insert into child (authority_id, local_id) values (${theirs.authorityId}, 'intruder')`;
  await assert.rejects(add.execute(db.app), /row-level security/);
  await assert.rejects(
    asTenant(db.app, ours, (tx) => add.execute(tx)),
    /row-level security/,
  );
  await assert.rejects(
    sql`insert into child (local_id) values ('nobody')`.execute(db.app),
    /row-level security|null value/,
  );
  const { numAffectedRows } = await asTenant(db.app, ours, (tx) =>
    sql`update child set restricted = true where authority_id = ${theirs.authorityId}`.execute(tx),
  );
  assert.equal(numAffectedRows, 0n);
});

test('a transaction leaves its tenant behind when it ends, however it ends', async () => {
  const tenantOf = async (): Promise<string | null> => {
    const { rows } = await sql<{ tenant: string | null }>`select current_authority() as tenant`.execute(
      db.app,
    );
    return rows[0]?.tenant ?? null;
  };
  await asTenant(db.app, ours, loadLedger);
  await assert.rejects(asTenant(db.app, ours, () => Promise.reject(new Error('no'))));
  const seen = await Promise.all(Array.from({ length: 12 }, tenantOf));
  assert.deepEqual([...new Set(seen)], [null]);
});

test('a reading transaction cannot write', async () => {
  const writing = asTenantReading(db.app, ours, (tx) => saveTeam(tx, { name: 'New', service: 'x' }));
  await assert.rejects(writing, /read-only/);
});

test('the application is no superuser, passes no policy, makes no table and reaches no further role', async () => {
  const attempt = (statement: string): Promise<void> =>
    assert.rejects(sql.raw(statement).execute(db.app), statement);
  await attempt('create table loot (x int)');
  await attempt('alter table child disable row level security');
  await attempt('drop policy tenant on child');
  await attempt('set role rightplace_operator');
  await attempt('set role rightplace_auditor');
  await attempt(
    "insert into audit (seq, at, actor, action, prev_hash, hash) values (1, now(), 'x', 'x', '', '')",
  );
  await attempt("insert into reference.population values ('X', 2020, 'X', 1)");
  await attempt("select tenant_table('child', 'delete')");
  await attempt('select * from kysely_migration');
  await attempt('set row_security = off; select * from child; set row_security = on');
});

test('the owner of the tables is held to one authority too', async () => {
  const { rows } = await sql`select * from child`.execute(db.owner);
  assert.deepEqual(rows, []);
});

test('the authorities there are can be told before anybody signs in, by name and no more', async () => {
  assert.deepEqual(
    (await listAuthorities(db.app)).map(({ code }) => code),
    [ours.authorityId, theirs.authorityId],
  );
});

test('the walls between authorities have no holes', async () => {
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('a hole made in a wall is found', async () => {
  const holes: Record<string, RegExp> = {
    'alter table child no force row level security': /^child: .*owner$/,
    'alter table placement disable row level security': /^placement: .*off$/,
    'drop policy tenant on team': /^team: no policy/,
    'alter policy tenant on person using (true)': /^person: no policy/,
    'create policy generous on setting using (true)': /^setting\.generous: lets in more/,
    'create table forgotten (x int)': /^forgotten: .*off$/,
  };
  const client = new pg.Client(db.superuser);
  await client.connect();
  try {
    for (const statement of Object.keys(holes)) await client.query(statement);
  } finally {
    await client.end();
  }
  const found = await findHolesInWalls(db.owner);
  for (const [statement, hole] of Object.entries(holes)) {
    assert.ok(
      found.some((sentence) => hole.test(sentence)),
      `${statement} went unnoticed: ${found.join('; ')}`,
    );
  }
});
