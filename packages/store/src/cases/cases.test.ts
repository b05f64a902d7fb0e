import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type CaseEvent, childId, EVERY_WORKFLOW, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addDelegation } from '../people/delegations.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addCaseLink, listCaseLinks } from './case-links.ts';
import {
  addCase,
  addCaseEvent,
  addEvidence,
  findCase,
  findEvidence,
  listAllWriters,
  listCases,
  listWriters,
} from './cases.ts';

let db: TestDatabase;
let jo: number;
let tess: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

const CHILD = childId('T1');
const AT = moment('2026-11-02T09:30:00Z');

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  tess = (await inside((tx) => addPerson(tx, { name: 'Tess Marlow' }))).id;
  const child = {
    id: CHILD,
    details: {},
    facts: [],
    periodsOfCare: [],
    needs: [],
    legalStatuses: [],
    placements: [],
  };
  await inside((tx) => saveChildren(tx, { children: [child], clock: () => AT, why: 'Invented' }));
});
after(() => db.close());

const begin = async (key: string) =>
  inside((tx) =>
    addCase(tx, { workflow: 'entry-to-care', version: 1, child: CHILD, begunBy: jo, teamId: null, key }),
  );
const anEvent = (said: Partial<CaseEvent> = {}): CaseEvent => ({
  number: 1,
  at: AT,
  step: 'begin',
  kind: 'begin',
  by: { person: String(jo), part: { role: 'social-worker' } },
  from: null,
  to: 'draft',
  said: {},
  evidence: null,
  key: 'k1',
  ...said,
});
const submitted = (said: Partial<CaseEvent> = {}): CaseEvent =>
  anEvent({
    number: 2,
    step: 'submit',
    kind: 'submit',
    from: 'draft',
    to: 'with-team-manager',
    key: 'k2',
    ...said,
  });
const add = (id: number, event: CaseEvent) => inside((tx) => addCaseEvent(tx, id, event));
const aCase = async (key: string): Promise<number> => {
  const { id } = await begin(key);
  assert.equal(await add(id, anEvent()), true);
  return id;
};

test('a case is read as it happened, with who did each thing in which part', async () => {
  const id = await aCase('read');
  await inside((tx) =>
    addDelegation(tx, {
      forPerson: String(jo),
      role: 'director',
      standsIn: String(tess),
      reason: 'leave',
      starts: AT,
      ends: moment('2026-11-03T09:30:00Z'),
      recordedBy: String(jo),
      recordedAt: AT,
    }),
  );
  const acting = submitted({
    by: { person: String(tess), part: { role: 'director', actingFor: String(jo) } },
    said: { reason: 'Two\nlines', entries: [{ name: 'Mo' }] },
  });
  assert.equal(await add(id, acting), true);
  const found = await inside((tx) => findCase(tx, id));
  assert.deepEqual(found, {
    id,
    workflow: 'entry-to-care',
    version: 1,
    child: CHILD,
    begunBy: jo,
    teamId: null,
    askedBy: null,
    openedFrom: null,
    events: [anEvent(), acting].map((event) => ({ ...event, at: '2026-11-02T09:30:00.000000Z' })),
  });
  const listed = await inside(listCases);
  assert.deepEqual(
    listed.find((one) => one.id === id),
    found,
  );
});

test('the form that begins a case begins one, however often it is sent', async () => {
  const [first, second] = [await begin('twice'), await begin('twice')];
  assert.deepEqual([first.isNew, second], [true, { id: first.id, isNew: false }]);
});

test('of all who would decide the same step at one moment, one does', async () => {
  const id = await aCase('race');
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      add(
        id,
        submitted({
          key: `race ${n}`,
          by: { person: String(n % 2 ? jo : tess), part: { role: 'director' } },
        }),
      ),
    ),
  );
  assert.equal(tries.filter(Boolean).length, 1);
  assert.equal((await inside((tx) => findCase(tx, id)))?.events.length, 2);
});

test('one form is one event, even under another number, and of what comes about by itself too', async () => {
  const id = await aCase('once');
  assert.equal(await add(id, submitted()), true);
  assert.equal(await add(id, submitted({ number: 3, from: 'with-team-manager', to: 'draft' })), false);
  const lapse = anEvent({ step: 'lapse', kind: 'lapse', by: null, from: 'a', to: 'lapsed', key: 'lapse 3' });
  assert.equal(await add(id, { ...lapse, number: 3 }), true);
  assert.equal(await add(id, { ...lapse, number: 4 }), false);
});

test('an event that cannot be is refused by the database itself', async () => {
  const id = await aCase('rules');
  const bad: readonly (readonly [string, CaseEvent])[] = [
    ['only_the_first_begins', submitted({ kind: 'begin', from: null })],
    ['only_the_first_begins', submitted({ from: null })],
    ['only_a_lapse_is_nobodys', submitted({ by: null })],
    [
      'nobody_stands_in_for_themselves',
      submitted({ by: { person: String(jo), part: { role: 'director', actingFor: String(jo) } } }),
    ],
    ['foreign key', submitted({ evidence: 7 })],
  ];
  for (const [rule, event] of bad) await assert.rejects(add(id, event), new RegExp(rule), rule);
});

test('what happened and what was written is never changed or taken away', async () => {
  const id = await aCase('kept');
  await inside((tx) => addEvidence(tx, id, { revision: 1, answers: { a: 'b' }, savedBy: jo, savedAt: AT }));
  for (const table of ['workflow_case', 'case_event', 'case_evidence'])
    for (const statement of [`delete from ${table}`, `update ${table} set authority_id = authority_id`])
      await assert.rejects(
        inside((tx) => sql.raw(statement).execute(tx)),
        /permission denied/,
        statement,
      );
});

