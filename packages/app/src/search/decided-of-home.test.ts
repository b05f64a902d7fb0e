import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { searching, TO_DIRECTOR } from '../../test/search-world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openSearch } from './open-search.ts';

let world: EntryWorld;
let acting: ReturnType<typeof searching>;
let officer: SignedIn;
before(async () => {
  world = await anEntryWorld();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
  officer = await world.as('placements-officer');
});
after(() => world.close());

const decided = async (id: number): Promise<readonly string[]> => {
  const view = await openSearch(world, officer, id);
  assert.ok(view.kind === 'search');
  return view.decisions.map(({ sentence }) => sentence.replace(/^\S+ \S+ /, ''));
};
const taken = async (who: SignedIn, id: number, step: string, said: object = {}): Promise<void> => {
  world.pass(5);
  const answer = await world.take(who, id, step, { said: { ...said } });
  assert.equal(answer.kind, 'step-taken', `${step}: ${'sentence' in answer ? answer.sentence : ''}`);
};

test('what the director decided of a home is what they decided of it, and not that they stand by another word of theirs', async () => {
  const id = await acting.aSearch('DH1');
  const another = (await world.signIn(await world.someone('director'))).signedIn;
  const director = await world.as('director');
  await taken(officer, id, 'all-tiers-by-word', { 'word-of': another.actor.id });
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR);
  await taken(another, id, 'confirm');
  assert.deepEqual(await decided(id), []);
  await taken(officer, id, 'approve-by-word', { 'word-of': director.actor.id });
  await taken(director, id, 'confirm');
  const both = await decided(id);
  assert.equal(both.length, 2, both.join('; '));
  assert.match(
    both.join('; '),
    /approval of this home.*; .*confirmed that the approval written down was theirs/,
  );
});
