import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { decideAnswer, listAnswers, saveAnswer, withdrawAnswer } from './answers.ts';
import { type NewCheck, saveCheck } from './checks.ts';
import { compareFindings, type FoundInRows, findFinding, listFindings, saveFindings } from './findings.ts';
import {
  type FreezeKind,
  findLatestFreeze,
  listFreezes,
  loadFreezeFiles,
  removeRehearsal,
  saveFreeze,
} from './freezes.ts';

let db: TestDatabase;
const ours = { authorityId: 'X00000001' };
const theirs = { authorityId: 'X00000002' };
const at = moment('2026-11-23T02:00:00Z');
let [ana, ben] = [0, 0];

const aCheck: NewCheck = {
  collectionYear: 2027,
  at,
  cause: 'night',
  recordAt: undefined,
  lookedUpIn: '',
  lastYear: 'nothing',
  lastYearFreeze: undefined,
  children: ['A1'],
  rulesRun: 1,
  skipped: [],
  failed: [],
  counts: {},
};

const noEthnicity: FoundInRows = {
  rule: '103',
  source: 'Header',
  child: 'A1',
  rowKeys: ['header'],
  fields: ['ETHNIC'],
  cells: [{ DOB: '03/05/2014' }],
  also: [],
};

/** As if a check had found these. */
const checked = (found: readonly FoundInRows[], year = 2027) =>
  asTenant(db.app, ours, async (tx) => {
    const changes = await compareFindings(tx, year, found);
    const check = await saveCheck(tx, { ...aCheck, collectionYear: year });
    await saveFindings(tx, { collectionYear: year, check }, changes);
    return { check, changes };
  });

const openNow = (year = 2027) => asTenant(db.app, ours, (tx) => listFindings(tx, year));

const versionsOf = async (id: number): Promise<unknown> => {
  const { rows } = await asTenant(db.app, ours, (tx) =>
    sql`select xmin::text from return_finding where id = ${id}`.execute(tx),
  );
  return rows;
};

/** An open finding of a year of its own. */
const aFinding = async (year: number): Promise<number> => {
  await checked([noEthnicity], year);
  return (await openNow(year))[0]?.id ?? 0;
};

const answer = (finding: number, by: number) =>
  asTenant(db.app, ours, (tx) =>
    saveAnswer(tx, {
      finding,
      kind: 'explained',
      reason: 'The family did not wish to say.',
      cells: noEthnicity.cells,
      by,
      at,
    }),
  );

const agree = (id: number, by: number) =>
  asTenant(db.app, ours, (tx) => decideAnswer(tx, id, { how: 'agreed', by, at, note: '' }));

const aFreeze = (year: number, kind: FreezeKind = 'submission') =>
  asTenant(db.app, ours, async (tx) =>
    saveFreeze(tx, {
      kind,
      collectionYear: year,
      at,
      by: ana,
      knownAt: undefined,
      check: await saveCheck(tx, { ...aCheck, collectionYear: year }),
      note: 'First submission',
      children: ['A1'],
      open: 1,
      answered: 0,
      files: [
        { name: 'header.csv', content: Buffer.from('CHILD\r\nA1\r\n') },
        { name: 'episodes.csv', content: Buffer.from('CHILD,DECOM\r\n') },
      ],
    }),
  );

before(async () => {
  db = await testDatabase();
  for (const tenant of [ours, theirs])
    await asTenant(db.app, tenant, (tx) => createAuthority(tx, { name: tenant.authorityId }));
  await asTenant(db.app, ours, async (tx) => {
    ana = (await addPerson(tx, { name: 'Ana' })).id;
    ben = (await addPerson(tx, { name: 'Ben' })).id;
  });
});
after(() => db.close());

test('a finding is one row from when it is found until it is not, and one that comes back is another', async () => {
  const other = { ...noEthnicity, rule: '442', fields: ['UPN'] };
  const first = await checked([noEthnicity, other]);
  assert.equal(first.changes.found.length, 2);
  const [held] = await openNow();
  const untouched = await versionsOf(held?.id ?? 0);
  const second = await checked([noEthnicity, other]);
  assert.deepEqual([second.changes.found.length, second.changes.same.length], [0, 2]);
  assert.deepEqual(await versionsOf(held?.id ?? 0), untouched, 'nothing is written for what is as it was');
  await checked([other]);
  assert.deepEqual(
    (await openNow()).map(({ rule }) => rule),
    ['442'],
  );
  const third = await checked([noEthnicity, other]);
  assert.equal(third.changes.found.length, 1);
  const back = (await openNow()).find(({ rule }) => rule === '103');
  assert.notEqual(back?.id, held?.id);
  const cleared = await asTenant(db.app, ours, (tx) => findFinding(tx, held?.id ?? 0));
  assert.deepEqual([cleared?.firstCheck, cleared?.clearedCheck], [first.check, second.check + 1]);
});

