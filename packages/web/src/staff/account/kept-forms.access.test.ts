import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, NORTHMARSH, type Seen, SOUTHFELL } from '../../../test/service.ts';
import {
  aFormTooLate,
  PASSWORD,
  signIn,
  spoil,
  type TooLate,
  TYPED,
  tokenOn,
  valueOf,
} from '../../../test/too-late.ts';
import { csrfToken } from '../../server/csrf.ts';

let service: TooLate['service'];
let auditOf: TooLate['auditOf'];
let anAdministrator: TooLate['anAdministrator'];
let awayFromTheForm: TooLate['awayFromTheForm'];
let openForm: TooLate['openForm'];
let heldNow: TooLate['heldNow'];
let seesWhatWasTyped: TooLate['seesWhatWasTyped'];
before(async () => {
  ({ service, auditOf, anAdministrator, awayFromTheForm, openForm, heldNow, seesWhatWasTyped } =
    await aFormTooLate());
});
after(() => service.world.close());

test('whoever signs in next in the same browser does not see it, and it waits for its own person', async () => {
  const [mine, other] = [await anAdministrator(), await anAdministrator()];
  const browser = await awayFromTheForm(mine.personId);
  await browser.post('/people/add', TYPED);
  assert.equal((await signIn(browser, other.email)).location, '/', 'nothing is offered');
  assert.equal(await seesWhatWasTyped(browser), false);
  const elsewhere = service.browser();
  assert.equal(valueOf(await elsewhere.follow(await signIn(elsewhere, mine.email)), 'name'), 'Half Written');
});

test('a form that somebody else opened here is not done in the name of whoever is signed in now', async () => {
  const [mine, other] = [await anAdministrator(), await anAdministrator()];
  const browser = await service.signedInAs(mine.personId);
  const send = await openForm(browser);
  await signIn(browser, other.email);
  const seen = await send();
  assert.equal(seen.status, 409);
  assert.equal(seen.heading, 'This form was opened by somebody else');
  assert.doesNotMatch(seen.markup, /Half Written/);
  assert.equal(await seesWhatWasTyped(browser), false);
  assert.doesNotMatch((await browser.get('/people')).text, /Half Written/);
  assert.equal(valueOf(await browser.follow(await signIn(browser, mine.email)), 'name'), 'Half Written');
});

test('cross-authority: a person of another authority never sees it', async () => {
  const mine = await anAdministrator();
  const stranger = await anAdministrator(SOUTHFELL);
  const browser = await awayFromTheForm(mine.personId);
  await browser.post('/people/add', TYPED);
  const theirs = await service.signedInAs(stranger.personId, SOUTHFELL);
  assert.equal(await seesWhatWasTyped(theirs), false);
});

test('saboteur: were it kept for somebody else, the look round would notice', async () => {
  const [mine, other] = [await anAdministrator(), await anAdministrator()];
  const browser = await awayFromTheForm(mine.personId);
  await browser.post('/people/add', TYPED);
  const theirs = await service.signedInAs(other.personId);
  assert.equal(await seesWhatWasTyped(theirs), false);
  const give = (table: string): string =>
    `update ${table} set person_id = ${other.personId} where person_id = ${mine.personId};`;
  // The two tables hold each other to one person, so both are spoilt with that switched off.
  await spoil(
    service.world,
    `set session_replication_role = replica; ${give('pending_form')} ${give('pending_form_text')}`,
  );
  assert.equal(await seesWhatWasTyped(theirs), true);
});

