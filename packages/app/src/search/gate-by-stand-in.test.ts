import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { searching } from '../../test/search-world.ts';
import { makeDelegation } from '../delegation/make-delegation.ts';
import { openSearch } from './open-search.ts';

let world: EntryWorld;
before(async () => {
  world = await anEntryWorld();
});
after(() => world.close());

test('a group manager who stands in for the director opens what the director opens, and not without', async () => {
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const [director, gwen] = [await world.as('director'), await world.as('group-manager')];
  const id = await acting.aSearch('G stand-in');
  const offer = await acting.anOffer(id, {
    'home-kind': 'childrens-home',
    registered: 'yes',
    area: 'distance',
    'children-there': undefined,
    terms: undefined,
  });
  const opens = { gate: 'at-distance', words: 'Consulted, and the nearest that fits', on: '2026-11-20' };
  const mayOpen = async () => {
    const view = await openSearch(world, gwen, id);
    return view.kind === 'search' ? view.opens.has('at-distance') : assert.fail(view.kind);
  };
  assert.equal(await mayOpen(), false);
  const refused = await acting.write(id, 'gate', offer, opens, gwen);
  assert.ok(refused.kind === 'refused' && refused.name === 'not-at-your-level');
  assert.match(refused.sentence, /at a distance” is opened by the director of children’s services/);
  const made = await makeDelegation(world, director, {
    forPerson: director.actor.id,
    role: 'director',
    standsIn: gwen.actor.id,
    reason: 'duty',
    starts: undefined,
    ends: addMinutes(world.now(), 60),
  });
  assert.equal(made.kind, 'delegation-made');
  assert.equal(await mayOpen(), true);
  await acting.written(id, 'gate', offer, opens, gwen);
  const view = await openSearch(world, director, id);
  assert.ok(view.kind === 'search');
  const found = view.standing.search.offers.find(({ number }) => number === offer);
  assert.deepEqual(
    found?.gates.map(({ gate, role }) => [gate, role]),
    [['at-distance', 'director']],
  );
});