test('a finding that was cleared is kept as it was', async () => {
  const id = await aFinding(2023);
  await checked([], 2023);
  const reopen = asTenant(db.app, ours, (tx) =>
    sql`update return_finding set cleared_check = null where id = ${id}`.execute(tx),
  );
  await assert.rejects(reopen, /was cleared, and is kept/);
});

test('an answer lapses when its rows hold something else, and then another may be given', async () => {
  const finding = await aFinding(2024);
  const id = await answer(finding, ana);
  assert.ok(id !== undefined);
  assert.equal(await answer(finding, ben), undefined, 'one answer stands at a time');
  await checked([noEthnicity], 2024);
  const lapsed = () =>
    asTenant(db.app, ours, async (tx) => (await listAnswers(tx, finding)).map(({ lapsedAt }) => lapsedAt));
  assert.deepEqual(await lapsed(), [undefined]);
  await checked([{ ...noEthnicity, cells: [{ DOB: '04/05/2014' }] }], 2024);
  assert.deepEqual(await lapsed(), [at]);
  assert.equal((await openNow(2024))[0]?.id, finding, 'it is the same finding still');
  assert.equal(await agree(id, ben), false, 'and cannot be agreed any more');
  assert.ok((await answer(finding, ben)) !== undefined);
});

test('the database lets nobody agree to their own answer, nor decide one twice', async () => {
  const id = (await answer(await aFinding(2025), ana)) ?? 0;
  await assert.rejects(agree(id, ana), /answer_needs_a_second_person/);
  assert.equal(await agree(id, ben), true);
  assert.equal(await agree(id, ben), false);
  const undecide = asTenant(db.app, ours, (tx) =>
    sql`update finding_answer set decision = 'refused', note = 'No' where id = ${id}`.execute(tx),
  );
  await assert.rejects(undecide, /is kept as it was/);
});

test('an answer that stands is withdrawn once, with a reason, and is kept as it was after', async () => {
  const finding = await aFinding(2022);
  const id = (await answer(finding, ana)) ?? 0;
  await agree(id, ben);
  const withdraw = (why: string) =>
    asTenant(db.app, ours, (tx) => withdrawAnswer(tx, id, { by: ana, at, why }));
  await assert.rejects(withdraw(' '), /withdrawal_says_why/);
  assert.equal(await withdraw('It was not so'), true);
  assert.equal(await withdraw('It was not so'), false);
  const unsay = asTenant(db.app, ours, (tx) =>
    sql`update finding_answer set withdrawn_why = 'Something else' where id = ${id}`.execute(tx),
  );
  await assert.rejects(unsay, /is kept as it was/);
  assert.ok((await answer(finding, ben)) !== undefined, 'another may be given');
});

test('saboteur: without the constraint a person would agree to their own answer', async () => {
  await asSuperuser(db, 'alter table finding_answer drop constraint answer_needs_a_second_person');
  try {
    const id = (await answer(await aFinding(2026), ana)) ?? 0;
    assert.equal(await agree(id, ana), true);
  } finally {
    await asSuperuser(
      db,
      'alter table finding_answer add constraint answer_needs_a_second_person check (decided_by <> proposed_by) not valid',
    );
  }
});

test('a submitted return is kept byte for byte, and a resubmission is the next version', async () => {
  const first = await aFreeze(2027);
  await aFreeze(2027);
  await asTenant(db.app, ours, async (tx) => {
    const freezes = await listFreezes(tx, 2027);
    assert.deepEqual(
      freezes.map(({ version }) => version),
      [2, 1],
    );
    assert.deepEqual(
      freezes[1]?.files.map(({ name, size }) => [name, size]),
      [
        ['header.csv', 11],
        ['episodes.csv', 13],
      ],
    );
    const files = await loadFreezeFiles(tx, first);
    assert.deepEqual(
      files.map(({ content }) => Buffer.from(content).toString()),
      ['CHILD\r\nA1\r\n', 'CHILD,DECOM\r\n'],
    );
  });
});

