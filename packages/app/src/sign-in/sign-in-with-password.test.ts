import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAttempt, asTenant, findAccountByEmail, listAudit, setPersonActive } from '@rightplace/store';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../test/world.ts';
import { hashOfName, type PasswordSignIn, placeOf, signInWithPassword } from './sign-in-with-password.ts';
import { findVisitor } from './visitor.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const PASSWORD = 'marble otter kite';

const attempt = (given: Partial<PasswordSignIn> & { readonly email: string }) =>
  signInWithPassword(world, {
    authorityId: NORTHMARSH,
    password: PASSWORD,
    networkAddress: '192.0.2.1',
    knownAs: undefined,
    replaces: undefined,
    ...given,
  });

/** Failures of just now, written straight into the record: making them by guessing takes a quarter of a second each. */
const failures = (count: number, of: (guess: number) => { email: string; address: string }) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    for (let guess = 0; guess < count; guess += 1) {
      const { email, address } = of(guess);
      await addAttempt(tx, { accountHash: hashOfName(email), address, browserHash: undefined }, world.now());
    }
  });

const accountOf = (email: string) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => findAccountByEmail(tx, email));

test('the right password signs a person in, whatever the case of their email address', async () => {
  const { email, personId } = await world.addPerson({ name: 'Right Rhona', password: PASSWORD });
  const answer = await attempt({ email: email.toUpperCase() });
  assert.equal(answer.kind, 'signed-in');
  const visitor = answer.kind === 'signed-in' && (await findVisitor(world, answer.session));
  assert.ok(visitor && visitor.kind === 'signed-in');
  assert.equal(visitor.signedIn.person.id, personId);
  assert.equal(visitor.signedIn.method, 'password');
});

test('wrong password, unknown person, no password yet and access ended all get the same answer', async () => {
  const { email } = await world.addPerson({ name: 'Wrong Winnie', password: PASSWORD });
  const without = await world.addPerson({ name: 'Passwordless Pia' });
  const ended = await world.addPerson({ name: 'Ended Eddie', password: PASSWORD });
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => setPersonActive(tx, ended.personId, false));
  const answers = [
    await attempt({ email, password: 'not the one', networkAddress: '192.0.2.10' }),
    await attempt({ email: 'nobody@invented.example', networkAddress: '192.0.2.11' }),
    await attempt({ email: without.email, networkAddress: '192.0.2.12' }),
    await attempt({ email: ended.email, networkAddress: '192.0.2.13' }),
  ];
  for (const answer of answers) assert.deepEqual(answer, { kind: 'not-recognised' });
});

test('cross-authority: a password of one authority opens nothing in another', async () => {
  const { email } = await world.addPerson({ name: 'Northern Nell', password: PASSWORD });
  assert.equal((await attempt({ email, authorityId: SOUTHFELL })).kind, 'not-recognised');
});

test('a hash made with weaker settings is made again with today’s when its password is used', async () => {
  const { email } = await world.addPerson({ name: 'Older Olga', password: PASSWORD });
  assert.match((await accountOf(email))?.passwordHash ?? '', /m=64,t=1/);
  assert.equal((await attempt({ email })).kind, 'signed-in');
  assert.match((await accountOf(email))?.passwordHash ?? '', /m=47104,t=2/);
  assert.equal((await attempt({ email })).kind, 'signed-in');
});

test('guessing: after five wrong guesses from one place, even the right password waits a minute', async () => {
  const { email } = await world.addPerson({ name: 'Guessed Greta', password: PASSWORD });
  const from = { email, networkAddress: '192.0.2.50' };
  for (let guess = 0; guess < 5; guess += 1)
    assert.equal((await attempt({ ...from, password: `guess ${guess}` })).kind, 'not-recognised');
  assert.deepEqual(await attempt(from), { kind: 'wait', seconds: 60 });
  const [latest] = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { action: 'sign-in-failed', limit: 1 }),
  );
  assert.equal(
    (latest?.detail as { slowedForSeconds?: number } | undefined)?.slowedForSeconds,
    60,
    'the audit tells of it',
  );
  world.pass(1);
  assert.equal((await attempt(from)).kind, 'signed-in');
});

