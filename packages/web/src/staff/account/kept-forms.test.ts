import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  aFormTooLate,
  PASSWORD,
  signIn,
  spoil,
  type TooLate,
  TYPED,
  valueOf,
} from '../../../test/too-late.ts';

let service: TooLate['service'];
let anAdministrator: TooLate['anAdministrator'];
let awayFromTheForm: TooLate['awayFromTheForm'];
let openForm: TooLate['openForm'];
let heldNow: TooLate['heldNow'];
before(async () => {
  ({ service, anAdministrator, awayFromTheForm, openForm, heldNow } = await aFormTooLate());
});
after(() => service.world.close());

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

  assert.match((await browser.get('/account')).text, /What you were typing is kept: 1 form not sent yet/);
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
  assert.match((await browser.get('/account')).text, /What you were typing is kept\./);
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

test('when its page is gone, what was typed is shown by itself, to be sent or thrown away', async () => {
  const { personId, email } = await anAdministrator();
  const browser = await service.signedInAs(personId);
  await browser.get('/people/teams');
  await browser.post('/people/teams/add', { name: 'Short-lived', service: 'Fostering' });
  const team = /\/people\/teams\/\d+/.exec((await browser.get('/people/teams')).page.toString())?.[0] ?? '';
  await browser.get(team);
  service.world.pass(45);
  await browser.post(`${team}/name`, { name: 'Half Written' });
  await spoil(
    service.world,
    `update pending_form set page = '/people/teams/999999' where person_id = ${personId}`,
  );
  const seen = await browser.follow(await browser.follow(await signIn(browser, email)));
  assert.equal(seen.heading, 'What you typed has been kept');
  assert.match(seen.text, /does not show this form now.*Half Written/);
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