const TAMPERING = [
  `update return_freeze set note = 'other'`,
  `update return_freeze set kind = 'rehearsal'`,
  'update return_freeze set open = 0',
  'delete from return_freeze',
  `update return_freeze_file set gzipped = '\\x00'`,
  'delete from return_freeze_file',
  'truncate return_freeze_file',
];

test('neither the application nor the owner of the tables changes a submitted return', async () => {
  const id = await aFreeze(2024);
  for (const statement of TAMPERING) {
    const asApp = asTenant(db.app, ours, (tx) => sql.raw(statement).execute(tx));
    await assert.rejects(asApp, /permission denied|kept as it was/, `app: ${statement}`);
    const asOwner = asTenant(db.owner, ours, (tx) => sql.raw(statement).execute(tx));
    await assert.rejects(asOwner, /kept as it was/, `owner: ${statement}`);
  }
  for (const ordinal of [0, 3]) {
    const add = asTenant(db.app, ours, (tx) =>
      sql`insert into return_freeze_file (freeze_id, ordinal, name, size, sha256, gzipped)
        values (${id}, ${ordinal}, 'more.csv', 1, '', '\\x00')`.execute(tx),
    );
    await assert.rejects(add, /kept as it was/);
  }
});

test('a rehearsal is taken away whole, and a submission beside it is not', async () => {
  const submission = await aFreeze(2023);
  const rehearsal = await aFreeze(2023, 'rehearsal');
  const inDatabase = <T>(work: Parameters<typeof asTenant<T>>[2]) => asTenant(db.app, ours, work);
  assert.equal(await inDatabase((tx) => findLatestFreeze(tx, 2023)), submission);
  await assert.rejects(
    inDatabase((tx) => removeRehearsal(tx, submission)),
    /kept as it was/,
  );
  await inDatabase((tx) => removeRehearsal(tx, rehearsal));
  await inDatabase(async (tx) => {
    assert.deepEqual(await listFreezes(tx, 2023, 'rehearsal'), []);
    assert.equal((await loadFreezeFiles(tx, rehearsal)).length, 0);
    assert.equal((await loadFreezeFiles(tx, submission)).length, 2);
  });
});

test('saboteur: without its triggers a submission could be taken away as a rehearsal is', async () => {
  const submission = await aFreeze(2022);
  for (const table of ['return_freeze', 'return_freeze_file'])
    await asSuperuser(db, `alter table ${table} disable trigger taken_away`);
  try {
    await asTenant(db.app, ours, (tx) => removeRehearsal(tx, submission));
  } finally {
    for (const table of ['return_freeze', 'return_freeze_file'])
      await asSuperuser(db, `alter table ${table} enable trigger taken_away`);
  }
  assert.deepEqual(await asTenant(db.app, ours, (tx) => listFreezes(tx, 2022)), []);
});

test('saboteur: without its triggers a submitted return could be changed by their owner, and a changed file is noticed', async () => {
  const id = await aFreeze(2025);
  await asSuperuser(db, 'alter table return_freeze_file disable trigger kept');
  try {
    await asTenant(db.owner, ours, (tx) =>
      sql`update return_freeze_file set sha256 = 'other' where freeze_id = ${id} and ordinal = 1`.execute(tx),
    );
  } finally {
    await asSuperuser(db, 'alter table return_freeze_file enable trigger kept');
  }
  const load = asTenant(db.app, ours, (tx) => loadFreezeFiles(tx, id));
  await assert.rejects(load, /is not what it was when it was frozen/);
});

const TABLES = ['return_check', 'return_finding', 'finding_answer', 'return_freeze', 'return_freeze_file'];

const seenIn = async (table: string, tenant: typeof ours | undefined): Promise<number> => {
  const count = sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`;
  const { rows } =
    tenant === undefined
      ? await count.execute(db.app)
      : await asTenant(db.app, tenant, (tx) => count.execute(tx));
  return rows[0]?.n ?? -1;
};

test('nothing of return readiness is seen without an authority, nor by another', async () => {
  for (const table of TABLES) {
    assert.ok((await seenIn(table, ours)) > 0, table);
    assert.equal(await seenIn(table, theirs), 0, table);
    assert.equal(await seenIn(table, undefined), 0, table);
  }
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('saboteur: a wall taken down is noticed', async () => {
  await asSuperuser(db, 'alter table return_finding disable row level security');
  try {
    assert.ok((await seenIn('return_finding', theirs)) > 0);
    assert.deepEqual(await findHolesInWalls(db.owner), ['return_finding: row-level security is off']);
  } finally {
    await asSuperuser(db, 'alter table return_finding enable row level security');
  }
});
