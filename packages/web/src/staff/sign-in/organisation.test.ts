import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connectIdentityProvider } from '@rightplace/app';
import { aProvider, type TestProvider } from '../../../test/identity-provider.ts';
import {
  aService,
  aWorld,
  type Browser,
  NORTHMARSH,
  type Seen,
  type Service,
} from '../../../test/service.ts';
import { staffPaths } from '../paths.ts';
import { packJourney, unpackJourney } from './journey-cookie.ts';

const PUBLIC_URL = 'http://rightplace.invented.example';

let service: Service;
let provider: TestProvider;
before(async () => {
  provider = await aProvider(PUBLIC_URL);
  const { issuer, clientId, clientSecret } = provider;
  const callbackPath = staffPaths.organisationReturn();
  const settings = { issuer, clientId, clientSecret, publicUrl: PUBLIC_URL, callbackPath };
  service = aService(await aWorld({ identityProvider: connectIdentityProvider(settings) }));
});
after(async () => {
  await provider.stop();
  await service.world.close();
});

const setOut = (browser: Browser, next = ''): Promise<Seen> =>
  browser.get(staffPaths.organisationSignIn({ authority: NORTHMARSH, next }));

const comeBack = async (browser: Browser, login: string, next = ''): Promise<Seen> => {
  const away = await setOut(browser, next);
  assert.equal(away.status, 303, away.text);
  const back = new URL(await provider.signInAt(away.location ?? '', login));
  return browser.get(back.pathname + back.search);
};

test('a person an administrator has added signs in with the organisation’s account, and goes where they were going', async () => {
  await service.world.addPerson({ name: 'Nia', role: 'administrator' });
  const browser = service.browser();
  assert.match((await browser.get('/sign-in')).text, /Sign in with your organisation/);
  const seen = await comeBack(browser, 'nia', '/people');
  assert.equal(seen.location, '/kept-forms?next=%2Fpeople');
  const account = await browser.get('/account');
  assert.match(account.text, /Nia .*With your organisation’s account/);
  assert.equal(browser.cookies.has('rightplace-journey'), false, 'the journey is over');
});

test('a provider that puts the email address in its token is understood too', async () => {
  await service.world.addPerson({ name: 'Tove' });
  const other = await aProvider(PUBLIC_URL, { emailInToken: true });
  const { issuer, clientId, clientSecret } = other;
  const callbackPath = staffPaths.organisationReturn();
  const identityProvider = connectIdentityProvider({
    issuer,
    clientId,
    clientSecret,
    publicUrl: PUBLIC_URL,
    callbackPath,
  });
  const browser = aService({ ...service.world, identityProvider }).browser();
  const back = new URL(await other.signInAt((await setOut(browser)).location ?? '', 'tove'));
  assert.equal((await browser.get(back.pathname + back.search)).status, 303);
  await other.stop();
});

test('setting out asks for a code with PKCE, state and nonce, and for nothing more than is needed', async () => {
  const away = new URL((await setOut(service.browser())).location ?? '');
  assert.equal(away.origin, provider.issuer);
  const asked = away.searchParams;
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  for (const name of ['code_challenge', 'state', 'nonce'])
    assert.ok((asked.get(name) ?? '').length >= 43, name);
  assert.equal(asked.get('scope'), 'openid email profile');
});

test('somebody nobody has added is refused with a clear page, and not added', async () => {
  const browser = service.browser();
  const seen = await comeBack(browser, 'stranger');
  assert.equal(seen.status, 403);
  assert.equal(seen.heading, 'You have not been signed in');
  assert.match(seen.text, /nobody with your email address has been added/);
  assert.equal((await browser.get('/account')).status, 303);
});

test('an authority that there is not has nobody in it', async () => {
  const browser = service.browser();
  const away = await browser.get(staffPaths.organisationSignIn({ authority: 'NOWHERE' }));
  const back = new URL(await provider.signInAt(away.location ?? '', 'nia'));
  assert.equal((await browser.get(back.pathname + back.search)).status, 403);
});

test('an email address the organisation has not confirmed opens nothing', async () => {
  await service.world.addPerson({ name: 'Vera' });
  assert.match(
    (await comeBack(service.browser(), 'unverified-vera')).text,
    /has not confirmed your email address/,
  );
});

