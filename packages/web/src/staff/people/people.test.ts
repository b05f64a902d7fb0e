import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aService, aWorld, type Browser, NORTHMARSH, type Service } from '../../../test/service.ts';

let service: Service;
let browser: Browser;
let administrator: number;
before(async () => {
  service = aService(await aWorld({ publicUrl: 'https://rightplace.invented.example' }));
  administrator = (await service.world.addPerson({ name: 'Adele Admin', role: 'administrator' })).personId;
  browser = await service.signedInAs(administrator);
});
after(() => service.world.close());

const PASSWORD = 'velvet anchor moss';

test('from nothing to signed in: added, given a role, handed a link, password chosen', async () => {
  await browser.get('/people/add');
  const added = await browser.post('/people/add', {
    name: '  Nia   Bello ',
    email: 'nia.bello@invented.example',
  });
  const page = await browser.follow(added);
  assert.equal(page.heading, 'Nia Bello');
  assert.match(page.text, /They hold no role, so they can see nothing yet/);

  const team = page.page.querySelectorAll('#team option')[1]?.getAttribute('value') ?? '';
  const given = await browser.post(`${added.location}/roles`, { role: 'team-manager', team });
  assert.equal(given.status, 303);
  assert.match((await browser.follow(given)).text, /Team manager, East team since 23 November 2026/);

  const linked = await browser.post(`${added.location}/password-link`);
  const link = linked.page.querySelector('code')?.text ?? '';
  assert.match(link, /^https:\/\/rightplace\.invented\.example\/set-password\/E10000901\.[\w-]{43}$/);
  assert.ok(!(await browser.get(added.location ?? '')).text.includes(link), 'shown once');

  const nia = service.browser();
  const path = new URL(link).pathname;
  assert.match((await nia.get(path)).text, /This is the password of Nia Bello/);
  const weak = await nia.post(path, { wanted: 'Password2026' });
  assert.equal(weak.status, 422);
  assert.match(weak.text, /easy to guess/);
  assert.doesNotMatch(weak.page.outerHTML, /Password2026/);
  const set = await nia.post(path, { wanted: PASSWORD });
  assert.match((await nia.follow(set)).text, /Your password has been saved/);
  await nia.post('/sign-in', {
    authority: NORTHMARSH,
    email: 'nia.bello@invented.example',
    password: PASSWORD,
  });
  assert.match((await nia.get('/account')).text, /Nia Bello/);
  assert.equal((await service.browser().get(path)).status, 403, 'the link is used up');
});

const mistakes: [what: string, fields: Record<string, string>, field: string, sentence: RegExp][] = [
  ['no role', { role: '' }, 'role', /Choose a role/],
  ['a role there is not', { role: 'emperor' }, 'role', /Choose a role/],
  ['a role of a team without one', { role: 'team-manager' }, 'team', /team/],
  ['a team of nowhere', { role: 'team-manager', team: '99999' }, 'team', /Choose a team from the list/],
  ['an inspector for ever', { role: 'inspector' }, 'ends-day', /end/],
  [
    'a last day that is none',
    { role: 'director', 'ends-day': '31', 'ends-month': '2', 'ends-year': '2027' },
    'ends-day',
    /must be a real day/,
  ],
  ['a last day half typed', { role: 'director', 'ends-day': '31' }, 'ends-day', /must be a real day/],
];

for (const [what, fields, field, sentence] of mistakes) {
  test(`giving a role says what is wrong beside its field and keeps what was typed: ${what}`, async () => {
    const { personId } = await service.world.addPerson({ name: `Mistake ${what.replaceAll(' ', '')}` });
    await browser.get(`/people/${personId}`);
    const seen = await browser.post(`/people/${personId}/roles`, fields);
    assert.equal(seen.status, 422);
    const summary = seen.page.querySelector('.govuk-error-summary a');
    assert.match(summary?.text ?? '', sentence);
    assert.match(
      seen.page.querySelector('.govuk-error-message')?.text ?? '',
      sentence,
      'beside the field too',
    );
    assert.equal(summary?.getAttribute('href'), `#${field}`);
    assert.ok(seen.page.querySelector(`#${field}`), 'the summary leads to a field that is there');
    if (fields['ends-day'])
      assert.equal(seen.page.querySelector('#ends-day')?.getAttribute('value'), fields['ends-day']);
  });
}

test('nobody gives a role to themselves', async () => {
  const seen = await browser.post(`/people/${administrator}/roles`, { role: 'director' });
  assert.equal(seen.status, 422);
  assert.match(seen.text, /cannot give a role to yourself/);
});

test('the last administrator stays one', async () => {
  const page = await browser.get(`/people/${administrator}`);
  const end = page.page.querySelector('form[action$="/end"]')?.getAttribute('action') ?? '';
  assert.match((await browser.post(end)).text, /They are the only administrator/);
  assert.match(
    (await browser.post(`/people/${administrator}/access`, { active: 'no' })).text,
    /only administrator/,
  );
  assert.equal((await browser.get('/people')).status, 200);
});

test('ending access ends it at once, and it can be restored', async () => {
  const { personId } = await service.world.addPerson({ name: 'Leaving Lee', role: 'performance' });
  const lee = await service.signedInAs(personId);
  assert.equal((await lee.get('/account')).status, 200);
  await browser.get(`/people/${personId}`);
  await browser.post(`/people/${personId}/access`, { active: 'no' });
  assert.equal((await lee.get('/account')).status, 303);
  await browser.post(`/people/${personId}/access`, { active: 'yes' });
  assert.equal((await (await service.signedInAs(personId)).get('/account')).status, 200);
});

test('a role ended today counts from the next page', async () => {
  const { personId } = await service.world.addPerson({ name: 'Second Sam', role: 'administrator' });
  const sam = await service.signedInAs(personId);
  assert.equal((await sam.get('/people')).status, 200);
  const page = await browser.get(`/people/${personId}`);
  await browser.post(page.page.querySelector('form[action$="/end"]')?.getAttribute('action') ?? '');
  assert.equal((await sam.get('/people')).status, 403);
});

test('what is typed cannot become markup', async () => {
  await browser.get('/people/add');
  const name = '<img src=x onerror=alert(1)>';
  const added = await browser.post('/people/add', { name, email: 'markup@invented.example' });
  const page = await browser.follow(added);
  assert.equal(page.page.querySelectorAll('main img').length, 0);
  assert.equal(page.heading, name);
});

test('two people cannot sign in with one email address', async () => {
  await browser.get('/people/add');
  const seen = await browser.post('/people/add', {
    name: 'Adele Twin',
    email: 'ADELE.admin@invented.example',
  });
  assert.equal(seen.status, 422);
  assert.match(seen.text, /added already/);
});
