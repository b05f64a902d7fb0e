import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeClient, REQUESTS_A_MINUTE, revokeClient } from '@rightplace/app';
import { ALL_API_SCOPES, type ApiScope, day } from '@rightplace/domain';
import { type ApiWorld, type Asking, anApiServer, anApiWorld, asking } from '../../test/api.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/service.ts';
import { BAD_TOKENS_A_MINUTE } from './brake.ts';

let world: ApiWorld;
let ask: Asking;
const tokens = new Map<ApiScope, string>();
const token = (scope: ApiScope): string => tokens.get(scope) ?? '';

before(async () => {
  world = await anApiWorld();
  ask = asking(anApiServer(world));
  for (const scope of ALL_API_SCOPES) tokens.set(scope, await world.tokenFor(scope));
});
after(() => world.close());

/** Beginning a minute afresh, so that one test's requests do not count in the next. */
const nextMinute = (): void => world.pass(1);

const FIGURE = '/measures/cla-number?as-of=2026-11-23';

const STRANGERS: [what: string, bearer: () => string][] = [
  ['a token of another secret', () => token('children').replace(/.{6}$/, 'AAAAAA')],
  ['a token of another client', () => token('children').replace(/(\.E\d+\.)\d+\./, '$199999.')],
  ['a token said to be another authority’s', () => token('children').replace(NORTHMARSH, SOUTHFELL)],
  ['text that is no token', () => 'let-me-in'],
  ['a session’s key', () => `${NORTHMARSH}.${'A'.repeat(43)}`],
  ['a very long one', () => 'a'.repeat(5000)],
];
for (const [what, bearer] of STRANGERS)
  test(`nobody comes in with ${what}`, async () => {
    nextMinute();
    const told = await ask(FIGURE, bearer(), {
      address: `198.51.100.${STRANGERS.findIndex(([w]) => w === what)}`,
    });
    assert.deepEqual([told.status, told.body.name], [401, 'unknown-token']);
    assert.match(String(told.headers['www-authenticate']), /^Bearer .*invalid_token/);
    assert.equal(told.headers['content-type'], 'application/problem+json; charset=utf-8');
  });

test('cross-authority: a token of another authority reads that one and nothing of this', async () => {
  nextMinute();
  const { personId } = await world.addPerson({
    name: 'South Admin',
    authorityId: SOUTHFELL,
    role: 'administrator',
  });
  const { signedIn } = await world.signIn(personId, SOUTHFELL);
  const made = await makeClient(world, signedIn, {
    name: 'Southfell board',
    organisation: 'Southfell Council',
    purpose: 'Board',
    scope: 'figures-rounded',
    lastDay: day('2027-03-31'),
  });
  assert.ok(made.kind === 'client-made');
  const { body } = await ask('/measures/cla-number', made.token);
  assert.equal(body.told, 'few', 'Southfell has one child');
});

test('neither a signed-in browser’s cookie nor a form opens it: a token does, and only a token', async () => {
  nextMinute();
  const { cookie } = await world.signIn(world.director);
  const told = await ask(FIGURE, undefined, { headers: { cookie: `rightplace-session=${cookie}` } });
  assert.deepEqual([told.status, told.body.name], [401, 'token-needed']);
  assert.equal(told.headers['set-cookie'], undefined);
  const good = await ask(FIGURE, token('figures'), { headers: { origin: 'https://elsewhere.example' } });
  assert.equal(good.headers['set-cookie'], undefined);
  assert.equal(good.headers['access-control-allow-origin'], undefined);
});

