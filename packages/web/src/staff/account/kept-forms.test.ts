import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aService, aWorld, type Browser, NORTHMARSH, type Service } from '../../../test/service.ts';

const PASSWORD = 'marble otter kite';
const TYPED = { name: 'Half Written', email: 'half.written@invented.example' };

let service: Service;
before(async () => {
  service = aService(await aWorld());
});
after(() => service.world.close());

let made = 0;
const anAdministrator = async () => {
  made += 1;
  const name = `Admin ${'abcdefghij'[made]}`;
  return service.world.addPerson({ name, role: 'administrator', password: PASSWORD });
};

const signInAgain = async (browser: Browser, email: string) => {
  await browser.get('/sign-in');
  return browser.follow(await browser.post('/sign-in', { authority: NORTHMARSH, email, password: PASSWORD }));
};

test('a form sent too late is kept, offered back after signing in again, and sent with one press', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  await browser.get('/people/add');
  service.world.pass(45);

  const late = await browser.post('/people/add', TYPED);
  assert.equal(late.location, '/sign-in?next=%2Fpeople%2Fadd&why=timed-out');
  assert.match((await browser.follow(late)).text, /what you typed has been kept/);

  const offered = await signInAgain(browser, email);
  assert.equal(offered.heading, 'What you typed has been kept');
  assert.match(offered.text, /Half Written/);
  const form = offered.page.querySelector('form[action="/people/add"]');
  assert.ok(form, 'it is sent where it was going');
  const fields = form
    .querySelectorAll('input')
    .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const);
  const sent = await browser.post('/people/add', fields);
  assert.match(sent.location ?? '', /^\/people\/\d+$/);
  assert.equal((await browser.follow(sent)).heading, 'Half Written');

  assert.equal((await browser.get('/kept-forms')).location, '/', 'and it is kept no longer');
});

test('whoever signs in next in the same browser is not shown it', async () => {
  const [mine, other] = [await anAdministrator(), await anAdministrator()];
  const browser = await service.signedInAs(mine.personId);
  service.world.pass(45);
  await browser.post('/people/add', TYPED);
  const seen = await signInAgain(browser, other.email);
  assert.equal(seen.location, '/', 'nothing is offered');
});

test('it can be thrown away', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  service.world.pass(45);
  await browser.post('/people/add', TYPED);
  const offered = await signInAgain(browser, email);
  const discard = offered.page.querySelector('form[action$="/discard"]')?.getAttribute('action') ?? '';
  const gone = await browser.follow(await browser.post(discard));
  assert.equal(gone.location, '/');
});

test('a page elsewhere cannot plant a form to be offered back', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  service.world.pass(45);
  await browser.post('/people/add', TYPED, { token: null });
  assert.equal((await signInAgain(browser, email)).location, '/');
});

test('passwords are never kept', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  service.world.pass(45);
  const late = await browser.post('/account/password', { current: PASSWORD, wanted: 'velvet anchor moss' });
  assert.match(late.location ?? '', /^\/sign-in/);
  assert.equal((await signInAgain(browser, email)).location, '/');
});
