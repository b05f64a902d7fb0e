import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addBoard, type BoardToSave, listBoards, saveBoardVersion } from './boards.ts';

let db: TestDatabase;
let ada: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  ada = (await inside((tx) => addPerson(tx, { name: 'Ada Osei' }))).id;
});
after(() => db.close());

const aBoard = (said: Partial<BoardToSave> = {}): BoardToSave => ({
  title: 'Placements meeting',
  about: 'Every Tuesday',
  roles: ['director', 'placements-officer'],
  measures: ['foster-share', 'cla-number'],
  savedBy: ada,
  savedAt: moment('2026-10-05T09:00:00Z'),
  ...said,
});

test('a board is read as it was last saved, its measures in their order', async () => {
  const id = await inside((tx) => addBoard(tx, aBoard()));
  const next = { ...aBoard({ measures: ['cla-number', 'foster-share', 'cla-number'] }), id, version: 2 };
  assert.equal(await inside((tx) => saveBoardVersion(tx, next)), true);
  assert.equal(await inside((tx) => saveBoardVersion(tx, next)), false, 'a version is saved once');
  const [found] = await inside(listBoards);
  const { savedBy: _, ...kept } = next;
  assert.deepEqual(found, { ...kept, savedByName: 'Ada Osei', savedAt: '2026-10-05T09:00:00.000000Z' });
  await inside((tx) => saveBoardVersion(tx, { ...next, version: 3, removed: true }));
  assert.deepEqual(await inside(listBoards), []);
});

test('no version is changed or taken away', async () => {
  await inside((tx) => addBoard(tx, aBoard()));
  for (const statement of [
    `update board_version set title = 'x'`,
    'delete from board_version',
    'delete from board',
  ])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    );
});

test('cross-authority: boards are behind their authority’s wall', async () => {
  const id = await inside((tx) => addBoard(tx, aBoard()));
  assert.deepEqual(await outside(listBoards), []);
  await assert.rejects(
    outside((tx) => saveBoardVersion(tx, { ...aBoard({ savedBy: null }), id, version: 2 })),
    /violates foreign key/,
  );
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});
