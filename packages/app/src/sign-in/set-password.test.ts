import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenant, findAccountOf } from '@rightplace/store';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../test/world.ts';
import { makeLinkFor } from '../people/manage-people.ts';
import { createFirstAdministrator } from './create-first-administrator.ts';
import { changePassword, findLinkHolder, setPasswordWithLink } from './set-password.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { findVisitor, type SignedIn } from './visitor.ts';

let world: TestWorld;
let administrator: SignedIn;
before(async () => {
  world = await aWorld();
  const { personId } = await world.addPerson({ name: 'Adele Admin', role: 'administrator' });
  administrator = (await world.signIn(personId)).signedIn;
});
after(() => world.close());

const OLD = 'marble otter kite';
const NEW = 'velvet anchor moss';

const opens = async (email: string, password: string, authorityId = NORTHMARSH): Promise<boolean> => {
  const networkAddress = `192.0.2.${Math.floor(performance.now()) % 250}`;
  const answer = await signInWithPassword(world, {
    authorityId,
    email,
    password,
    networkAddress,
    knownAs: undefined,
    replaces: undefined,
  });
  return answer.kind === 'signed-in';
};

test('changing a password needs the present one, and the new one opens the door', async () => {
  const { personId, email } = await world.addPerson({ name: 'Changing Charlotte', password: OLD });
  const { signedIn } = await world.signIn(personId);
  const wrong = await changePassword(world, signedIn, { current: 'not this', wanted: NEW });
  assert.equal(wrong.kind === 'refused' && wrong.name, 'wrong-password');
  const weak = await changePassword(world, signedIn, { current: OLD, wanted: 'Password1234' });
  assert.equal(weak.kind === 'refused' && weak.name, 'password-too-common');
  assert.ok(await opens(email, OLD), 'neither changed anything');
  assert.deepEqual(await changePassword(world, signedIn, { current: OLD, wanted: NEW }), {
    kind: 'password-set',
  });
  assert.ok(await opens(email, NEW));
  assert.ok(!(await opens(email, OLD)));
});

test('changing a password signs out everywhere but here', async () => {
  const { personId } = await world.addPerson({ name: 'Careful Cora', password: OLD });
  const [here, elsewhere] = [await world.signIn(personId), await world.signIn(personId)];
  await changePassword(world, here.signedIn, { current: OLD, wanted: NEW });
  assert.equal((await findVisitor(world, here.cookie)).kind, 'signed-in');
  assert.equal((await findVisitor(world, elsewhere.cookie)).kind, 'signed-out');
});

const linkFor = async (personId: number): Promise<string> => {
  const made = await makeLinkFor(world, { signedIn: administrator, personId });
  assert.ok(made.kind === 'link-made');
  return made.linkKey;
};

test('a link sets a password once, and ends every session', async () => {
  const { personId, email } = await world.addPerson({ name: 'Forgetful Freya', password: OLD });
  const { cookie } = await world.signIn(personId);
  const linkKey = await linkFor(personId);
  assert.deepEqual(await findLinkHolder(world, linkKey), { name: 'Forgetful Freya', email });
  const weak = await setPasswordWithLink(world, { linkKey, wanted: 'too short' });
  assert.equal(weak.kind === 'refused' && weak.name, 'password-too-short', 'and the link still works');
  assert.deepEqual(await setPasswordWithLink(world, { linkKey, wanted: NEW }), { kind: 'password-set' });
  assert.ok(await opens(email, NEW));
  assert.equal((await findVisitor(world, cookie)).kind, 'signed-out');
  const again = await setPasswordWithLink(world, { linkKey, wanted: OLD });
  assert.equal(again.kind === 'refused' && again.name, 'link-not-valid');
});

test('of two who follow one link at once, one sets the password', async () => {
  const { personId } = await world.addPerson({ name: 'Raced Ruth' });
  const linkKey = await linkFor(personId);
  const answers = await Promise.all(
    [NEW, OLD].map((wanted) => setPasswordWithLink(world, { linkKey, wanted })),
  );
  assert.deepEqual(answers.map(({ kind }) => kind).toSorted(), ['password-set', 'refused']);
});

test('a link ends after a day, when a newer one is made, and behind another authority’s wall', async () => {
  const { personId } = await world.addPerson({ name: 'Linked Liam' });
  const first = await linkFor(personId);
  const second = await linkFor(personId);
  assert.equal(await findLinkHolder(world, first), undefined);
  assert.equal(await findLinkHolder(world, second.replace(NORTHMARSH, SOUTHFELL)), undefined);
  assert.ok(await findLinkHolder(world, second));
  world.pass(24 * 60);
  assert.equal(await findLinkHolder(world, second), undefined);
});

test('the first administrator is made once, by command, and comes in with a link', async () => {
  const wanted = {
    authorityId: 'E10000903',
    authorityName: 'Westmere Council',
    name: 'First Fiona',
    email: 'first.fiona@invented.example',
  };
  const nameless = await createFirstAdministrator(world, { ...wanted, authorityName: undefined });
  assert.equal(nameless.kind === 'refused' && nameless.name, 'authority-needed');
  const lost = await createFirstAdministrator(world, wanted);
  assert.ok(lost.kind === 'administrator-made');
  const made = await createFirstAdministrator(world, wanted);
  assert.ok(made.kind === 'administrator-made', 'the link was lost before it was used, so there is another');
  assert.equal(await findLinkHolder(world, lost.linkKey), undefined);

  const other = await createFirstAdministrator(world, { ...wanted, email: 'second@invented.example' });
  assert.equal(other.kind === 'refused' && other.name, 'administrator-exists');
  assert.equal(
    (await setPasswordWithLink(world, { linkKey: made.linkKey, wanted: NEW })).kind,
    'password-set',
  );
  assert.ok(await opens(wanted.email, NEW, wanted.authorityId));
  const again = await createFirstAdministrator(world, wanted);
  assert.equal(again.kind === 'refused' && again.name, 'administrator-exists', 'no way round once in use');
});

test('an administrator is told nothing of a password, only that there is one', async () => {
  const { personId } = await world.addPerson({ name: 'Private Priya', password: OLD });
  const account = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => findAccountOf(tx, personId));
  assert.match(account?.passwordHash ?? '', /^\$argon2id\$/);
  assert.ok(!account?.passwordHash?.includes(OLD));
});
