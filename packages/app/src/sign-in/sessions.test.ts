import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asTenant, endHeldRole, findInDirectory, listAudit, setPersonActive } from '@rightplace/store';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../test/world.ts';
import { signOut, signOutEverywhere } from './sessions.ts';
import { findVisitor } from './visitor.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const kindOf = async (cookie: string): Promise<string> => (await findVisitor(world, cookie)).kind;

test('a session says who somebody is, in which authority, and the roles they hold', async () => {
  const { personId } = await world.addPerson({ name: 'Ada Osei', role: 'director' });
  const { signedIn } = await world.signIn(personId);
  assert.equal(signedIn.person.name, 'Ada Osei');
  assert.equal(signedIn.authority.id, NORTHMARSH);
  assert.equal(signedIn.actor.id, String(personId));
  assert.deepEqual(
    signedIn.actor.assignments.map(({ role, starts, ends }) => ({ role, starts, ends })),
    [{ role: 'director', starts: '2026-01-01', ends: null }],
  );
});

test('half an hour without doing anything ends a session; doing something keeps it', async () => {
  const { personId } = await world.addPerson({ name: 'Idle Imelda' });
  const { cookie } = await world.signIn(personId);
  world.pass(29);
  assert.equal(await kindOf(cookie), 'signed-in');
  world.pass(29);
  assert.equal(await kindOf(cookie), 'signed-in', 'it was used 29 minutes ago');
  world.pass(30);
  assert.equal(await kindOf(cookie), 'timed-out');
});

test('however busy, a session ends after twelve hours', async () => {
  const { personId } = await world.addPerson({ name: 'Busy Boris' });
  const { cookie } = await world.signIn(personId);
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    world.pass(20);
    assert.equal(await kindOf(cookie), 'signed-in', `after ${minutes} minutes`);
  }
  world.pass(20);
  assert.equal(await kindOf(cookie), 'timed-out');
});

test('signing out ends the session for good, and this one alone', async () => {
  const { personId } = await world.addPerson({ name: 'Leaving Lena' });
  const [one, other] = [await world.signIn(personId), await world.signIn(personId)];
  await signOut(world, one.signedIn);
  assert.equal(await kindOf(one.cookie), 'signed-out');
  assert.equal(await kindOf(other.cookie), 'signed-in');
});

test('signing out everywhere ends every session of the person and of nobody else', async () => {
  const [lena, omar] = [
    await world.addPerson({ name: 'Everywhere Lena' }),
    await world.addPerson({ name: 'Bystander Omar' }),
  ];
  const [one, other] = [await world.signIn(lena.personId), await world.signIn(lena.personId)];
  const bystander = await world.signIn(omar.personId);
  assert.equal(await signOutEverywhere(world, one.signedIn), 2);
  assert.equal(await kindOf(one.cookie), 'signed-out');
  assert.equal(await kindOf(other.cookie), 'signed-out');
  assert.equal(await kindOf(bystander.cookie), 'signed-in');
});

test('a role that ends, or a person kept out, counts from the next request', async () => {
  const { personId } = await world.addPerson({ name: 'Former Fay', role: 'performance' });
  const { cookie } = await world.signIn(personId);
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const held = (await findInDirectory(tx, personId))?.roles[0];
    await endHeldRole(tx, { personId, assignmentId: held?.id ?? -1, on: day('2026-11-20') });
  });
  const visitor = await findVisitor(world, cookie);
  assert.equal(visitor.kind === 'signed-in' && visitor.signedIn.actor.assignments[0]?.ends, '2026-11-20');
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => setPersonActive(tx, personId, false));
  assert.equal(await kindOf(cookie), 'signed-out');
});

test('cross-authority: a session of one authority is nobody in another, whatever the cookie claims', async () => {
  const { personId } = await world.addPerson({ name: 'Walled Wanda' });
  const { cookie } = await world.signIn(personId);
  assert.equal(await kindOf(cookie), 'signed-in');
  assert.equal(await kindOf(cookie.replace(NORTHMARSH, SOUTHFELL)), 'signed-out');
});

test('a cookie that is not one of ours is nobody, and causes no error', async () => {
  const oddities = [
    '',
    '.',
    'x',
    `${NORTHMARSH}.`,
    `${NORTHMARSH}.short`,
    `'; drop table session; --`,
    'a'.repeat(9999),
  ];
  for (const cookie of oddities) assert.equal(await kindOf(cookie), 'signed-out', cookie.slice(0, 20));
});

test('reading the session table gives nobody a way in: only hashes are there', async () => {
  const { personId } = await world.addPerson({ name: 'Hashed Hugo' });
  const { cookie } = await world.signIn(personId);
  const secret = cookie.split('.')[1] ?? '';
  const { rows } = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    tx
      .selectFrom('session' as never)
      .selectAll()
      .execute()
      .then((rows) => ({ rows: JSON.stringify(rows) })),
  );
  const kept = Buffer.from(secret).toString('hex');
  assert.ok(!rows.includes(secret) && !rows.includes(kept), 'the secret is not there');
});

test('coming and going is in the audit', async () => {
  const { personId } = await world.addPerson({ name: 'Audited Aziz' });
  const { signedIn } = await world.signIn(personId);
  await signOut(world, signedIn);
  const entries = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { actor: String(personId) }),
  );
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['signed-out', 'signed-in'],
  );
});

test('sessions nobody can use any more are cleared away', async () => {
  const { personId } = await world.addPerson({ name: 'Forgotten Flo' });
  const { cookie } = await world.signIn(personId);
  world.pass(4 * 24 * 60 + 1);
  assert.equal(await kindOf(cookie), 'timed-out');
  await world.signIn((await world.addPerson({ name: 'Later Lou' })).personId);
  assert.equal(await kindOf(cookie), 'signed-out', 'the row has gone');
});
