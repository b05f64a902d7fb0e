import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES } from '@rightplace/domain';
import {
  aService,
  aWorld,
  type Browser,
  NORTHMARSH,
  type Seen,
  type Service,
  SOUTHFELL,
} from '../../../test/service.ts';

let live: Service;
let demonstration: Service;
before(async () => {
  const world = await aWorld();
  live = aService(world);
  demonstration = aService({ ...world, mode: 'demo' });
});
after(() => live.world.close());

const PASSWORD = 'marble otter kite';

const signIn = async (browser: Browser, fields: Record<string, string>, at = '/sign-in'): Promise<Seen> => {
  await browser.get(at);
  return browser.post('/sign-in', { authority: NORTHMARSH, ...fields });
};

/** Through whatever comes first after signing in, to the page in the end. */
const arrive = async (browser: Browser, seen: Seen): Promise<Seen> => {
  let at = seen;
  for (let step = 0; step < 5 && at.status === 303; step += 1) at = await browser.follow(at);
  return at;
};

test('demonstration: everybody is listed under their authority and role, and one press signs in', async () => {
  const { personId } = await live.world.addPerson({ name: 'Ada Osei', role: 'director' });
  await live.world.addPerson({ name: 'Jo Park', role: 'social-worker' });
  const browser = demonstration.browser();
  const list = await browser.get('/sign-in');
  assert.equal(list.heading, 'Choose whom to sign in as');
  const headings = list.page.querySelectorAll('h2, h3, dt').map((heading) => heading.text.trim());
  assert.ok(headings.indexOf('Northmarsh County Council') < headings.indexOf('Leadership'));
  assert.ok(headings.includes('Director of children’s services') && headings.includes('Social worker'));
  const button = list.page.querySelectorAll('button[name=person]').find(({ text }) => text === 'Ada Osei');
  assert.equal(button?.getAttribute('value'), String(personId));

  const seen = await browser.post('/sign-in/as', { authority: NORTHMARSH, person: String(personId) });
  assert.equal(seen.status, 303);
  const account = await browser.get('/account');
  assert.match(account.text, /Ada Osei/);
  assert.match(
    account.page.querySelector('header')?.text ?? '',
    /Ada Osei.*Director of children’s services/s,
  );
});

test('demonstration: an authority without people can be given one for each role of the staff, once, and providers have their own door', async () => {
  const browser = demonstration.browser();
  await browser.get('/sign-in');
  for (let i = 0; i < 2; i += 1) await browser.post('/sign-in/people-to-try', { authority: SOUTHFELL });
  const list = await browser.get('/sign-in');
  const forms = list.page.querySelectorAll('form').filter((form) => form.outerHTML.includes(SOUTHFELL));
  const invented = forms.flatMap((form) => form.querySelectorAll('button[name=person]'));
  assert.equal(invented.length, ALL_ROLES.length - 1, 'one for each role but that of providers');
  assert.ok(!invented.some(({ text }) => text.startsWith('External provider')));
  assert.ok(list.page.querySelector('a[href="/provider/sign-in"]'));
  const person = invented.find(({ text }) => text.startsWith('Team manager'))?.getAttribute('value') ?? '';
  await browser.post('/sign-in/as', { authority: SOUTHFELL, person });
  assert.equal((await browser.get('/account')).status, 200);
});

test('live: nobody can be chosen from a list, because there is no such page', async () => {
  const browser = live.browser();
  const page = await browser.get('/sign-in');
  assert.equal(page.heading, 'Sign in');
  assert.equal(page.page.querySelectorAll('button[name=person]').length, 0);
  const { personId } = await live.world.addPerson({ name: 'Unchosen Una', role: 'director' });
  const seen = await browser.post('/sign-in/as', { authority: NORTHMARSH, person: String(personId) });
  assert.equal(seen.status, 404);
  assert.equal((await browser.post('/sign-in/people-to-try', { authority: NORTHMARSH })).status, 404);
});

test('demonstration: there is no password to guess at', async () => {
  const browser = demonstration.browser();
  await browser.get('/sign-in');
  assert.equal((await browser.post('/sign-in', { email: 'a', password: 'b' })).status, 404);
  assert.equal((await browser.get('/account/password')).status, 404);
});

test('live: the right password signs in and leads on to where the person was going', async () => {
  const { email } = await live.world.addPerson({
    name: 'Going Gus',
    role: 'administrator',
    password: PASSWORD,
  });
  const browser = live.browser();
  const turned = await browser.get('/people?page=2');
  assert.equal(turned.location, '/sign-in?next=%2Fpeople%3Fpage%3D2');
  const form = await browser.follow(turned);
  const next = form.page.querySelector('input[name=next]')?.getAttribute('value') ?? '';
  const seen = await browser.post('/sign-in', { authority: NORTHMARSH, email, password: PASSWORD, next });
  const arrived = await arrive(browser, seen);
  assert.equal(arrived.heading, 'People');
});

