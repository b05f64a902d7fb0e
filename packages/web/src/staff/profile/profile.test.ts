import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SignedIn } from '@rightplace/app';
import { ALL_ROLES, type Answers, moment, POLICY } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../../../app/test/entry-world.ts';
import { askForHome, draftForHome } from '../../../../app/test/home-requests.ts';
import { aService, type Service } from '../../../test/service.ts';
import { standingPart } from './profile-parts.ts';

let world: EntryWorld;
let service: Service;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  service = aService(world);
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const drafted = (number: string, changes: Answers): Promise<number> =>
  draftForHome(world, ana, { number, changes });
const asked = (number: string, changes: Answers = {}): Promise<number> =>
  askForHome(world, ana, { number, changes });

const officer = async () => service.signedInAs((await world.as('placements-officer')).person.id);

test('the page of a request leads to its profile, which shows the child at their best first and no name', async () => {
  const id = await asked('WP1');
  const browser = await officer();
  const seen = await browser.get(`/cases/${id}`);
  const link = seen.page.querySelectorAll('main a').find(({ text }) => /See the profile/.test(text));
  const { page, status } = await browser.get(link?.getAttribute('href') ?? '');
  assert.equal(status, 200);
  assert.equal(page.querySelectorAll('h1').length, 1);
  const profile = page.querySelector('.app-profile');
  assert.match(profile?.text ?? '', /Request \d+\s*The child\s+What is the child like at their best/);
  assert.match(profile?.text ?? '', /11 to 13/);
  assert.doesNotMatch(profile?.text ?? '', /Lark|Brindle|2015/);
  assert.doesNotMatch(page.querySelector('title')?.text ?? '', /Lark/, 'browsers print the title');
  assert.match(page.text, /What is left out, and why/);
  assert.match(page.text, /\d+ of 100/);
});

test('words that tell who the child is are named, with what to write instead; one that is answered is recorded', async () => {
  const id = await asked('WP2', { likes: 'He admires Brindle the singer. See PE21 0ZZ.' });
  const browser = await officer();
  const before = await browser.get(`/cases/${id}/profile`);
  assert.match(before.text, /Has to be taken out/);
  assert.equal(before.page.querySelectorAll('input[name=findings]').length > 0, true);
  assert.doesNotMatch(before.text, /Approve this profile/);
  const values = before.page
    .querySelectorAll('input[name=findings]')
    .map((one) => one.getAttribute('value') ?? '');
  assert.ok(!values.some((value) => value.includes('PE21')), 'a postcode cannot be chosen');
  const name = values.find((value) => value.includes('Brindle')) ?? '';
  const token = before.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  const missing = await browser.post(`/cases/${id}/profile/words`, {
    _csrf: token,
    _key: 'a',
    findings: name,
    why: '',
  });
  assert.equal(missing.status, 422);
  assert.match(missing.page.querySelector('.govuk-error-summary')?.text ?? '', /Say why/);
  assert.ok(
    missing.page
      .querySelectorAll('input[name=findings][checked]')
      .some((one) => one.getAttribute('value') === name),
    'what was chosen stays chosen',
  );
  const none = await browser.post(`/cases/${id}/profile/words`, { _csrf: token, _key: 'c', why: 'A singer' });
  assert.equal(none.status, 422);
  const summary = none.page.querySelector('.govuk-error-summary');
  assert.match(summary?.text ?? '', /Choose the words that tell nobody who the child is/);
  assert.ok(none.page.querySelector(summary?.querySelector('a')?.getAttribute('href') ?? 'none'));
  assert.equal(none.page.querySelector('#why')?.text.trim(), 'A singer', 'nothing typed is lost');
  const gone = await browser.post(`/cases/${id}/profile/words`, {
    _csrf: token,
    _key: 'd',
    findings: `${name} of before`,
    why: 'A singer',
  });
  assert.match(gone.page.querySelector('.govuk-error-summary')?.text ?? '', /no longer found there/);
  assert.equal(gone.page.querySelector('#why')?.text.trim(), 'A singer');
  const said = await browser.post(`/cases/${id}/profile/words`, {
    _csrf: token,
    _key: 'b',
    findings: name,
    why: 'A singer',
  });
  assert.equal(said.status, 303);
  assert.match((await browser.get(`/cases/${id}/profile`)).text, /Looked at, and can stay.*A singer/s);
});

test('an officer approves what they read, and takes it away as a Word file', async () => {
  const id = await asked('WP3');
  const browser = await officer();
  const { page } = await browser.get(`/cases/${id}/profile`);
  const field = (name: string) =>
    page.querySelector(`form[action$="/approve"] input[name=${name}]`)?.getAttribute('value') ?? '';
  const sent = { _csrf: field('_csrf'), _key: field('_key'), revision: field('revision') };
  assert.equal((await browser.get(`/cases/${id}/profile/word`)).status, 403);
  assert.equal((await browser.post(`/cases/${id}/profile/approve`, sent)).status, 303);
  const after = await browser.get(`/cases/${id}/profile`);
  assert.match(after.text, /Version 1 was approved by/);
  assert.doesNotMatch(after.text, /Approve this profile/);
  const file = await browser.get(`/cases/${id}/profile/word`);
  assert.equal(file.status, 200);
  const looks = await (await service.signedInAs(await world.someone('director'))).get(
    '/children/WP3/who-has-looked',
  );
  assert.match(looks.text, /Approved the profile for providers/);
  assert.match(looks.text, /Downloaded the profile for providers/);
});

