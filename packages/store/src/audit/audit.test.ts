import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { moment } from '@rightplace/domain';
import { sql } from 'kysely';
import pg from 'pg';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { migrate } from '../connection/migrate.ts';
import { asTenant, asTenantLooking, asTenantReading } from '../connection/tenant.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { type AuditEntry, appendAudit, findAudit, listAudit } from './audit.ts';
import { verifyAudit } from './verify-audit.ts';

let db: TestDatabase;
let nth = 0;
const at = moment('2026-01-05T09:00:00.123456Z');

before(async () => {
  db = await testDatabase();
});
after(() => db.close());

const anAuthority = async () => {
  nth += 1;
  const tenant = { authorityId: `X0000000${nth}` };
  await asTenant(db.app, tenant, (tx) => createAuthority(tx, { name: `Testshire ${nth}` }));
  return {
    code: tenant.authorityId,
    append: (entry: Partial<AuditEntry> = {}) =>
      asTenant(db.app, tenant, (tx) => appendAudit(tx, { at, actor: '7', action: 'child.view', ...entry })),
    write: <T>(work: (tx: Tx) => Promise<T>) => asTenant(db.app, tenant, work),
    read: <T>(work: (tx: Tx) => Promise<T>) => asTenantReading(db.app, tenant, work),
  };
};

