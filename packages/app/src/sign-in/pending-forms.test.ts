import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../test/world.ts';
import { discardKeptForm, type FormFields, keepForm, listKeptForms } from './pending-forms.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const FIELDS = [
  ['reason', 'He wants to stay at this school.\nSo do we.'],
  ['need', 'school'],
  ['need', 'siblings'],
] as const;

const sent = (path: string, fields: FormFields = FIELDS) => ({
  path,
  page: path,
  fields,
  sentTo: '/requests/:requestId',
});

test('what was typed is kept for its person, in order, and the latest version of a form alone', async () => {
  const { personId } = await world.addPerson({ name: 'Typing Tess' });
  const who = { authorityId: NORTHMARSH, personId };
  await keepForm(world, who, sent('/requests/7', [['reason', 'an earlier version']]));
  await keepForm(world, who, sent('/requests/7'));
  const { signedIn } = await world.signIn(personId);
  const kept = await listKeptForms(world, signedIn);
  assert.deepEqual(
    kept.map(({ path, fields }) => ({ path, fields })),
    [{ path: '/requests/7', fields: FIELDS }],
  );
});

test('nobody else sees it or can throw it away, in this authority or another', async () => {
  const { personId } = await world.addPerson({ name: 'Owner Olive' });
  await keepForm(world, { authorityId: NORTHMARSH, personId }, sent('/requests/8'));
  const { signedIn: owner } = await world.signIn(personId);
  const [kept] = await listKeptForms(world, owner);
  const colleague = await world.addPerson({ name: 'Colleague Cal' });
  const stranger = await world.addPerson({ name: 'Stranger Sol', authorityId: SOUTHFELL });
  const others = [await world.signIn(colleague.personId), await world.signIn(stranger.personId, SOUTHFELL)];
  for (const { signedIn } of others) {
    assert.deepEqual(await listKeptForms(world, signedIn), []);
    await discardKeptForm(world, signedIn, kept?.id ?? -1);
  }
  assert.equal((await listKeptForms(world, owner)).length, 1, 'still there');
  await discardKeptForm(world, owner, kept?.id ?? -1);
  assert.deepEqual(await listKeptForms(world, owner), []);
});

test('it is not kept for ever', async () => {
  const { personId } = await world.addPerson({ name: 'Slow Sally' });
  await keepForm(world, { authorityId: NORTHMARSH, personId }, sent('/requests/9'));
  world.pass(18 * 60 + 1);
  const { signedIn } = await world.signIn(personId);
  assert.deepEqual(await listKeptForms(world, signedIn), []);
});
