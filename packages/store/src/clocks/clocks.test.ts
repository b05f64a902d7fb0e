import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addClockEntry, isClockEntryThere, listClockEntries, type NewClockEntry } from './clocks.ts';

let db: TestDatabase;
let jo: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

const AT = moment('2026-11-10T09:30:00Z');
const CHILD = childId('T1');

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  jo = (await inside((tx) => addPerson(tx, { name: 'Jo Park' }))).id;
  const none = { facts: [], periodsOfCare: [], needs: [], legalStatuses: [], placements: [] };
  const children = [CHILD, childId('T2')].map((id) => ({ id, details: {}, ...none }));
  await inside((tx) => saveChildren(tx, { children, clock: () => AT, why: 'Invented' }));
});
after(() => db.close());

const anEntry = (more: Partial<NewClockEntry> = {}): NewClockEntry => ({
  child: CHILD,
  number: 1,
  rule: 'placement-plan',
  start: 'placement 2026-11-02',
  kind: 'done',
  on: day('2026-11-09'),
  at: undefined,
  until: undefined,
  said: 'Signed by all.',
  takesBack: undefined,
  by: String(jo),
  byRole: 'social-worker',
  saidAt: AT,
  key: 'k1',
  ...more,
});
const add = (entry: NewClockEntry): Promise<boolean> => inside((tx) => addClockEntry(tx, entry));

test('what was said of a clock is read as it was said, of one child or of all', async () => {
  const told = anEntry({
    start: 'said f1',
    rule: 'police-protection',
    kind: 'began',
    at: AT,
    until: day('2026-12-01'),
  });
  assert.equal(await add(told), true);
  const { key, ...entry } = told;
  assert.deepEqual(await inside((tx) => listClockEntries(tx, CHILD)), [entry]);
  assert.deepEqual(await inside((tx) => listClockEntries(tx)), [entry]);
  assert.deepEqual(await inside((tx) => listClockEntries(tx, childId('T2'))), []);
  assert.equal(await inside((tx) => isClockEntryThere(tx, { by: entry.by, key })), true);
  assert.equal(await inside((tx) => isClockEntryThere(tx, { by: entry.by, key: 'another' })), false);
});

test('of two people who say the same thing next the second cannot, and one form sent twice is one entry', async () => {
  const both = await Promise.all([
    add(anEntry({ start: 'twice', key: 'one' })),
    add(anEntry({ start: 'twice', key: 'two' })),
  ]);
  assert.deepEqual(
    both.toSorted((a, b) => Number(a) - Number(b)),
    [false, true],
  );
  const again = anEntry({ start: 'twice', number: 2, key: 'again' });
  assert.equal(await add(again), true);
  assert.equal(await add({ ...again, number: 3 }), false);
});

test('what was said is neither changed nor deleted, and only an earlier entry is taken back', async () => {
  assert.equal(await add(anEntry({ start: 'kept', key: 'kept' })), true);
  await assert.rejects(
    inside((tx) => sql`update clock_entry set said = 'otherwise'`.execute(tx)),
    /permission denied/,
  );
  await assert.rejects(
    inside((tx) => sql`delete from clock_entry`.execute(tx)),
    /permission denied/,
  );
  const back = anEntry({ start: 'kept', number: 2, kind: 'taken-back', takesBack: 1, key: 'back' });
  for (const wrong of [
    { takesBack: 2 },
    { takesBack: 7 },
    { takesBack: undefined },
    { kind: 'done' as const },
  ])
    await assert.rejects(add({ ...back, ...wrong }), /violates (check|foreign key) constraint/);
  assert.equal(await add(back), true);
});

test('what is said of a child stays behind the wall of its authority', async () => {
  await add(anEntry({ start: 'walled', key: 'walled' }));
  assert.deepEqual(await outside((tx) => listClockEntries(tx)), []);
  assert.equal(await outside((tx) => addClockEntry(tx, anEntry({ start: 'theirs', key: 'theirs' }))), false);
  assert.deepEqual(
    (await findHolesInWalls(db.app)).filter((hole) => JSON.stringify(hole).includes('clock_entry')),
    [],
  );
});
