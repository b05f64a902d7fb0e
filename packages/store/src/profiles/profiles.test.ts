import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { addCase, addEvidence } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import {
  addProfileAnswer,
  addProfileVersion,
  listProfileAnswers,
  listProfileVersions,
  type StoredFindingAnswer,
} from './profiles.ts';

const OURS = { authorityId: 'X00000001' };
const THEIRS = { authorityId: 'X00000002' };
const AT = moment('2026-11-02T09:30:00Z');
const CHILD = childId('T1');

let db: TestDatabase;
let jo: number;
let caseId: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, OURS, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await asTenant(db.app, THEIRS, (tx) => createAuthority(tx, { name: 'Elsewhere' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const child = { id: CHILD, details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [] };
  await inside((tx) =>
    saveChildren(tx, { children: [{ ...child, placements: [] }], clock: () => AT, why: 'Invented' }),
  );
  const begun = { workflow: 'placement-request', version: 1, child: CHILD, begunBy: jo, teamId: null };
  caseId = (await inside((tx) => addCase(tx, { ...begun, key: 'one' }))).id;
  await inside((tx) => addEvidence(tx, caseId, { revision: 1, answers: {}, savedBy: jo, savedAt: AT }));
});
after(() => db.close());

const approve = (content: string, key: string): Promise<void> =>
  inside((tx) =>
    addProfileVersion(tx, caseId, {
      stage: 'profile',
      revision: 1,
      addedRevision: null,
      content,
      approvedBy: jo,
      approvedAt: AT,
      key,
    }),
  );
const answer = (changes: Partial<StoredFindingAnswer & { key: string }> = {}): Promise<void> =>
  inside((tx) =>
    addProfileAnswer(tx, caseId, {
      stage: 'profile',
      question: 'likes',
      kind: 'name',
      weight: 'reason',
      words: 'Kofi',
      text: 'Kofi Annan is his hero',
      why: 'Somebody famous',
      answeredBy: jo,
      answeredAt: AT,
      key: 'form',
      ...changes,
    }),
  );

test('each version that is approved is kept letter by letter, and one form sent twice is one version', async () => {
  await approve('{"b":1, "a":2}', 'first');
  await approve('{"b":1, "a":2}', 'first');
  await approve('{"b":2}', 'second');
  const versions = await inside((tx) => listProfileVersions(tx, caseId, 'profile'));
  assert.deepEqual(
    versions.map(({ version, content }) => [version, content]),
    [
      [2, '{"b":2}'],
      [1, '{"b":1, "a":2}'],
    ],
  );
});

test('what was said of words is kept once for a form, with why', async () => {
  await answer();
  await answer();
  const said = await inside((tx) => listProfileAnswers(tx, caseId));
  assert.deepEqual(
    said.map(({ words, why, answeredBy }) => [words, why, answeredBy]),
    [['Kofi', 'Somebody famous', jo]],
  );
});

test('the database keeps nothing said of an address, a postcode or a full name, and nothing without its reason', async () => {
  for (const kind of ['full-name', 'address', 'postcode', 'phone', 'email', 'born'])
    await assert.rejects(answer({ kind, key: kind }), /profile_answer_kind_check/, kind);
  await assert.rejects(answer({ why: '', key: 'no reason' }), /said_why/);
  await answer({ why: '', weight: 'look', words: 'Rose', key: 'looked at' });
});

test('the application can neither change nor delete what was approved or said', async () => {
  for (const table of ['profile_version', 'profile_answer'])
    for (const statement of [`update ${table} set case_id = 1`, `delete from ${table}`])
      await assert.rejects(
        inside((tx) => sql.raw(statement).execute(tx)),
        /permission denied/,
        statement,
      );
});

test('another authority sees none of it, and a wall that is taken down is noticed', async () => {
  const theirs = await asTenant(db.app, THEIRS, async (tx) => [
    ...(await listProfileVersions(tx, caseId, 'profile')),
    ...(await listProfileAnswers(tx, caseId)),
  ]);
  assert.deepEqual(theirs, []);
  assert.deepEqual(await findHolesInWalls(db.owner), []);
  await asSuperuser(db, 'alter table profile_version disable row level security');
  try {
    const holes = await findHolesInWalls(db.owner);
    assert.ok(holes.some((hole) => JSON.stringify(hole).includes('profile_version')));
  } finally {
    await asSuperuser(db, 'alter table profile_version enable row level security');
  }
});