test('once bound to one account of the organisation, another with the same address is refused', async () => {
  await service.world.addPerson({ name: 'Bea' });
  assert.equal((await comeBack(service.browser(), 'bea')).status, 303);
  assert.match((await comeBack(service.browser(), 'second-bea')).text, /signs in here with another account/);
  assert.equal((await comeBack(service.browser(), 'bea')).status, 303, 'and theirs still works');
});

const spoilt: [what: string, spoil: (journey: NonNullable<ReturnType<typeof unpackJourney>>) => object][] = [
  ['another state', (journey) => ({ ...journey, state: 'x'.repeat(43) })],
  ['another nonce', (journey) => ({ ...journey, nonce: 'x'.repeat(43) })],
  ['another code verifier', (journey) => ({ ...journey, verifier: 'x'.repeat(43) })],
];

for (const [what, spoil] of spoilt) {
  test(`an answer that does not belong to this browser’s question is not believed: ${what}`, async () => {
    await service.world.addPerson({ name: `Spoilt ${what.replaceAll(' ', '')}` });
    const browser = service.browser();
    const away = await setOut(browser);
    const back = new URL(await provider.signInAt(away.location ?? '', 'nia'));
    const journey = unpackJourney(browser.cookies.get('rightplace-journey'));
    assert.ok(journey);
    browser.cookies.set('rightplace-journey', packJourney(spoil(journey) as never));
    const seen = await browser.get(back.pathname + back.search);
    assert.equal(seen.status, 403);
    assert.match(seen.text, /did not match the question/);
    assert.equal((await browser.get('/account')).status, 303, 'nobody is signed in');
  });
}

test('an answer carried to another browser signs nobody in there', async () => {
  const away = await setOut(service.browser());
  const back = new URL(await provider.signInAt(away.location ?? '', 'nia'));
  const other = service.browser();
  const seen = await other.get(back.pathname + back.search);
  assert.equal(seen.status, 403);
  assert.match(seen.text, /in the same browser/);
});

test('an answer used twice signs in once', async () => {
  const browser = service.browser();
  const away = await setOut(browser);
  const journey = browser.cookies.get('rightplace-journey') ?? '';
  const back = new URL(await provider.signInAt(away.location ?? '', 'nia'));
  assert.equal((await browser.get(back.pathname + back.search)).status, 303);
  const again = service.browser();
  again.cookies.set('rightplace-journey', journey);
  assert.equal((await again.get(back.pathname + back.search)).status, 403);
});

test('turning back at the provider is said plainly', async () => {
  const browser = service.browser();
  const away = await setOut(browser);
  const state = new URL(away.location ?? '').searchParams.get('state') ?? '';
  const iss = encodeURIComponent(provider.issuer);
  const seen = await browser.get(
    `/sign-in/organisation/return?error=access_denied&state=${state}&iss=${iss}`,
  );
  assert.equal(seen.status, 403);
  assert.match(seen.text, /did not confirm who you are/);
});

test('signing out signs out of the organisation too', async () => {
  const browser = service.browser();
  await comeBack(browser, 'nia');
  await browser.get('/account');
  const seen = await browser.post('/sign-out');
  const elsewhere = new URL(seen.location ?? '');
  assert.equal(elsewhere.origin, provider.issuer);
  assert.equal(elsewhere.searchParams.get('post_logout_redirect_uri'), `${PUBLIC_URL}/signed-out`);
});

test('a provider that cannot be reached is said plainly, and passwords still work', async () => {
  const gone = await aProvider(PUBLIC_URL);
  await gone.stop();
  const { issuer, clientId, clientSecret } = gone;
  const callbackPath = staffPaths.organisationReturn();
  const identityProvider = connectIdentityProvider({
    issuer,
    clientId,
    clientSecret,
    publicUrl: PUBLIC_URL,
    callbackPath,
  });
  const cutOff = aService({ ...service.world, identityProvider });
  const seen = await setOut(cutOff.browser());
  assert.equal(seen.status, 503);
  assert.match(seen.text, /cannot be reached. Nothing is wrong with your account/);
  const { email } = await service.world.addPerson({ name: 'Cut Off Carl', password: 'marble otter kite' });
  const browser = cutOff.browser();
  await browser.get('/sign-in');
  const signedIn = await browser.post('/sign-in', {
    authority: NORTHMARSH,
    email,
    password: 'marble otter kite',
  });
  assert.equal(signedIn.status, 303);
});
