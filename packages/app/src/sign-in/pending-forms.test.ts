import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes } from '@rightplace/domain';
import {
  asSuperuser,
  asTenant,
  findPendingForms,
  findSessionOwner,
  setPersonActive,
} from '@rightplace/store';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../test/world.ts';
import { discardKeptForm, type FormFields, findFormOwner, keepForm, listKeptForms } from './pending-forms.ts';
import { hashSecret, readKey } from './secrets.ts';
import { signOut, signOutEverywhere } from './sessions.ts';
import { findVisitor } from './visitor.ts';

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

/** Whether a transaction acting for one person can read what another typed, asking for it by name. */
const readsAnothers = async (owner: number, reader: number | undefined): Promise<boolean> => {
  const tenant = { authorityId: NORTHMARSH, ...(reader === undefined ? {} : { personId: reader }) };
  return asTenant(world.db, tenant, async (tx) => {
    const found = await findPendingForms(tx, owner, addMinutes(world.now(), -60));
    return found.length > 0;
  });
};

test('the database itself keeps it from everybody else, whatever a statement asks for', async () => {
  const [owner, other] = [
    await world.addPerson({ name: 'Walled Will' }),
    await world.addPerson({ name: 'Curious Cass' }),
  ];
  await keepForm(world, { authorityId: NORTHMARSH, personId: owner.personId }, sent('/requests/10'));
  assert.equal(await readsAnothers(owner.personId, owner.personId), true, 'its own person reads it');
  assert.equal(await readsAnothers(owner.personId, other.personId), false);
  assert.equal(await readsAnothers(owner.personId, undefined), false, 'nor is it read for nobody');

  await asSuperuser(world.database, 'alter policy own_person on pending_form_text using (true)');
  assert.equal(await readsAnothers(owner.personId, other.personId), true, 'saboteur: the check would notice');
  await asSuperuser(
    world.database,
    'alter policy own_person on pending_form_text using (person_id = (select current_person()))',
  );
});

test('whose a session was is known when it is over, and lets nobody in', async () => {
  const { personId } = await world.addPerson({ name: 'Over Odile' });
  const { cookie, signedIn } = await world.signIn(personId);
  await signOut(world, signedIn);
  assert.deepEqual(await findFormOwner(world, cookie), { authorityId: NORTHMARSH, personId });
  assert.equal((await findVisitor(world, cookie)).kind, 'signed-out');
  assert.equal(await findFormOwner(world, cookie.replace(NORTHMARSH, SOUTHFELL)), undefined);
});

test('signing out everywhere forgets every session, those that were over too', async () => {
  const { personId } = await world.addPerson({ name: 'Wary Wendy' });
  const [over, other, here] = [
    await world.signIn(personId),
    await world.signIn(personId),
    await world.signIn(personId),
  ];
  await signOut(world, over.signedIn);
  await signOutEverywhere(world, here.signedIn);
  for (const { cookie } of [over, other, here]) assert.equal(await findFormOwner(world, cookie), undefined);
});

test('for a person who is kept out nothing is kept', async () => {
  const { personId } = await world.addPerson({ name: 'Gone Gus' });
  const { cookie, signedIn } = await world.signIn(personId);
  await signOut(world, signedIn);
  const owner = (): Promise<number | undefined> =>
    asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
      findSessionOwner(tx, hashSecret(readKey(cookie)?.secret ?? '')),
    );
  assert.equal(await owner(), personId);
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => setPersonActive(tx, personId, false));
  assert.equal(await owner(), undefined);
});

test('of more forms than anybody has open, the oldest gives way', async () => {
  const { personId } = await world.addPerson({ name: 'Many Mo' });
  for (let n = 1; n <= 21; n += 1) {
    world.pass(1);
    await keepForm(world, { authorityId: NORTHMARSH, personId }, sent(`/many/${n}`));
  }
  const kept = await listKeptForms(world, (await world.signIn(personId)).signedIn);
  assert.equal(kept.length, 20);
  assert.ok(!kept.some(({ path }) => path === '/many/1'));
});
