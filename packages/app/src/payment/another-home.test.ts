/** A search that had another home first: nothing that was said of that one is offered again for this one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { searching, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { additionsAtMove } from './additions-at-move.ts';
import { beginAgreement } from './make-agreement.ts';

let world: EntryWorld;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
});
after(() => world.close());

const TRAVEL = { what: 'Travel', weekly: '70', starts: '2026-12-20', ends: '2027-01-20', why: 'To school' };

test('the day of the move of another home is not offered again, and of two days of this home the newer is', async () => {
  const id = await acting.aSearch('AH1');
  const officer = await world.as('placements-officer');
  await acting.anOffer(id, { 'starts-on': '2026-11-30' });
  await acting.anOffer(id, { home: 'Second', 'starts-on': '2026-12-20', additions: [TRAVEL] });
  const given = async () => {
    const begun = await beginAgreement(world, officer, id);
    assert.ok(begun.kind === 'to-agree', JSON.stringify(begun));
    const [addition] = begun.given['additions'] as readonly Readonly<Record<string, string>>[];
    return [begun.given['starts-on'], addition?.['starts']];
  };
  const moves = async () => (await additionsAtMove(world, officer, id))?.moves;
  await acting.takeAll(id, [
    ...TO_DIRECTOR,
    ...TO_THE_MOVE.slice(0, 3),
    ['placements-officer', 'confirm-move', { 'moves-on': '2026-11-27' }],
    ['placements-officer', 'fell-through'],
    ['placements-officer', 'share-offers'],
    ['social-worker', 'choose', { offer: 'Offer 2: Second' }],
    ...TO_DIRECTOR.slice(2),
    ['director', 'approve'],
  ]);
  assert.deepEqual(await given(), ['2026-12-20', '2026-12-20']);
  assert.equal(await moves(), undefined);
  await acting.takeAll(id, [
    ['placements-officer', 'notify'],
    ['placements-officer', 'send-contract'],
    ['placements-officer', 'confirm-move', { 'moves-on': '2026-12-21' }],
  ]);
  assert.deepEqual(await given(), ['2026-12-21', '2026-12-21']);
  assert.equal(await moves(), '2026-12-21');
  await acting.takeAll(id, [
    ['placements-officer', 'put-again'],
    ['director', 'approve'],
    ['placements-officer', 'notify'],
    ['placements-officer', 'move-first', { 'moves-on': '2026-12-22' }],
  ]);
  assert.deepEqual(await given(), ['2026-12-22', '2026-12-22']);
  assert.equal(await moves(), '2026-12-22');
});
