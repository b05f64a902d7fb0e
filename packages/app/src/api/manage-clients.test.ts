import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asTenant, giveHeldRole } from '@rightplace/store';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../test/world.ts';
import { hashSecret } from '../sign-in/secrets.ts';
import { isTokenOf, readToken, writeToken } from './client-token.ts';
import { agreeClient, listClients, makeClient, revokeClient } from './manage-clients.ts';
import { recogniseClient } from './recognise-client.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const TYPED = {
  name: 'Board report',
  organisation: 'Northmarsh County Council',
  purpose: 'The monthly board',
  scope: 'children',
  lastDay: day('2027-03-31'),
};

const someone = async (name: string, role: 'administrator' | 'director', authorityId = NORTHMARSH) => {
  const { personId } = await world.addPerson({ name, role, authorityId });
  return (await world.signIn(personId, authorityId)).signedIn;
};

const made = async (name: string) => {
  const client = await makeClient(world, await someone(name, 'administrator'), TYPED);
  assert.ok(client.kind === 'client-made');
  return client;
};

test('somebody who is administrator and director both does not agree to a client of their own making', async () => {
  const { personId } = await world.addPerson({ name: 'Both Bea', role: 'administrator' });
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    giveHeldRole(tx, {
      personId,
      role: 'director',
      teamId: null,
      service: null,
      starts: day('2026-01-01'),
      ends: null,
    }),
  );
  const { signedIn } = await world.signIn(personId);
  const client = await makeClient(world, signedIn, TYPED);
  assert.ok(client.kind === 'client-made');
  const answer = await agreeClient(world, signedIn, client.clientId);
  assert.ok(answer.kind === 'refused' && answer.name === 'own-client');
  assert.equal(
    (await agreeClient(world, await someone('Dora', 'director'), client.clientId)).kind,
    'client-decided',
  );
});

test('cross-authority: clients of one authority are neither listed nor decided about in another', async () => {
  const { clientId } = await made('Ada One');
  const elsewhere = await someone('South Director', 'director', SOUTHFELL);
  for (const decide of [agreeClient, revokeClient]) {
    const answer = await decide(world, elsewhere, clientId);
    assert.ok(answer.kind === 'refused' && answer.name === 'no-such-client');
  }
  const list = await listClients(world, elsewhere);
  assert.deepEqual(list.kind === 'api-clients' && list.clients, []);
});

test('agreed and revoked at the same time, it ends revoked, and is decided once', async () => {
  const { clientId, token } = await made('Ada Two');
  const director = await someone('Dora Two', 'director');
  const answers = await Promise.all([
    revokeClient(world, director, clientId),
    revokeClient(world, director, clientId),
    agreeClient(world, director, clientId),
  ]);
  const [first, second] = answers;
  assert.deepEqual([first?.kind, second?.kind].toSorted(), ['client-decided', 'refused']);
  const found = await recogniseClient(world, token);
  assert.ok(found.kind === 'refused' && found.name === 'client-revoked');
});

test('a token is read back as it was written, and nothing else is one', () => {
  const token = { authorityId: NORTHMARSH, clientId: 12, secret: 'A'.repeat(43) };
  assert.deepEqual(readToken(writeToken(token)), token);
  for (const text of [
    '',
    'rightplace.E10000901.12.',
    `rightplace.E10000901.0.${'A'.repeat(43)}`,
    `rightplace.E10000901.12.${'A'.repeat(44)}`,
    `rightplace.e10000901.12.${'A'.repeat(43)}`,
    `${writeToken(token)}\n`,
    ` ${writeToken(token)}`,
    `rightplace.E10000901.${'9'.repeat(20)}.${'A'.repeat(43)}`,
  ])
    assert.equal(readToken(text), undefined, JSON.stringify(text));
});

test('a token is compared with the hash that is kept, and with none for a client there is not', () => {
  const token = { authorityId: NORTHMARSH, clientId: 12, secret: 'A'.repeat(43) };
  assert.ok(isTokenOf(token, hashSecret(token.secret)));
  assert.ok(!isTokenOf(token, hashSecret('B'.repeat(43))));
  assert.ok(!isTokenOf(token, undefined));
  assert.ok(!isTokenOf({ ...token, secret: '' }, undefined), 'not even the one that nobody has');
});
