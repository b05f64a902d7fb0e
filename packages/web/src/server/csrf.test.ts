import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aService, aWorld, type Service } from '../../test/service.ts';
import { csrfToken, pageOfToken } from './csrf.ts';

let service: Service;
let personId: number;
before(async () => {
  service = aService(await aWorld());
  ({ personId } = await service.world.addPerson({ name: 'Forged Fleur', role: 'administrator' }));
});
after(() => service.world.close());

const added = { name: 'Planted Person', email: 'planted@invented.example' };

test('a form without its token changes nothing', async () => {
  const browser = await service.signedInAs(personId);
  const refused = await browser.post('/people/add', added, { token: null });
  assert.equal(refused.status, 403);
  assert.equal(refused.heading, 'This form cannot be accepted');
  assert.doesNotMatch((await browser.get('/people')).text, /Planted Person/);
  assert.equal((await browser.post('/people/add', added)).status, 303, 'and with it, the same form is taken');
});

test('a token of another browser, or of the same browser before signing in, is no good', async () => {
  const stranger = service.browser();
  const theirs = await stranger.get('/sign-in');
  const token = theirs.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  assert.notEqual(token, '');
  const browser = await service.signedInAs(personId);
  assert.equal((await browser.post('/people/add', added, { token })).status, 403);
});

test('a browser that says the form came from elsewhere is believed, token or not', async () => {
  const browser = await service.signedInAs(personId);
  for (const site of ['cross-site', 'same-site']) {
    const seen = await browser.post(
      '/account/sign-out-everywhere',
      {},
      { headers: { 'sec-fetch-site': site } },
    );
    assert.equal(seen.status, 403, site);
  }
  const own = await browser.post(
    '/account/sign-out-everywhere',
    {},
    { headers: { 'sec-fetch-site': 'same-origin' } },
  );
  assert.equal(own.status, 303);
});

test('signing in is protected too, so that nobody can be signed in as somebody else unawares', async () => {
  const browser = service.browser();
  await browser.get('/sign-in');
  const seen = await browser.post(
    '/sign-in',
    { email: 'x@invented.example', password: 'y' },
    { token: null },
  );
  assert.equal(seen.status, 403);
});

test('a script may send the token as a header', async () => {
  const browser = await service.signedInAs(personId);
  const page = await browser.get('/account');
  const token = page.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  const seen = await browser.post(
    '/account/sign-out-everywhere',
    {},
    { token: null, headers: { 'x-csrf-token': token } },
  );
  assert.equal(seen.status, 303);
});

test('tokens differ each time, hold for their own cookie and are spoilt by any change', () => {
  const token = csrfToken('cookie-of-one');
  assert.notEqual(token, csrfToken('cookie-of-one'));
  const isGood = (wrong: unknown, cookie: string | undefined): boolean =>
    pageOfToken(wrong, cookie) !== undefined;
  assert.ok(isGood(token, 'cookie-of-one'));
  assert.ok(!isGood(token, 'cookie-of-another'));
  assert.ok(!isGood(token, undefined));
  for (const wrong of ['', '.', `${token}x`, `x${token}`, `${token}.${token}`, token.slice(0, -1), ['a'], 5])
    assert.ok(!isGood(wrong, 'cookie-of-one'), String(wrong));
});

test('a token says which page it stood on, and a page written into it afterwards spoils it', () => {
  const token = csrfToken('cookie-of-one', '/people/add?from=list');
  assert.equal(pageOfToken(token, 'cookie-of-one'), '/people/add?from=list');
  const [nonce, proof] = token.split('.');
  const moved = `${nonce}.${proof}.${Buffer.from('/elsewhere').toString('base64url')}`;
  assert.equal(pageOfToken(moved, 'cookie-of-one'), undefined);
  for (const [length, page] of [
    [1400, `/${'x'.repeat(1400)}`],
    [1600, '/'],
  ] as const)
    assert.equal(pageOfToken(csrfToken('cookie-of-one', `/${'x'.repeat(length)}`), 'cookie-of-one'), page);
});