/** Somebody who can do anything to the database. */
const asSuperuser = async (...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client(db.superuser);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

test('entries come back as they were given, newest first, for a child and for a person', async () => {
  const { append, read } = await anAuthority();
  const subject = { kind: 'child', id: 'Zé,1:"\\' };
  const entry = {
    at,
    actor: '7',
    action: 'child.view',
    subject,
    why: 'visit\n"due"',
    detail: { b: [1, 'ü'], a: null },
  };
  await append(entry);
  await append({ actor: '8' });
  assert.deepEqual(await read((tx) => listAudit(tx, { subject })), [{ seq: 1, ...entry }]);
  assert.deepEqual(
    (await read((tx) => listAudit(tx))).map(({ seq }) => seq),
    [2, 1],
  );
  assert.deepEqual(
    (await read((tx) => listAudit(tx, { actor: '7', before: 9, limit: 5 }))).map(({ seq }) => seq),
    [1],
  );
  assert.equal((await read((tx) => verifyAudit(tx))).kind, 'whole');
});

test('entries that are about a child, or name them, are found by the child, page by page', async () => {
  const { append, read } = await anAuthority();
  const seqs = async (child: string, before?: number) =>
    (await read((tx) => listAudit(tx, { child, limit: 2, ...(before === undefined ? {} : { before }) }))).map(
      ({ seq }) => seq,
    );
  await append({ subject: { kind: 'child', id: 'A1' } });
  await append({ subject: { kind: 'measure', id: 'A1' }, detail: { children: ['B"2', 'C3', 'C3'] } });
  await append({ detail: { children: ['A1', 'B"2'] } });
  await append({ subject: { kind: 'child', id: 'A1' }, detail: { children: ['A1', 'C3'] } });
  for (const detail of [{ children: 12 }, { children: [{ id: 'A1' }, null] }, ['A1'], 'A1'])
    await append({ detail });
  assert.deepEqual(await seqs('A1'), [4, 3]);
  assert.deepEqual(await seqs('A1', 3), [1]);
  assert.deepEqual(await seqs('B"2'), [3, 2]);
  assert.deepEqual(await seqs('C3'), [4, 2]);
  assert.deepEqual(await seqs('nobody'), []);
  const elsewhere = await anAuthority();
  assert.deepEqual(await elsewhere.read((tx) => listAudit(tx, { child: 'A1' })), []);
});

test('what is asked of one child is answered from its own index, however long the audit', async () => {
  const { append, write, read } = await anAuthority();
  await append({ detail: { children: ['A1'] } });
  await write((tx) =>
    sql`select append_audit(now(), '7', 'x', null, null, null, '{"children": ["B2"]}') from generate_series(1, 3000)`.execute(
      tx,
    ),
  );
  await sql`analyze audit, audit_child`.execute(db.owner);
  const { rows } = await read((tx) =>
    sql<{ 'QUERY PLAN': string }>`explain ${findAudit(tx, { child: 'A1', limit: 101 })}`.execute(tx),
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  assert.match(plan, /audit_child_pkey/);
  assert.doesNotMatch(plan, /Seq Scan/);
});

test('entries made before the index to children are in it once the database is brought up to date', async () => {
  const { append, read } = await anAuthority();
  const other = await anAuthority();
  await append({ subject: { kind: 'child', id: 'A1' } });
  await append({ detail: { children: ['A1'] } });
  await other.append({ detail: { children: ['A1'] } });
  await asSuperuser(
    'drop table audit_child',
    'drop function audit_children',
    "delete from kysely_migration where name = '0071-audit-of-child'",
  );
  assert.deepEqual(await migrate(db.owner), ['0071-audit-of-child']);
  const seqs = (entries: readonly { seq: number }[]) => entries.map(({ seq }) => seq);
  assert.deepEqual(seqs(await read((tx) => listAudit(tx, { child: 'A1' }))), [2, 1]);
  assert.deepEqual(seqs(await other.read((tx) => listAudit(tx, { child: 'A1' }))), [1]);
  await append({ detail: { children: ['A1'] } });
  assert.deepEqual(seqs(await read((tx) => listAudit(tx, { child: 'A1' }))), [3, 2, 1]);
});

test('an authority without entries has a whole chain', async () => {
  const { read } = await anAuthority();
  assert.deepEqual(await read((tx) => verifyAudit(tx)), {
    kind: 'whole',
    entries: 0,
    head: { seq: 0, hash: '' },
  });
});

test('an entry is there only when what it tells of is', async () => {
  const { write, read } = await anAuthority();
  const failing = write(async (tx) => {
    await appendAudit(tx, { at, actor: '7', action: 'child.edit' });
    throw new Error('did not happen');
  });
  await assert.rejects(failing);
  assert.deepEqual(await read((tx) => listAudit(tx)), []);
});

test('writers at the same time make one chain without a fork', async () => {
  const { append, read } = await anAuthority();
  await Promise.all(Array.from({ length: 40 }, () => append()));
  const places = (await read((tx) => listAudit(tx))).map(({ seq }) => seq);
  assert.deepEqual(
    [...places].sort((a, b) => a - b),
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  assert.deepEqual(await read(async (tx) => ((await verifyAudit(tx)) as { entries: number }).entries), 40);
});

test('an entry without an authority is refused', async () => {
  await assert.rejects(
    asTenant(db.app, { authorityId: '' }, (tx) => appendAudit(tx, { at, actor: 'x', action: 'x' })),
    /belongs to an authority/,
  );
});

test('nobody changes, removes or clears entries, not even the owner of the table', async () => {
  const { append, code } = await anAuthority();
  await append();
  for (const statement of [
    "update audit set actor = 'nobody'",
    'delete from audit',
    'truncate audit cascade',
    'delete from audit_head',
    'truncate audit_head',
    'update audit_head set seq = 0',
  ]) {
    await assert.rejects(asSuperuser(statement), /append-only|only moves on/, statement);
    await assert.rejects(
      asTenant(db.app, { authorityId: code }, (tx) =>
        tx.executeQuery({ sql: statement, parameters: [] } as never),
      ),
      statement,
    );
  }
});

const SABOTAGE: Record<
  string,
  { statements: (code: string) => readonly string[]; at: number; reason: RegExp }
> = {
  'an entry changed': {
    statements: (code) => [`update audit set actor = 'nobody' where authority_id = '${code}' and seq = 3`],
    at: 3,
    reason: /not as it was written/,
  },
  'an entry changed and its hash with it': {
    statements: (code) => [
      `update audit set actor = 'nobody' where authority_id = '${code}' and seq = 3`,
      `update audit set hash = audit_hash(prev_hash, authority_id, seq, at, actor, action, subject_kind, subject_id, why, detail)
       where authority_id = '${code}' and seq = 3`,
    ],
    at: 4,
    reason: /does not follow/,
  },
  'an entry removed': {
    statements: (code) => [`delete from audit where authority_id = '${code}' and seq = 3`],
    at: 3,
    reason: /is missing/,
  },
  'two entries exchanged': {
    statements: (code) => [
      `update audit set seq = -seq where authority_id = '${code}' and seq in (3, 4)`,
      `update audit set seq = 7 + seq where authority_id = '${code}' and seq < 0`,
    ],
    at: 3,
    reason: /does not follow/,
  },
  'the end cut off': {
    statements: (code) => [`delete from audit where authority_id = '${code}' and seq >= 4`],
    at: 4,
    reason: /cut off the end/,
  },
  'everything removed': {
    statements: (code) => [`delete from audit where authority_id = '${code}'`],
    at: 1,
    reason: /cut off the end/,
  },
  'the last entry written anew': {
    statements: (code) => [
      `update audit set actor = 'nobody' where authority_id = '${code}' and seq = 5`,
      `update audit set hash = audit_hash(prev_hash, authority_id, seq, at, actor, action, subject_kind, subject_id, why, detail)
       where authority_id = '${code}' and seq = 5`,
    ],
    at: 5,
    reason: /head of the chain/,
  },
};

for (const [name, { statements, at: place, reason }] of Object.entries(SABOTAGE)) {
  test(`${name} by somebody who can do anything is found, at its place`, async () => {
    const { code, append, read } = await anAuthority();
    for (let i = 0; i < 5; i += 1) await append({ detail: { i } });
    assert.equal((await read((tx) => verifyAudit(tx))).kind, 'whole');
    await asSuperuser("set session_replication_role = 'replica'", ...statements(code));
    const verdict = await read((tx) => verifyAudit(tx));
    assert.equal(verdict.kind, 'broken');
    assert.deepEqual([verdict.at, reason.test(verdict.reason)], [place, true], verdict.reason);
  });
}

test('a chain cut together with its head is found only by what was noted elsewhere', async () => {
  const { code, append, read } = await anAuthority();
  for (let i = 0; i < 5; i += 1) await append();
  const noted = await read((tx) => verifyAudit(tx));
  assert.equal(noted.kind, 'whole');
  await asSuperuser(
    "set session_replication_role = 'replica'",
    `delete from audit where authority_id = '${code}' and seq > 3`,
    `update audit_head set seq = 3, hash = (select hash from audit where authority_id = '${code}' and seq = 3)
     where authority_id = '${code}'`,
  );
  assert.equal((await read((tx) => verifyAudit(tx))).kind, 'whole');
  assert.equal((await read((tx) => verifyAudit(tx, noted.head))).kind, 'broken');
  await append();
  await append({ actor: 'other' });
  assert.deepEqual(await read((tx) => verifyAudit(tx, noted.head)), {
    kind: 'broken',
    at: 5,
    reason: 'The chain up to here is not the one that was noted.',
  });
});

test('what is told while somebody looks is added at the end, in order, all of it or none', async () => {
  const { code, read } = await anAuthority();
  const entry = (action: string) => ({ at, actor: '7', action });
  await asTenantLooking(db.app, { authorityId: code }, async (tx) => {
    await appendAudit(tx, entry('first'));
    await appendAudit(tx, entry('second'));
    assert.deepEqual(await listAudit(tx), [], 'nobody has to wait for this page meanwhile');
  });
  const actions = () => read(async (tx) => (await listAudit(tx)).map(({ action }) => action));
  assert.deepEqual(await actions(), ['second', 'first']);
  const failing = asTenantLooking(db.app, { authorityId: code }, async (tx) => {
    await appendAudit(tx, entry('never'));
    throw new Error('did not happen');
  });
  await assert.rejects(failing);
  assert.deepEqual(await actions(), ['second', 'first']);
  assert.equal((await read((tx) => verifyAudit(tx))).kind, 'whole');
});
