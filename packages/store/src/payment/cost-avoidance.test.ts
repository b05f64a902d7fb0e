import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, moment, pencePerWeek } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { addCase } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addAgreement } from './agreements.ts';
import {
  type AvoidanceToAdd,
  addAvoidance,
  addAvoidanceDecision,
  listAvoidance,
  type StoredAvoidance,
} from './cost-avoidance.ts';

let db: TestDatabase;
let kit: number;
let fay: number;
let agreement: number;
const CHILD = childId('T1');
const AT = moment('2026-11-20T09:00:00Z');
const LATER = moment('2026-11-21T09:00:00Z');
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  kit = (await inside((tx) => addPerson(tx, { name: 'Kit Rowanby' }))).id;
  fay = (await inside((tx) => addPerson(tx, { name: 'Fay Ledgerby' }))).id;
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
  const begun = {
    workflow: 'placement-request',
    version: 2,
    child: CHILD,
    begunBy: kit,
    teamId: null,
    key: 'c',
  };
  const caseId = (await inside((tx) => addCase(tx, begun))).id;
  const terms = { starts: day('2026-11-09'), expectedEnd: null, lines: [], absences: [], words: {} };
  const made = await inside((tx) =>
    addAgreement(
      tx,
      { caseId, offer: '1', home: 'Lane House' },
      { at: AT, by: kit, what: 'made', said: {}, terms, key: 'a' },
    ),
  );
  assert.ok(made !== undefined);
  agreement = made;
});
after(() => db.close());

let drafted = 0;
const line = (said: Partial<AvoidanceToAdd> = {}): AvoidanceToAdd => {
  drafted += 1;
  return {
    agreement,
    forum: 'placements-forum',
    category: 'rate',
    of: 'Core fee',
    agreedOn: day('2026-11-02'),
    before: pencePerWeek(520_000),
    after: pencePerWeek(490_000),
    nights: { starts: day('2026-11-09'), ends: day('2027-03-29') },
    whyWeeks: 'To the end of the year',
    evidence: 'Two e-mails',
    by: kit,
    at: AT,
    key: `k${drafted}`,
    insteadOf: null,
    ...said,
  };
};
const add = (said: Partial<AvoidanceToAdd> = {}): Promise<number> =>
  inside((tx) => addAvoidance(tx, line(said)));
const found = async (id: number): Promise<StoredAvoidance> => {
  const [one] = await inside((tx) => listAvoidance(tx, { id }));
  assert.ok(one !== undefined);
  return one;
};
const decide = async (
  id: number,
  what: 'verified' | 'sent-back' | 'taken-back',
  by: number,
  reason = 'Why',
) => {
  const one = await found(id);
  await inside((tx) => addAvoidanceDecision(tx, one, { what, reason, by, at: LATER }));
};

test('the same nights of one price are counted once, whichever forum claims them, until they are sent back', async () => {
  const first = await add();
  const panel = {
    forum: 'panel',
    of: ' core  FEE',
    nights: { starts: day('2027-03-28'), ends: day('2027-05-01') },
  } as const;
  await assert.rejects(add(panel), /counted_once/);
  const after = { ...panel, nights: { starts: day('2027-03-29'), ends: day('2027-05-01') } };
  const other = await add(after);
  await add({ of: '2:1 staffing' });
  await decide(first, 'sent-back', fay);
  await add({ insteadOf: first });
  assert.deepEqual([(await found(first)).standing, (await found(other)).standing], ['sent-back', 'drafted']);
});

test('whoever drafted a line cannot verify it, even past the service, and nothing is rewritten', async () => {
  const id = await add({ of: 'Night staff' });
  await assert.rejects(decide(id, 'verified', kit), /verified_by_another/);
  await decide(id, 'verified', fay, '');
  await assert.rejects(decide(id, 'taken-back', fay, ''), /refused_with_a_reason/);
  assert.equal((await found(id)).standing, 'verified');
  for (const change of [sql`counts = true`, sql`counts = false, of_line = 'x'`])
    await assert.rejects(
      inside((tx) => sql`update cost_avoidance set ${change} where id = ${id}`.execute(tx)),
      /permission denied|only cease to count/,
    );
  const before = await inside((tx) => listAvoidance(tx, { id, until: AT }));
  assert.equal(before[0]?.standing, 'drafted', 'as it stood then');
});

test('a line says what came down, and claims no more than 52 weeks', async () => {
  await assert.rejects(add({ of: 'a', after: pencePerWeek(520_000) }), /it_came_down/);
  await assert.rejects(
    add({ of: 'b', nights: { starts: day('2026-01-01'), ends: day('2027-01-01') } }),
    /nights_are_said/,
  );
});

test('lines of cost avoided stand behind the wall between authorities', async () => {
  assert.deepEqual(await outside((tx) => listAvoidance(tx)), []);
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});