const forgeries: readonly [what: string, send: (browser: Browser, page: Seen) => Promise<Seen>][] = [
  ['without a token', (browser) => browser.post('/people/add', TYPED, { token: null })],
  [
    'with a token of another browser',
    (browser) => browser.post('/people/add', TYPED, { token: csrfToken(`${NORTHMARSH}.${'s'.repeat(43)}`) }),
  ],
  [
    'from another site, whatever it carries',
    (browser, page) =>
      browser.post('/people/add', TYPED, {
        token: tokenOn(page),
        headers: { 'sec-fetch-site': 'cross-site' },
      }),
  ],
  [
    'with a good token and without the cookie it was made with',
    (_, page) => service.browser().post('/people/add', TYPED, { token: tokenOn(page) }),
  ],
  [
    'by a script of the page that asks by itself',
    (browser, page) =>
      browser.post('/people/add', TYPED, {
        token: tokenOn(page),
        headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' },
      }),
  ],
];

for (const [what, send] of forgeries) {
  test(`nothing is planted by a form sent ${what}`, async () => {
    const { personId, email } = await anAdministrator();
    const browser = await service.signedInAs(personId);
    const page = await browser.get('/people/add');
    service.world.pass(45);
    const before = await heldNow();
    await send(browser, page);
    assert.equal(await heldNow(), before);
    assert.equal((await signIn(browser, email)).location, '/');
  });
}

test('a session that never was keeps nothing, however well its token is made', async () => {
  const before = await heldNow();
  for (const name of ['session', 'earlier']) {
    const browser = service.browser();
    const invented = `${NORTHMARSH}.${'i'.repeat(43)}`;
    browser.cookies.set(`rightplace-${name}`, invented);
    const seen = await browser.post('/people/add', TYPED, { token: csrfToken(invented, '/people/add') });
    assert.equal(seen.location, '/sign-in?next=%2Fpeople%2Fadd');
  }
  assert.equal(await heldNow(), before);
});

test('a session ended because somebody else might hold it keeps nothing; what was sent is there to be copied', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  const send = await openForm(browser);
  const elsewhere = await service.signedInAs(personId);
  await elsewhere.get('/account');
  await elsewhere.post('/account/sign-out-everywhere');
  const before = await heldNow();
  const seen = await send(TYPED, { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' });
  assert.equal(seen.heading, 'What you typed has not been saved');
  assert.match(seen.text, /cannot tell any longer who opened this form.*Half Written/);
  assert.equal(await heldNow(), before);
  assert.equal((await signIn(browser, email)).location, '/');
});

test('what was sent is shown for copying to nobody whose browser does not say that our own page sent it', async () => {
  const seen = await service.browser().post('/people/add', TYPED, { token: null });
  assert.equal(seen.location, '/sign-in?next=%2Fpeople%2Fadd');
});

test('it is not kept for ever, and nor is whose an ended session was', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await awayFromTheForm(personId);
  await browser.post('/people/add', TYPED);
  service.world.pass(18 * 60 + 1);
  assert.equal((await signIn(browser, email)).location, '/', 'too old to be offered');

  const send = await openForm(browser);
  service.world.pass(4 * 24 * 60 + 1);
  await signIn(service.browser(), (await anAdministrator()).email);
  assert.equal(await heldNow(), 0, 'and cleared away when anybody signs in');
  assert.equal((await send()).location, '/sign-in?next=%2Fpeople%2Fadd');
  assert.equal(await heldNow(), 0);
});

test('passwords are never kept, nor shown', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await awayFromTheForm(personId, '/account/password');
  const late = await browser.post(
    '/account/password',
    { current: PASSWORD, wanted: 'velvet anchor moss' },
    { headers: { 'sec-fetch-site': 'same-origin' } },
  );
  assert.match(late.location ?? '', /^\/sign-in/);
  assert.equal((await signIn(browser, email)).location, '/');
});

test('the audit has that something was kept and of which form, and nothing of what it says', async () => {
  const { personId } = await anAdministrator();
  const browser = await awayFromTheForm(personId);
  await browser.post('/people/add', TYPED);
  const entries = await auditOf(personId);
  const kept = entries.find(({ action }) => action === 'form-kept');
  assert.deepEqual(kept?.detail, { sentTo: '/people/add' });
  assert.doesNotMatch(JSON.stringify(entries), /Half Written/);
});
