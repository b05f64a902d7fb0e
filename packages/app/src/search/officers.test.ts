import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { optionsShown } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { searching } from '../../test/search-world.ts';
import { listMyWork } from '../cases/list-my-work.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

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

/** How a search stands to somebody, on its page and on their list. */
const standsTo = async (who: SignedIn, id: number): Promise<readonly (string | undefined)[]> => {
  const [seen, work] = [await world.seenBy(who, id), await listMyWork(world, who)];
  assert.ok(seen.kind === 'case' && work.kind === 'my-work');
  const isListed = (list: unknown): boolean => JSON.stringify(list).includes(`"id":${id},`);
  return [seen.waiting?.for, isListed(work.mine) ? 'on their list' : undefined];
};

test('a search that was given to an officer waits for them and no other, until it is late; whoever is there may act all the same', async () => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const acting = searching(world, ana);
  const paige = await world.as('placements-officer');
  const milo = (await world.signIn(await world.someone('placements-officer'))).signedIn;
  const id = await acting.asked(await acting.authorised('O3'));
  await world.fillIn(id, ana);
  await acting.takeAll(id, [
    ['social-worker', 'submit'],
    ['placements-officer', 'permit'],
  ]);
  assert.deepEqual(await standsTo(milo, id), ['me', 'on their list'], 'nobody’s yet');
  const given = await world.take(paige, id, 'allocate', { said: { officer: String(milo.person.id) } });
  assert.equal(given.kind, 'step-taken');
  assert.deepEqual(await standsTo(milo, id), ['me', 'on their list']);
  assert.equal((await standsTo(paige, id))[1], undefined);
  assert.notEqual((await standsTo(paige, id))[0], 'me');
  const taken = await world.take(paige, id, 'ready');
  assert.equal(taken.kind, 'step-taken', 'a colleague acts for whoever is away');
  const now = world.now();
  world.pass(60 * 24 * 14);
  assert.deepEqual(await standsTo(paige, id), ['me', 'on their list'], 'late');
  assert.ok(world.now() > now);
});