test('a client works on its last day and not on the next, and one revoked not from the next request on', async () => {
  nextMinute();
  const short = await world.tokenFor('figures', { lastDay: '2026-11-23' });
  assert.equal((await ask(FIGURE, short)).status, 200);
  const { token: gone, clientId } = await world.clientFor('figures-rounded');
  assert.equal((await ask('/measures', gone)).status, 200);
  const { signedIn } = await world.signIn(world.administrator);
  await revokeClient(world, signedIn, clientId);
  const revoked = await ask('/measures', gone);
  assert.deepEqual([revoked.status, revoked.body.name], [401, 'client-revoked']);
  const [last] = await world.auditOf(String(clientId), 'api-client');
  assert.deepEqual([last?.action, last?.detail], ['api-client-refused', { why: 'client-revoked' }]);
  world.pass(24 * 60);
  const ended = await ask(FIGURE, short);
  assert.deepEqual([ended.status, ended.body.name], [401, 'client-ended']);
  assert.match(ended.body.detail, /ended on 23 November 2026/);
});

test('a client that may read true figures reads nothing until a second person has agreed', async () => {
  nextMinute();
  for (const scope of ['figures', 'children', 'children-named'] as const) {
    const { token: waiting } = await world.clientFor(scope);
    const told = await ask('/measures', waiting);
    assert.deepEqual([told.status, told.body.name], [403, 'client-waiting']);
  }
});

test('it can only be read', async () => {
  nextMinute();
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
    for (const path of ['/measures', FIGURE, '/openapi.json', '/no-such']) {
      const told = await ask(path, token('children'), {
        method,
        payload: '{"a":',
        headers: { 'content-type': 'application/json' },
      });
      assert.deepEqual([told.status, told.headers.allow], [405, 'GET, HEAD'], `${method} ${path}`);
    }
  const head = await ask(FIGURE, token('figures'), { method: 'HEAD' });
  assert.deepEqual([head.status, head.text], [200, '']);
  assert.equal((await ask(FIGURE, undefined, { method: 'HEAD' })).status, 401);
  assert.equal((await ask(`${FIGURE}&by=${'a'.repeat(2100)}`, token('figures'))).status, 414);
});

test('a client asks so often a minute and no oftener, and others are not slowed by it', async () => {
  nextMinute();
  const busy = await world.tokenFor('figures-rounded');
  for (let i = 0; i < REQUESTS_A_MINUTE; i += 1)
    assert.equal((await ask('/measures', busy, { headers: {} })).status, 200, `request ${i + 1}`);
  const told = await ask('/measures', busy);
  assert.deepEqual([told.status, told.body.name], [429, 'too-many-requests']);
  const wait = Number(told.headers['retry-after']);
  assert.ok(wait >= 1 && wait <= 60, String(wait));
  // Another process counts with this one.
  const other = asking(anApiServer(world));
  assert.equal((await other('/measures', busy)).status, 429);
  assert.equal((await ask('/measures', token('figures'))).status, 200);
  const clientId = /\.(\d+)\.[^.]+$/.exec(busy)?.[1] ?? '';
  const slowed = (await world.auditOf(clientId, 'api-client')).filter(
    ({ detail }) => (detail as { why?: string } | undefined)?.why === 'too-many-requests',
  );
  assert.equal(slowed.length, 1, 'said once a minute');
  nextMinute();
  assert.equal((await ask('/measures', busy)).status, 200);
});

test('an address that sends bad tokens waits, a token that has worked does not, and it is over in a minute', async () => {
  nextMinute();
  const address = '203.0.113.9';
  const bad = token('figures').replace(/.{6}$/, 'BBBBBB');
  assert.equal((await ask('/measures', token('figures'), { address })).status, 200);
  for (let i = 0; i < BAD_TOKENS_A_MINUTE; i += 1)
    assert.equal((await ask('/measures', bad, { address })).status, 401);
  const told = await ask('/measures', bad, { address });
  assert.equal(told.status, 429);
  assert.ok(Number(told.headers['retry-after']) >= 1);
  assert.equal((await ask('/measures', token('figures'), { address })).status, 200);
  assert.equal((await ask('/measures', bad, { address: '203.0.113.10' })).status, 401);
  nextMinute();
  assert.equal((await ask('/measures', bad, { address })).status, 401);
});