test('of two who save at once the second is told, and both revisions before stay to be read', async () => {
  const id = await aCase('evidence');
  const save = (revision: number, answers: Readonly<Record<string, string>>, savedBy = jo) =>
    inside((tx) => addEvidence(tx, id, { revision, answers, savedBy, savedAt: AT }));
  assert.equal(await inside((tx) => findEvidence(tx, id)), undefined);
  assert.equal(await save(1, { why: 'First' }), true);
  assert.equal(await save(2, { why: 'Second' }), true);
  assert.equal(await save(2, { why: 'At once' }, tess), false);
  assert.deepEqual((await inside((tx) => findEvidence(tx, id)))?.answers, { why: 'Second' });
  assert.deepEqual((await inside((tx) => findEvidence(tx, id, 1)))?.answers, { why: 'First' });
});

test('cross-authority: cases, their events and evidence are behind their authority’s wall', async () => {
  const id = await aCase('wall');
  assert.equal(await outside((tx) => findCase(tx, id)), undefined);
  assert.deepEqual(await outside(listCases), []);
  assert.equal(await outside((tx) => findEvidence(tx, id)), undefined);
  await assert.rejects(
    outside((tx) => addCaseEvent(tx, id, anEvent({ number: 9, kind: 'submit', from: 'draft' }))),
    /violates foreign key/,
  );
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('a word is kept with whose it is, and the database refuses one of whoever writes it down, or of nobody', async () => {
  const id = await aCase('word');
  const word = (said: Partial<CaseEvent> = {}): CaseEvent =>
    submitted({
      step: 'write-down-manager',
      kind: 'write-down',
      wordOf: { person: String(tess), part: { role: 'team-manager' } },
      ...said,
    });
  const { wordOf: _, ...nobodys } = word();
  for (const [rule, event] of [
    [
      'nobody_writes_down_their_own_word',
      word({ wordOf: { person: String(jo), part: { role: 'director' } } }),
    ],
    ['a_word_is_somebodys', nobodys],
    ['a_word_is_somebodys', word({ kind: 'submit' })],
  ] as const)
    await assert.rejects(add(id, event), new RegExp(rule), rule);
  assert.equal(await add(id, word()), true);
  const found = await inside((tx) => findCase(tx, id));
  assert.deepEqual(found?.events[1]?.wordOf, word().wordOf);
});

test('what was written in a case has made the one that was opened from it, behind the authority’s wall', async () => {
  const [night, full] = [await aCase('night'), await aCase('full')];
  await inside((tx) =>
    addEvidence(tx, night, { revision: 1, answers: { a: 'b' }, savedBy: tess, savedAt: AT }),
  );
  const bothOf = (people: readonly number[] | undefined) => new Set(people);
  assert.deepEqual(await inside((tx) => listWriters(tx, full)), []);
  for (let n = 0; n < 2; n += 1)
    await inside((tx) => addCaseLink(tx, { case: full, from: night, by: jo, at: AT }));
  // Whoever raised it asked for care, though they wrote none of it.
  assert.deepEqual(bothOf(await inside((tx) => listWriters(tx, full))), new Set([jo, tess]));
  assert.deepEqual(bothOf((await inside(listAllWriters)).get(full)), new Set([jo, tess]));
  assert.deepEqual(await inside((tx) => listWriters(tx, night)), [tess]);
  const panel = await aCase('panel');
  await inside((tx) => addCaseLink(tx, { case: panel, from: full, by: jo, at: AT }));
  const made = 'what they asked was brought over, and brought over again';
  assert.deepEqual(bothOf(await inside((tx) => listWriters(tx, panel))), new Set([jo, tess]), made);
  assert.deepEqual(bothOf((await inside(listAllWriters)).get(panel)), new Set([jo, tess]), made);
  assert.equal((await inside((tx) => findCase(tx, full)))?.openedFrom, night);
  assert.equal((await inside((tx) => findCase(tx, full)))?.askedBy, jo);
  assert.equal((await inside((tx) => findCase(tx, night)))?.openedFrom, null);
  assert.deepEqual(
    (await inside(listCaseLinks)).filter((link) => link.case === full),
    [{ case: full, from: night }],
  );
  assert.deepEqual(await outside(listCaseLinks), []);
  for (const statement of ['delete from case_link', 'update case_link set from_case = from_case'])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    );
});

test('a case of every process there is can be kept, with every step it may take', async () => {
  for (const { id, version, begins, steps } of EVERY_WORKFLOW) {
    const { id: caseId } = await inside((tx) =>
      addCase(tx, { workflow: id, version, child: CHILD, begunBy: jo, teamId: null, key: `every ${id}` }),
    );
    await inside((tx) => addCaseEvent(tx, caseId, anEvent({ to: begins.in })));
    for (const [i, step] of steps.entries()) {
      const event = anEvent({
        number: i + 2,
        step: step.id,
        kind: step.kind,
        from: begins.in,
        to: step.to ?? begins.in,
        key: `every ${i}`,
        ...(step.kind === 'write-down'
          ? { wordOf: { person: String(tess), part: { role: 'team-manager' as const } } }
          : {}),
      });
      assert.equal(await inside((tx) => addCaseEvent(tx, caseId, event)), true, `${id} ${step.id}`);
    }
  }
});