test('live: a wrong password says so beside the form, keeps the address and never the password', async () => {
  const { email } = await live.world.addPerson({ name: 'Mistaken Mia', password: PASSWORD });
  const seen = await signIn(live.browser('192.0.2.9'), { email, password: 'not the right one' });
  assert.equal(seen.status, 422);
  assert.match(seen.page.querySelector('title')?.text ?? '', /^Error: Sign in/);
  assert.match(seen.text, /The email address or the password is not right/);
  assert.equal(seen.page.querySelector('input[name=email]')?.getAttribute('value'), email);
  assert.doesNotMatch(seen.page.outerHTML, /not the right one/);
});

test('live: too many guesses are told how long to wait', async () => {
  const { email } = await live.world.addPerson({ name: 'Hasty Hari', password: PASSWORD });
  const browser = live.browser('192.0.2.19');
  for (let i = 0; i < 5; i += 1) await signIn(browser, { email, password: `guess ${i}` });
  const seen = await signIn(browser, { email, password: PASSWORD });
  assert.equal(seen.status, 429);
  assert.match(seen.text, /Wait a minute, then try again/);
});

test('session-fixation: the cookie a browser brings is never the one it leaves with', async () => {
  const { email } = await live.world.addPerson({ name: 'Planted Paula', password: PASSWORD });
  const browser = live.browser('192.0.2.29');
  await browser.get('/sign-in');
  const before = browser.cookies.get('rightplace-session');
  await browser.post('/sign-in', { authority: NORTHMARSH, email, password: PASSWORD });
  const after = browser.cookies.get('rightplace-session');
  assert.ok(before && after && before !== after);
  assert.match(after, new RegExp(`^${NORTHMARSH}\\.`));
});

test('open-redirect: after signing in nobody is led to another site', async () => {
  const { email } = await live.world.addPerson({ name: 'Led Lars', password: PASSWORD });
  for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
    const browser = live.browser('192.0.2.39');
    const seen = await signIn(browser, { email, password: PASSWORD, next });
    assert.equal(seen.location, '/kept-forms', next);
  }
  const browser = live.browser('192.0.2.39');
  await signIn(browser, { email, password: PASSWORD });
  const onward = await browser.get('/kept-forms?next=%2F%2Felsewhere.example');
  assert.equal(onward.location, '/');
});

test('signing out ends the session in the record, not only in the browser', async () => {
  const { personId } = await live.world.addPerson({ name: 'Parting Petra', role: 'administrator' });
  const browser = await live.signedInAs(personId);
  const cookie = browser.cookies.get('rightplace-session') ?? '';
  const seen = await browser.post('/sign-out');
  assert.equal(seen.location, '/signed-out');
  assert.equal((await browser.follow(seen)).heading, 'You have signed out');
  browser.cookies.set('rightplace-session', cookie);
  assert.equal((await browser.get('/people')).location, '/sign-in?next=%2Fpeople');
});

test('a person of no role can see why, and can sign out', async () => {
  const { personId } = await live.world.addPerson({ name: 'Roleless Rob' });
  const browser = await live.signedInAs(personId);
  assert.equal((await browser.get('/people')).status, 403);
  assert.equal((await browser.post('/sign-out')).status, 303);
});

test('cross-authority: a person of one authority is not found by an administrator of another', async () => {
  const { personId } = await live.world.addPerson({ name: 'Hidden Hilda', role: 'director' });
  const other = await live.world.addPerson({
    name: 'Foreign Fred',
    role: 'administrator',
    authorityId: SOUTHFELL,
  });
  const browser = await live.signedInAs(other.personId, SOUTHFELL);
  assert.equal((await browser.get(`/people/${personId}`)).status, 404);
  assert.doesNotMatch((await browser.get('/people')).text, /Hidden Hilda/);
  assert.equal((await browser.post(`/people/${personId}/access`, { active: 'no' })).status, 404);
});

test('a form that names an authority there is not gets an ordinary answer', async () => {
  for (const authority of ['', 'NOWHERE', "E1'; --", 'x'.repeat(5000)]) {
    const seen = await signIn(live.browser('192.0.2.49'), {
      authority,
      email: 'a@invented.example',
      password: PASSWORD,
    });
    assert.equal(seen.status, 422, authority.slice(0, 20));
    const browser = demonstration.browser();
    await browser.get('/sign-in');
    assert.equal((await browser.post('/sign-in/as', { authority, person: '1' })).status, 303);
    assert.equal((await browser.post('/sign-in/people-to-try', { authority })).status, 303);
    for (const person of ['', '-1', 'x', '9'.repeat(30)])
      assert.equal((await browser.post('/sign-in/as', { authority: NORTHMARSH, person })).status, 303);
  }
});
