import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asSuperuser, asTenant, listAudit } from '@rightplace/store';
import {
  aService,
  aWorld,
  type Browser,
  NORTHMARSH,
  type Seen,
  type Service,
  SOUTHFELL,
} from '../../../test/service.ts';
import { csrfToken } from '../../server/csrf.ts';

const PASSWORD = 'marble otter kite';
const TYPED = { name: 'Half Written', email: 'half.written@invented.example' };

let service: Service;
before(async () => {
  service = aService(await aWorld());
});
after(() => service.world.close());

let made = 0;
const anAdministrator = async (authorityId = NORTHMARSH) => {
  made += 1;
  const letters = 'abcdefghij';
  const name = `Admin ${letters[Math.floor(made / 10)]}${letters[made % 10]}`;
  return service.world.addPerson({ name, role: 'administrator', password: PASSWORD, authorityId });
};

/** A browser with the form open, of somebody who has been away from it for three quarters of an hour. */
const awayFromTheForm = async (personId: number, page = '/people/add'): Promise<Browser> => {
  const browser = await service.signedInAs(personId);
  await browser.get(page);
  service.world.pass(45);
  return browser;
};

/** The form as another tab still shows it: with the token it was drawn with. */
const openForm = async (browser: Browser, page = '/people/add') => {
  const token = tokenOn(await browser.get(page));
  return (fields: Readonly<Record<string, string>> = TYPED, headers = {}) =>
    browser.post(page, fields, { token, headers });
};

const tokenOn = ({ page }: Seen): string =>
  page.querySelector('main input[name=_csrf]')?.getAttribute('value') ?? '';

const signIn = async (browser: Browser, email: string, authority = NORTHMARSH): Promise<Seen> => {
  await browser.get('/sign-in');
  return browser.follow(await browser.post('/sign-in', { authority, email, password: PASSWORD }));
};

const valueOf = (seen: Seen, field: string): string | undefined =>
  seen.page.querySelector(`form[action="/people/add"] [name=${field}]`)?.getAttribute('value');

const heldNow = (): Promise<number> =>
  asTenant(service.world.db, { authorityId: NORTHMARSH }, (tx) =>
    tx
      .selectFrom('pending_form' as never)
      .selectAll()
      .execute()
      .then((rows) => rows.length),
  );

/** Everywhere that what was typed could turn up for whoever uses this browser. */
const seesWhatWasTyped = async (browser: Browser): Promise<boolean> => {
  for (let id = 1; id <= made * 3; id += 1)
    for (const address of ['/kept-forms', `/kept-forms?form=${id}`, `/people/add?_kept=${id}`]) {
      const seen = await browser.get(address);
      const shown = seen.status === 303 ? await browser.follow(seen) : seen;
      if (shown.page.toString().includes('Half Written')) return true;
    }
  return false;
};

test('after signing in again somebody is back at the form with what they typed, and nothing has been done meanwhile', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await awayFromTheForm(personId);

  const late = await browser.post('/people/add', TYPED);
  assert.equal(late.location, '/sign-in?why=kept');
  assert.match((await browser.follow(late)).text, /What you typed has been kept: sign in again/);

  const back = await browser.follow(await signIn(browser, email));
  assert.equal(back.status, 200);
  assert.equal(back.heading, 'Add a person');
  assert.match(
    back.text,
    /You were signed out\. We kept what you had typed: check it in the form and press “Add the person” again/,
  );
  assert.equal(valueOf(back, 'name'), 'Half Written');
  assert.equal(valueOf(back, 'email'), 'half.written@invented.example');
  assert.doesNotMatch((await browser.get('/people')).text, /Half Written/, 'nothing was done');

  const again = await browser.get(`/people/add?_kept=${valueOf(back, '_kept')}`);
  assert.equal(valueOf(again, 'name'), 'Half Written', 'nor is it lost by loading the page again');
  const sent = await browser.post('/people/add', {
    name: 'Wholly Written',
    email: 'wholly.written@invented.example',
    _kept: valueOf(back, '_kept') ?? '',
  });
  assert.match(sent.location ?? '', /^\/people\/\d+$/);
  assert.equal((await browser.follow(sent)).heading, 'Wholly Written');
  assert.equal((await browser.get('/kept-forms')).location, '/', 'and it is kept no longer');
});

test('what comes back with a mistake in it is kept again, from the page it came from', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  await browser.get('/people/add');
  assert.equal((await browser.post('/people/add', { name: 'Half Written', email: 'nonsense' })).status, 422);
  service.world.pass(45);
  await browser.post('/people/add', TYPED);
  assert.equal(valueOf(await browser.follow(await signIn(browser, email)), 'name'), 'Half Written');
});

test('signed out in another tab: kept, and back at the form', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  const send = await openForm(browser);
  assert.equal((await browser.post('/sign-out')).status, 303);
  assert.equal((await send()).location, '/sign-in?why=kept');
  assert.equal(valueOf(await browser.follow(await signIn(browser, email)), 'name'), 'Half Written');
});

