import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));
const day = (prefix: string, dayOfMonth: string, month: string, year: string) => ({
  [`${prefix}-day`]: dayOfMonth,
  [`${prefix}-month`]: month,
  [`${prefix}-year`]: year,
});
const WRITE = '/measures/cla-number/commentary/write';
const FIELDS = {
  said: 'More came <b>in</b> than left.\nIt is winter.',
  doing: 'A weekly panel',
  owner: 'Dora Lind',
  ...day('about', '23', '11', '2026'),
  ...day('due', '1', '12', '2026'),
};

test('a director writes commentary from a measure’s page, says later that it is done, and nothing is lost', async () => {
  const director = await as('director');
  const measure = await director.get('/measures/cla-number?as-of=2026-10-31');
  const link = measure.page
    .querySelectorAll('.app-commentary a')
    .find(({ text }) => text === 'Write commentary');
  const form = await director.get(link?.getAttribute('href') ?? '');
  assert.equal(form.page.querySelector('#about-day')?.getAttribute('value'), '31');
  const saved = await director.follow(await director.post(WRITE, FIELDS));
  assert.match(saved.text, /Commentary saved: Children looked after/);
  const one = saved.page.querySelector('.app-commentary__one');
  assert.match(one?.text ?? '', /More came <b>in<\/b> than left/);
  assert.equal(one?.querySelector('b'), null, 'what is typed is no markup');
  assert.match(one?.text ?? '', /A weekly panel – Dora Lind\s+Due 1 December 2026/);
  assert.match(
    one?.text ?? '',
    /On the figures of 23 November 2026. Somebody \(director\), 23 November 2026/,
  );
  const change = await director.get(one?.querySelector('a')?.getAttribute('href') ?? '');
  assert.match(change.page.querySelector('#said')?.text ?? '', /More came <b>in<\/b> than left/);
  assert.equal(change.page.querySelector('#due-month')?.getAttribute('value'), '12');
  const replaces = change.page.querySelector('input[name=replaces]')?.getAttribute('value') ?? '';
  const done = { ...FIELDS, said: 'As many came as left.', replaces, ...day('done', '22', '11', '2026') };
  const after = await director.follow(await director.post(WRITE, done));
  assert.match(after.text, /Done 22 November 2026/);
  assert.match(after.page.querySelector('.app-commentary details')?.text ?? '', /More came <b>in<\/b>/);
  const twice = await director.post(WRITE, { ...done, said: 'Too late.' });
  assert.equal(twice.status, 422);
  assert.match(twice.text, /Somebody else has changed this commentary/);
  assert.match(twice.page.querySelector('#said')?.text ?? '', /Too late/);
});

test('commentary goes into the measure’s file, without running as a formula', async () => {
  const director = await as('director');
  await director.get('/measures/foster-share/commentary');
  await director.post('/measures/foster-share/commentary/write', {
    said: '=1+1 "carers", left',
    doing: 'Pay more',
  });
  const file = await director.get('/measures/foster-share/figures.csv');
  assert.match(file.text, /,commentary,.*Pay more.*"'=1\+1 ""carers"", left"/);
});

test('members see what is marked for them and nothing else, on the page and in the file', async () => {
  const director = await as('director');
  await director.get('/measures/cla-ceased/commentary');
  const path = '/measures/cla-ceased/commentary/write';
  await director.post(path, { said: 'Three of the four went home.' });
  await director.post(path, { said: 'More go home.', 'for-members': 'yes' });
  const member = await as('elected-member');
  const seen = await member.get('/measures/cla-ceased');
  assert.equal(seen.page.querySelectorAll('.app-commentary__one').length, 1);
  assert.match(seen.text, /More go home/);
  assert.equal(seen.page.querySelector('.app-commentary a'), null, 'nothing to write or change');
  const file = await member.get('/measures/cla-ceased/figures.csv');
  assert.match(file.text, /More go home/);
  for (const { text } of [seen, file]) assert.doesNotMatch(text, /Three of the four/);
  assert.match(
    (await director.get('/measures/cla-ceased')).text,
    /Three of the four[^]*Members see this|Members see this[^]*Three of the four/,
  );
});

const MISTAKES: readonly [what: string, fields: Readonly<Record<string, string>>, field: string][] = [
  ['no words', { ...FIELDS, said: '' }, 'said'],
  ['no day', { ...FIELDS, 'due-month': '13' }, 'due-day'],
  ['a day to come', { ...FIELDS, ...day('about', '1', '1', '2030') }, 'about-day'],
  ['done on a day to come', { ...FIELDS, ...day('done', '1', '1', '2030') }, 'done-day'],
  ['an owner of nothing', { ...FIELDS, doing: '' }, 'doing'],
  ['a child’s name', { ...FIELDS, said: 'Kofi Aldenfen moved.' }, 'names-are'],
];
for (const [what, fields, field] of MISTAKES)
  test(`what is wrong is said above and beside its field, and what was typed is kept: ${what}`, async () => {
    const director = await as('director');
    await director.get('/measures/cla-number/commentary');
    const seen = await director.post(WRITE, fields);
    assert.equal(seen.status, 422);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    assert.equal(seen.page.querySelectorAll(`[id="${field}"]`).length, 1, 'the summary leads to a field');
    assert.equal(seen.page.querySelector('#owner')?.getAttribute('value'), 'Dora Lind');
    assert.equal(seen.page.querySelector('#said')?.text.trim(), fields['said']);
  });

test('a name that is none is kept with the reason, and the page says so', async () => {
  const director = await as('director');
  await director.get('/measures/cla-number/commentary');
  const fields = { said: 'The NM2 is closed.', 'names-are': 'It is a road.' };
  const saved = await director.follow(await director.post(WRITE, fields));
  assert.match(saved.text, /not meant so: It is a road\./);
});

test('a team manager writes of the team, without a box for members; a member and an inspector write nothing', async () => {
  const manager = await as('team-manager');
  const form = await manager.get('/measures/cla-number/commentary');
  assert.equal(form.page.querySelector('#for-members'), null);
  const saved = await manager.follow(await manager.post(WRITE, { said: 'Of ours.' }));
  assert.match(saved.text, /Of East team. Somebody/);
  assert.equal((await manager.get('/measures/cla-rate-10k/commentary')).status, 403);
  for (const role of ['elected-member', 'inspector', 'social-worker'] as const) {
    const other = await as(role);
    assert.equal((await other.get('/measures/cla-number/commentary')).status, 403, role);
    assert.equal((await other.post(WRITE, { said: 'x' })).status, 403, role);
  }
  const director = await as('director');
  assert.equal((await director.get('/measures/no-such/commentary')).status, 404);
  assert.equal((await director.get('/measures/cla-number/commentary?replaces=999999')).status, 404);
});