test('a profile in which words were found after it was approved does not say that it goes out', () => {
  const approved = [
    { version: 1, by: 'Paige Marsh', at: moment('2026-11-20T09:30:00Z'), profile: undefined as never },
  ];
  const said = (isInTheWay: boolean): string =>
    standingPart({
      approved,
      isCurrent: true,
      isInTheWay,
      changed: [],
      caseId: 1,
      stage: 'profile',
      notNow: undefined,
    }).toString();
  assert.match(said(false), /Exactly what was approved is what goes out/);
  assert.doesNotMatch(said(false), /Nothing is sent until/);
  assert.match(said(true), /not to be sent as it is.*Nothing is sent until they are looked at below/s);
  assert.doesNotMatch(said(true), /is what goes out/);
});

test('kinder words stand beside the field that they are about, and nothing waits for them', async () => {
  const id = await drafted('WP4', { 'family-time': 'Contact with his siblings on Sunday.' });
  const browser = await service.signedInAs(world.ana);
  const { page } = await browser.get(`/cases/${id}/request/needs`);
  const note = page.querySelector('.app-kinder');
  assert.match(note?.text ?? '', /“Contact”.*family time.*“siblings”.*brothers and sisters/s);
  assert.equal(page.querySelectorAll('.app-kinder').length, 1);
  const check = await browser.get(`/cases/${id}/steps/submit`);
  assert.match(check.text, /of 100.*Words you could say another way.*Language That Cares/s);
  assert.equal((await world.take(ana, id, 'submit')).kind, 'step-taken');
});

test('where a request is read before it is sent on, each kinder word leads to its field, and nothing waits for it', async () => {
  const id = await drafted('WP6', { 'family-time': 'Contact with his siblings on Sunday.' });
  const browser = await service.signedInAs(world.ana);
  for (const address of [`/cases/${id}`, `/cases/${id}/steps/submit`]) {
    const read = await browser.get(address);
    assert.match(read.text, /Words you could say another way.*“Contact”.*“siblings”/s, address);
    const links = read.page
      .querySelectorAll('.app-kinder-words a')
      .map((link) => link.getAttribute('href') ?? '');
    assert.deepEqual(links, [`/cases/${id}/request/needs#family-time`], address);
  }
  const field = (await browser.get(`/cases/${id}/request/needs`)).page.querySelector('#family-time');
  assert.equal(field?.tagName, 'TEXTAREA');
  assert.equal((await world.take(ana, id, 'submit')).kind, 'step-taken');
  assert.doesNotMatch((await browser.get(`/cases/${id}`)).text, /Words you could say another way/, 'sent on');
  await world.take(await world.as('placements-officer'), id, 'permit');
  await world.take(await world.as('placements-officer'), id, 'take-on');
  const officer = await service.signedInAs((await world.as('placements-officer')).person.id);
  const ready = await officer.get(`/cases/${id}`);
  assert.match(ready.text, /Words you could say another way.*“Contact”/s, 'while it is made ready together');
  assert.equal(ready.page.querySelectorAll('.app-kinder-words a').length, 0, 'the officer writes in none');
  const plain = await drafted('WP7', { 'family-time': 'Seeing his brothers on Sunday.' });
  assert.doesNotMatch(
    (await browser.get(`/cases/${plain}`)).text,
    /Words you could say another way.*“Contact”/s,
  );
});

test('how soon and the day that do not agree are said to whoever writes it and to whoever makes it ready', async () => {
  const id = await drafted('WP8', { 'how-soon': 'days', 'needed-from': '2035-03-20' });
  const warned = /These two do not agree: .*“Within five days”.*20 March 2035/s;
  const browser = await service.signedInAs(world.ana);
  for (const address of [`/cases/${id}`, `/cases/${id}/steps/submit`, `/cases/${id}/profile`])
    assert.match((await browser.get(address)).text, warned, address);
  for (const [step, who] of [
    ['submit', ana],
    ['permit', await world.as('placements-officer')],
    ['take-on', await world.as('placements-officer')],
  ] as const)
    assert.equal((await world.take(who, id, step)).kind, 'step-taken', step);
  const officer = await service.signedInAs((await world.as('placements-officer')).person.id);
  assert.match((await officer.get(`/cases/${id}`)).text, warned, 'while it is made ready');
  const agreed = await drafted('WP9', { 'how-soon': 'later', 'needed-from': '2035-03-20' });
  assert.doesNotMatch((await browser.get(`/cases/${agreed}`)).text, /These two do not agree/);
});

test('each role comes to a profile as the policy says', async () => {
  const id = await asked('WP5');
  for (const role of ALL_ROLES) {
    const browser = await service.signedInAs(await world.someone(role));
    const reach = POLICY[role]['see-profile'];
    const expected = reach === undefined ? 403 : reach === 'own-cases' ? 404 : 200;
    assert.equal((await browser.get(`/cases/${id}/profile`)).status, expected, role);
  }
});
