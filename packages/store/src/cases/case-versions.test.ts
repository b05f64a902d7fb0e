/** Whatever is kept of cases is told by one version: nothing that lists read of a case may change without it. */
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
import { versionOfCases } from './case-versions.ts';
import { addCase } from './cases.ts';

let db: TestDatabase;
let jo: number;
let [first, second] = [0, 0];
const HERE = 'X00000001';
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asTenant(db.app, { authorityId: HERE }, work);
const version = () => inside(versionOfCases);
const begun = (child: string, key: string) =>
  inside((tx) =>
    addCase(tx, {
      workflow: 'placement-request',
      version: 1,
      child: childId(child),
      begunBy: jo,
      teamId: null,
      key,
    }),
  );

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await asTenant(db.app, { authorityId: 'X00000002' }, (tx) => createAuthority(tx, { name: 'Elsewhere' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const blank = { details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [], placements: [] };
  await inside((tx) =>
    saveChildren(tx, {
      children: ['V1', 'V2'].map((id) => ({ id: childId(id), ...blank })),
      clock: () => moment('2026-11-02T09:30:00Z'),
      why: 'Invented',
    }),
  );
});
after(() => db.close());

test('there is a version once there is a case, another with every case, and none of another authority', async () => {
  assert.equal(await version(), undefined);
  first = (await begun('V1', 'k1')).id;
  const one = await version();
  second = (await begun('V2', 'k2')).id;
  const two = await version();
  assert.ok(one !== undefined && two !== undefined && one !== two);
  assert.equal(await version(), two, 'while nothing is written');
  assert.equal(await asTenant(db.app, { authorityId: 'X00000002' }, versionOfCases), undefined);
});

/** By table, the plainest row of it and a change of that. */
const rows = (): Readonly<Record<string, readonly [added: string, changed: string]>> => ({
  case_standing: [
    `insert into case_standing (authority_id, case_id, workflow, state, open_words) values ('${HERE}', ${first}, 'placement-request', 'draft', 0)`,
    `update case_standing set state = 'moved' where case_id = ${first}`,
  ],
  case_event: [
    `insert into case_event (authority_id, case_id, number, at, step, kind, by_person, by_role, to_state, said, key) values ('${HERE}', ${first}, 1, now(), 'begin', 'begin', ${jo}, 'social-worker', 'draft', '{}', 'e1')`,
    `update case_event set to_state = 'moved' where case_id = ${first}`,
  ],
  case_evidence: [
    `insert into case_evidence (authority_id, case_id, revision, answers, saved_by, saved_at) values ('${HERE}', ${first}, 1, '{}', ${jo}, now())`,
    `update case_evidence set answers = '{"risk":"More."}' where case_id = ${first}`,
  ],
  case_link: [
    `insert into case_link (authority_id, case_id, from_case, linked_by, linked_at) values ('${HERE}', ${second}, ${first}, ${jo}, now())`,
    `update case_link set linked_at = now() where case_id = ${second}`,
  ],
  attachment: [
    `insert into attachment (authority_id, case_id, sealed_as, name, kind, size, sha256, about, as_writer, attached_by, attached_at, key)
       values ('${HERE}', ${first}, gen_random_uuid(), 'Plan', 'pdf', 1, sha256('x'), 'Plan', true, ${jo}, now(), 'a1')`,
    `update attachment set as_writer = false where case_id = ${first}`,
  ],
  search_entry: [
    `insert into search_entry (authority_id, case_id, number, at, kind, by_person, by_role, said, key) values ('${HERE}', ${first}, 1, now(), 'approach', ${jo}, 'placements-officer', '{}', 's1')`,
    `update search_entry set said = '{"tier":"spot"}' where case_id = ${first}`,
  ],
  workflow_case: [
    `insert into workflow_case (authority_id, workflow, version, child_id, begun_by, key) select '${HERE}', 'placement-request', 1, id, ${jo}, 'k3' from child where local_id = 'V1'`,
    `update workflow_case set team_id = team_id where id = ${first}`,
  ],
});
const written = (statement: string): Promise<void> =>
  asSuperuser(db, `begin; set local rightplace.authority = '${HERE}'; ${statement}; commit`);

test('a row that is added by hand, changed or taken away makes another version, of whichever table it is', async () => {
  for (const [table, [added, changed]] of Object.entries(rows()))
    for (const [how, statement] of [
      ['added', added],
      ['changed', changed],
      ['taken away', `delete from ${table} ${table === 'workflow_case' ? "where key = 'k3'" : ''}`],
      ['added again', added],
    ] as const) {
      const before = await version();
      await written(statement);
      assert.notEqual(await version(), before, `${table}: ${how}`);
    }
});

test('a child who comes to have another number makes another version; one of whom something else is known does not', async () => {
  const before = await version();
  await written("update child set restricted = not restricted where local_id = 'V1'");
  assert.equal(await version(), before);
  await written("update child set local_id = 'V9' where local_id = 'V1'");
  assert.notEqual(await version(), before);
  await written("update child set local_id = 'V1' where local_id = 'V9'");
});

test('a version is of the transaction: nobody else has it before that ends, and what is undone leaves the one before', async () => {
  const before = await version();
  await assert.rejects(
    inside(async (tx) => {
      await addCase(tx, {
        workflow: 'placement-request',
        version: 1,
        child: childId('V1'),
        begunBy: jo,
        teamId: null,
        key: 'undone',
      });
      assert.equal(await version(), before);
      throw new Error('Undone');
    }),
  );
  assert.equal(await version(), before);
});

test('the service itself may not draw a version, nor leave one as it was', async () => {
  for (const statement of [
    'update cases_known set version = gen_random_uuid()',
    'delete from cases_known',
    'insert into cases_known (version) values (gen_random_uuid()) on conflict do nothing',
  ])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
      statement,
    );
});

test('saboteur: were a change of any of these tables told to nobody, the version would stay as it was', async () => {
  for (const [table, [, changed]] of Object.entries(rows())) {
    // What is put right by hand in what is only ever added to is told by a trigger of its own besides.
    const triggers = table === 'case_standing' ? ['known'] : ['known', 'rewritten'];
    const all = (how: string) =>
      asSuperuser(db, triggers.map((name) => `alter table ${table} ${how} trigger ${name}`).join('; '));
    await all('disable');
    try {
      const before = await version();
      await written(changed);
      assert.equal(await version(), before, table);
    } finally {
      await all('enable');
    }
  }
});