test('signed in again in another tab: straight back at the form, and nothing is done before it is pressed again', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  const send = await openForm(browser);
  service.world.pass(45);
  await signIn(browser, email);
  const back = await browser.follow(await send());
  assert.equal(back.heading, 'Add a person');
  assert.equal(valueOf(back, 'name'), 'Half Written');
  assert.doesNotMatch((await browser.get('/people')).text, /Half Written/);
});

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
  assert.doesNotMatch(seen.page.toString(), /Half Written/);
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
  await asSuperuser(
    service.world.database,
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

test('over a long weekend an open form is still known for its person’s', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  const send = await openForm(browser);
  service.world.pass(3 * 24 * 60 + 16 * 60);
  await signIn(service.browser(), (await anAdministrator()).email);
  assert.equal((await send()).location, '/sign-in?why=kept');
  assert.equal(valueOf(await browser.follow(await signIn(browser, email)), 'name'), 'Half Written');
});

test('what is too long to be kept is said to be, and shown so that it can be copied', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await awayFromTheForm(personId);
  const seen = await browser.post('/people/add', { name: `Half Written ${'x'.repeat(100_000)}` });
  assert.equal(seen.status, 413);
  assert.equal(seen.heading, 'What you typed has not been saved');
  assert.match(seen.text, /too long to be kept for you: more than 100,000 characters.*Half Written/);
  assert.equal((await signIn(browser, email)).location, '/');
});

test('fields beside a file are kept, and it is said which file to choose again', async () => {
  const { personId, email } = await service.world.addPerson({
    name: 'Loading Lou',
    role: 'performance',
    password: PASSWORD,
  });
  const browser = await awayFromTheForm(personId, '/imports/load');
  const late = await browser.upload('/imports/load', { year: '2026' }, [
    { name: 'header.csv', bytes: Buffer.from('CHILD\n') },
  ]);
  assert.equal(late.location, '/sign-in?why=kept');
  const back = await browser.follow(await signIn(browser, email));
  assert.equal(back.heading, 'Load a return');
  assert.match(back.text, /press “Read the files” again.*Files cannot be kept\. Choose again: The files\./);
  assert.equal(back.page.querySelector('#year option[selected]')?.getAttribute('value'), '2026');
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

test('when its page is gone, what was typed is shown by itself, to be sent or thrown away', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  await browser.get('/people/teams');
  await browser.post('/people/teams/add', { name: 'Short-lived', service: 'Fostering' });
  const team = /\/people\/teams\/\d+/.exec((await browser.get('/people/teams')).page.toString())?.[0] ?? '';
  await browser.get(team);
  service.world.pass(45);
  await browser.post(`${team}/name`, { name: 'Half Written' });
  await asSuperuser(
    service.world.database,
    `update pending_form set page = '/people/teams/999999' where person_id = ${personId}`,
  );
  const seen = await browser.follow(await browser.follow(await signIn(browser, email)));
  assert.equal(seen.heading, 'What you typed has been kept');
  assert.match(seen.text, /no longer shows this form.*Half Written/);
  assert.ok(seen.page.querySelector(`form[action="${team}/name"]`), 'it can be sent as it is');
  const discard = seen.page.querySelector('form[action$="/discard"]')?.getAttribute('action') ?? '';
  await browser.post(discard);
  assert.equal((await browser.get('/kept-forms')).location, '/');
});

test('it can be thrown away from the form, which is then as it was', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await awayFromTheForm(personId);
  const before = await heldNow();
  await browser.post('/people/add', TYPED);
  const back = await browser.follow(await signIn(browser, email));
  const discard = back.page.querySelector('form[action$="/discard"]')?.getAttribute('action') ?? '';
  const gone = await browser.post(discard);
  assert.equal(gone.location, '/people/add');
  const empty = await browser.follow(gone);
  assert.match(empty.text, /thrown away/);
  assert.equal(valueOf(empty, 'name') ?? '', '');
  assert.equal(await heldNow(), before);
});

test('several forms are listed, each with the way back to it', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  const [person, team] = [await openForm(browser), await openForm(browser, '/people/teams/add')];
  service.world.pass(45);
  await person();
  await team({ name: 'A team half written' });
  const listed = await signIn(browser, email);
  assert.equal(listed.heading, 'What you typed has been kept');
  const links = listed.page.querySelectorAll('a[href*="_kept="]').map((a) => a.getAttribute('href') ?? '');
  assert.equal(links.length, 2);
});

test('the audit has that something was kept and of which form, and nothing of what it says', async () => {
  const { personId } = await anAdministrator();
  const browser = await awayFromTheForm(personId);
  await browser.post('/people/add', TYPED);
  const entries = await asTenant(service.world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { actor: String(personId) }),
  );
  const kept = entries.find(({ action }) => action === 'form-kept');
  assert.deepEqual(kept?.detail, { sentTo: '/people/add' });
  assert.doesNotMatch(JSON.stringify(entries), /Half Written/);
});
