/** Homes are called in the night of an emergency, long before anybody types the request for one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, londonDayOf } from '@rightplace/domain';
import { asTenant, findCase } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { APPROACHED, searching } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { firstBegun } from '../cases/first-begun.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: EntryWorld;
let ana: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  acting = searching(world, ana);
});
after(() => world.close());

test('a call of three days before the request is logged where the request for care was begun by then, and none of before that', async () => {
  const begun = londonDayOf(world.now());
  const entry = await acting.authorised('CN1');
  world.pass(3 * 24 * 60);
  const id = await acting.asked(entry);
  await acting.toSearch(id);
  const called = (on: string) => acting.write(id, 'approach', null, { ...APPROACHED, 'sent-on': on });
  assert.equal((await called(begun)).kind, 'entry-written');
  const early = await called(addDays(begun, -1));
  assert.ok(early.kind === 'refused' && early.name === 'not-said');
  assert.match(
    'faults' in early ? (early.faults[0]?.sentence ?? '') : '',
    /the request that this one follows was begun then/,
  );
});

test('a request for a home that follows the full request of an emergency reaches back to the night on which that was raised', async () => {
  const raised = world.now();
  const night = await world.begin('CN2', ana, true);
  await world.fillIn(night, ana);
  await acting.takeAll(night, [
    ['team-manager', 'manager-approve'],
    ['director', 'director-approve'],
    ['social-worker', 'placed'],
  ]);
  world.pass(2 * 24 * 60);
  const full = await openFromCase(world, ana, { id: night, key: 'the full request' });
  assert.ok(full.kind === 'opened-from', acting.nameOf(full));
  const first = await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const none = await firstBegun(tx, { openedFrom: null });
    assert.equal(none, undefined);
    assert.equal((await findCase(tx, full.id))?.openedFrom, night);
    return firstBegun(tx, { openedFrom: full.id });
  });
  assert.equal(first, raised);
});
