import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { answersForHome, draftForHome, writeForHome } from '../../test/home-requests.ts';
import { nameOf } from '../../test/name-of.ts';
import { saveEvidence } from '../cases/save-evidence.ts';
import { showProfile } from '../profile/show-profile.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: EntryWorld;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const faultsOf = async (id: number): Promise<readonly string[]> => {
  const view = await world.seenBy(ana, id);
  assert.ok(view.kind === 'case', nameOf(view));
  return view.sections.flatMap(({ missing }) => missing.map(({ question }) => question));
};

test('a request that wants supported accommodation for a child of 11 is kept as typed and not sent on', async () => {
  const wants = { 'suits-supported': 'preferred' };
  const id = await draftForHome(world, ana, { number: 'under 16', changes: wants });
  assert.deepEqual(await faultsOf(id), ['suits-supported']);
  const view = await world.seenBy(ana, id);
  const saved = await saveEvidence(world, ana, {
    id,
    section: 'home',
    basedOn: view.kind === 'case' ? view.revision : 0,
    typed: answersForHome(wants),
  });
  assert.ok(saved.kind === 'evidence-saved', nameOf(saved));
  assert.match(saved.missing.map(({ sentence }) => sentence).join(), /Nobody under 16 may be placed there/);
  const refused = await world.take(ana, id, 'submit');
  assert.equal(nameOf(refused), 'evidence-missing');
  await writeForHome(world, ana, { id });
  assert.deepEqual(await faultsOf(id), []);
  assert.equal(nameOf(await world.take(ana, id, 'submit')), 'step-taken');
});

test('how soon and the day that do not agree are said beside the quality of the request, and nothing waits for it', async () => {
  const changes = { 'how-soon': 'days', 'needed-from': '2035-03-20' };
  const id = await draftForHome(world, ana, { number: 'not agreed', changes });
  assert.deepEqual(await faultsOf(id), []);
  assert.equal(nameOf(await world.take(ana, id, 'submit')), 'step-taken');
  const officer = await world.as('placements-officer');
  const profile = await showProfile(world, officer, id);
  assert.ok(profile.kind === 'profile', nameOf(profile));
  assert.match(profile.notAgreed ?? '', /^These two do not agree: .*“Within five days”.*20 March 2035/);
});