test('guessing all at once gains nothing: of twenty guesses sent together, five are heard', async () => {
  const { email } = await world.addPerson({ name: 'Rushed Rita', password: PASSWORD });
  const from = { email, networkAddress: '192.0.2.60' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, guess) => attempt({ ...from, password: `guess number ${guess}` })),
  );
  assert.equal(answers.filter(({ kind }) => kind === 'not-recognised').length, 5);
  assert.equal(answers.filter(({ kind }) => kind === 'wait').length, 15);
});

test('lockout as a weapon: failures from everywhere keep the person out of nowhere', async () => {
  const { email } = await world.addPerson({ name: 'Targeted Tariq', password: PASSWORD });
  const atHome = { email, networkAddress: '198.51.100.7' };
  const first = await attempt(atHome);
  assert.ok(first.kind === 'signed-in');
  await failures(30, (guess) => ({ email, address: `203.0.113.${guess}` }));

  assert.equal((await attempt(atHome)).kind, 'signed-in', 'from where they have not failed');
  const elsewhere = { email, networkAddress: '198.51.100.99' };
  assert.equal((await attempt(elsewhere)).kind, 'signed-in', 'from a new place too');
  // From the very address the attacker uses, as when all of a council shares one: their own browser is known.
  const shared = { email, networkAddress: '203.0.113.1' };
  assert.equal((await attempt(shared)).kind, 'wait', 'a strange browser there waits');
  assert.equal((await attempt({ ...shared, knownAs: first.knownAs })).kind, 'signed-in', 'theirs does not');
});

test('a browser known for one person is a stranger to another’s account', async () => {
  const [mine, other] = [
    await world.addPerson({ name: 'Known Kim', password: PASSWORD }),
    await world.addPerson({ name: 'Other Oz', password: PASSWORD }),
  ];
  const known = await attempt({ email: mine.email, networkAddress: '192.0.2.70' });
  assert.ok(known.kind === 'signed-in');
  const guess = {
    email: other.email,
    knownAs: known.knownAs,
    networkAddress: '192.0.2.71',
    password: 'wrong',
  };
  for (let i = 0; i < 5; i += 1) await attempt(guess);
  assert.equal((await attempt(guess)).kind, 'wait');
});

test('one address trying many people waits, though none of them saw many failures', async () => {
  await failures(30, (guess) => ({ email: `person${guess}@invented.example`, address: '192.0.2.80' }));
  const answer = await attempt({ email: 'one.more@invented.example', networkAddress: '192.0.2.80' });
  assert.equal(answer.kind, 'wait');
});

test('session fixation: the session a browser had is replaced, and its old secret opens nothing', async () => {
  const { email, personId } = await world.addPerson({ name: 'Fixed Felix', password: PASSWORD });
  const planted = await world.signIn(personId);
  const answer = await attempt({ email, networkAddress: '192.0.2.90', replaces: planted.cookie });
  assert.ok(answer.kind === 'signed-in');
  assert.notEqual(answer.session, planted.cookie);
  assert.equal((await findVisitor(world, planted.cookie)).kind, 'signed-out');
});

test('failures are in the audit, without what was typed', async () => {
  const { email, personId } = await world.addPerson({ name: 'Watched Wes', password: PASSWORD });
  await attempt({ email, password: 'typed by mistake', networkAddress: '192.0.2.100' });
  await attempt({ email: 'my secret password', networkAddress: '192.0.2.101' });
  const entries = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { action: 'sign-in-failed', limit: 2 }),
  );
  assert.equal(entries[1]?.subject?.id, String(personId));
  assert.equal(entries[0]?.subject, undefined);
  const told = JSON.stringify(entries);
  assert.ok(!told.includes('typed by mistake') && !told.includes('my secret password'));
});

test('an IPv6 address stands for its household, an IPv4 address for itself', () => {
  const cases: [address: string, place: string][] = [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ];
  for (const [address, place] of cases) assert.equal(placeOf(address), place, address);
});
