import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { optionsShown } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { searching } from '../../test/search-world.ts';

let world: EntryWorld;
before(async () => {
  world = await anEntryWorld();
});
after(() => world.close());

test('whoever has the fewest searches comes first, whatever their number', async () => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const acting = searching(world, ana);
  const busy = await world.as('placements-officer');
  const idle = await world.someone('placements-officer');
  assert.ok(idle > busy.person.id);
  await acting.aSearch('O1');
  const id = await acting.asked(await acting.authorised('O2'));
  await world.fillIn(id, ana);
  await acting.takeAll(id, [
    ['social-worker', 'submit'],
    ['placements-officer', 'permit'],
  ]);
  const seen = await world.seenBy(busy, id);
  assert.ok(seen.kind === 'case');
  const asked = seen.steps.find((step) => step.id === 'allocate')?.asks[0];
  assert.ok(asked?.kind === 'one-of');
  assert.deepEqual(
    optionsShown(asked).map(([officer]) => Number(officer)),
    [idle, busy.person.id],
  );
  assert.match(optionsShown(asked)[1]?.[1] ?? '', /, 1 live search$/);
});
