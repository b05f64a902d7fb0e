import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenant, createAuthority, listBoards, saveBoardVersion, type Tx } from '@rightplace/store';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../test/world.ts';
import { giveBoards } from './give-boards.ts';

const REAL = 'E10000097';

let world: TestWorld;
before(async () => {
  world = await aWorld();
  await asTenant(world.db, { authorityId: REAL }, (tx) => createAuthority(tx, { name: 'A real one' }));
});
after(() => world.close());

const inside = <T>(authorityId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(world.db, { authorityId }, work);
const titles = async (authorityId: string): Promise<readonly string[]> =>
  (await inside(authorityId, listBoards)).map(({ title }) => title);

test('a demonstration that came without boards gets them, once, and a real authority gets none', async () => {
  await Promise.all([giveBoards(world), giveBoards(world)]);
  await giveBoards(world);
  assert.deepEqual(await titles(NORTHMARSH), ['Corporate parenting board', 'Placements meeting']);
  assert.deepEqual(await titles(REAL), []);
});

test('a demonstration whose boards were taken away is given none', async () => {
  for (const board of await inside(SOUTHFELL, listBoards)) {
    const { savedByName: _, ...kept } = board;
    const removed = { ...kept, version: board.version + 1, savedBy: null, removed: true };
    assert.equal(await inside(SOUTHFELL, (tx) => saveBoardVersion(tx, removed)), true);
  }
  await giveBoards(world);
  assert.deepEqual(await titles(SOUTHFELL), []);
});
