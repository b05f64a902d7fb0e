import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenant } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { draftForHome } from '../../test/home-requests.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { conditionsBefore } from './conditions-before.ts';
import { findCaseFor } from './find-case.ts';

let world: EntryWorld;
before(async () => {
  world = await anEntryWorld();
});
after(() => world.close());

test('whoever does not see the request for care is told none of its conditions, nor of a case that is not in their reach', async () => {
  const { signedIn } = await world.signIn(world.ana);
  const id = await draftForHome(world, signedIn, { number: 'CB1', conditions: 'Near the academy' });
  await asTenant(world.db, { authorityId: NORTHMARSH, personId: signedIn.person.id }, async (tx) => {
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
    assert.ok(found.kind === 'found');
    const told = async (changes: Partial<typeof found> = {}) =>
      (await conditionsBefore(tx, { ...found, ...changes })).map(({ words }) => words);
    assert.deepEqual(await told(), ['Near the academy']);
    assert.deepEqual(await told({ seesToo: () => false }), []);
    assert.deepEqual(await told({ isReached: false }), []);
  });
});
