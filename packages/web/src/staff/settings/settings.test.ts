import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aService, aWorld, type Browser, type Service } from '../../../test/service.ts';

const CHANGE = '/settings/placements.same-carer-move-counts/change';
const VALUE = 'placements-same-carer-move-counts-value';
const FROM = 'placements-same-carer-move-counts-from';
const HOLIDAY = 'bank-holidays-added';
const YEARS = 'bank-holidays-years-days';

const on = (prefix: string, [dayOfMonth, month, year]: readonly [string, string, string]) => ({
  [`${prefix}-day`]: dayOfMonth,
  [`${prefix}-month`]: month,
  [`${prefix}-year`]: year,
});

let service: Service;
let browser: Browser;
before(async () => {
  service = aService(await aWorld());
  const { personId } = await service.world.addPerson({ name: 'Adele Admin', role: 'administrator' });
  browser = await service.signedInAs(personId);
});
after(() => service.world.close());

test('an administrator finds the settings, changes one from a day, and sees who did', async () => {
  const page = await browser.get('/settings');
  assert.equal(page.heading, 'Settings');
  assert.ok(page.page.querySelector('nav a[href="/settings"]'), 'it is in the navigation');
  const links = page.page.querySelectorAll('main table a').map((link) => link.getAttribute('href') ?? '');
  assert.ok(links.length > 2);
  for (const href of links) {
    const own = await browser.get(href);
    assert.match(own.text, /nobody has changed it/, href);
    assert.ok(own.page.querySelector('main form'), href);
  }
  assert.equal((await browser.get('/settings/no.such')).status, 404);
  const saved = await browser.post(CHANGE, { [VALUE]: 'yes', ...on(FROM, ['1', '4', '2027']) });
  const after = await browser.follow(saved);
  assert.match(after.page.text, /Saved: yes from 1 April 2027/);
  assert.match(after.text, /From 1 April 2027 Yes/);
  assert.match((await browser.get('/settings')).text, /Yes from 1 Apr 2027/, 'and the list has it');
  assert.match(
    after.page.querySelector('details')?.text ?? '',
    /23 November 2026: Adele Admin set it to yes from 1 April 2027/,
  );
});

test('a bank holiday is added and listed', async () => {
  await browser.get('/settings');
  const name = '<b>Invented</b> jubilee';
  const fields = { ...on(HOLIDAY, ['7', '6', '2027']), [`${HOLIDAY}-name`]: name };
  const after = await browser.follow(await browser.post('/settings/bank-holidays', fields));
  assert.ok(after.text.includes(`7 June 2027, ${name}`));
  assert.equal(after.page.querySelectorAll('main b').length, 0, 'what is typed is no markup');
});

test('a bank holiday added by mistake is taken away, and one that is not there does no harm', async () => {
  await browser.get('/settings');
  const fields = { ...on(HOLIDAY, ['8', '6', '2027']), [`${HOLIDAY}-name`]: 'A mistake' };
  await browser.follow(await browser.post('/settings/bank-holidays', fields));
  const after = await browser.follow(
    await browser.post('/settings/bank-holidays/remove', { day: '2027-06-08' }),
  );
  assert.match(after.text, /8 June 2027 is no longer a bank holiday/);
  assert.doesNotMatch(after.text, /Take away[^.]*8 June 2027/);
  for (const day of ['2027-06-08', '2026-12-25', 'x', ''])
    assert.match(
      (await browser.follow(await browser.post('/settings/bank-holidays/remove', { day }))).text,
      /Only a bank holiday that was added here/,
    );
});

const Y2031 = ['1/1', '11/4', '14/4', '5/5', '26/5', '25/8', '25/12', '26/12'].map(
  (each, i) => `${each}/2031 Invented day ${i + 1}`,
);

test('a further year’s bank holidays are added, a line each', async () => {
  await browser.get('/settings');
  const sent = await browser.post('/settings/bank-holidays/years', { [YEARS]: Y2031.join('\r\n') });
  const after = await browser.follow(sent);
  assert.match(after.text, /The bank holidays of 2031 are added/);
  assert.match(after.text, /11 April 2031, Invented day 2/);
});

const mistakes: [what: string, path: string, fields: Record<string, string>, field: string][] = [
  ['no day', CHANGE, { [VALUE]: 'yes' }, `${FROM}-day`],
  ['a day that is none', CHANGE, { [VALUE]: 'yes', ...on(FROM, ['31', '2', '2027']) }, `${FROM}-day`],
  ['a day gone by', CHANGE, { [VALUE]: 'yes', ...on(FROM, ['1', '4', '2025']) }, `${FROM}-day`],
  ['no choice', CHANGE, on(FROM, ['1', '5', '2027']), VALUE],
  ['a holiday of no name', '/settings/bank-holidays', on(HOLIDAY, ['8', '5', '2028']), `${HOLIDAY}-name`],
  [
    'a holiday there is already',
    '/settings/bank-holidays',
    { ...on(HOLIDAY, ['25', '12', '2026']), [`${HOLIDAY}-name`]: 'Christmas' },
    `${HOLIDAY}-day`,
  ],
  ['a year that is not whole', '/settings/bank-holidays/years', { [YEARS]: '1/1/2031 One' }, YEARS],
  ['a line of no day', '/settings/bank-holidays/years', { [YEARS]: '31/2/2031 One' }, YEARS],
];
for (const [what, path, fields, field] of mistakes) {
  test(`what is wrong is said above and beside its field, and what was typed is kept: ${what}`, async () => {
    await browser.get('/settings');
    const seen = await browser.post(path, fields);
    assert.equal(seen.status, 422);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    const there = seen.page.querySelectorAll(`[id="${field}"]`);
    assert.equal(there.length, 1, 'the summary leads to one field that is there');
    assert.equal(seen.page.querySelectorAll('.govuk-error-message').length, 1);
    for (const [name, typed] of Object.entries(fields).filter(([key]) => key.endsWith('-year')))
      assert.equal(seen.page.querySelector(`[id="${name}"]`)?.getAttribute('value'), typed);
  });
}

test('a setting there is not is not found', async () => {
  await browser.get('/settings');
  const seen = await browser.post('/settings/no.such/change', {
    'no-such-value': 'yes',
    ...on('no-such-from', ['1', '4', '2027']),
  });
  assert.equal(seen.status, 404);
});

test('a director may not, and is not shown the way', async () => {
  const { personId } = await service.world.addPerson({ name: 'Dana Director', role: 'director' });
  const director = await service.signedInAs(personId);
  assert.equal((await director.get('/')).page.querySelector('nav a[href="/settings"]'), null);
  assert.equal((await director.get('/settings')).status, 403);
  assert.equal((await director.get('/settings/placements.same-carer-move-counts')).status, 403);
  assert.equal((await director.post(CHANGE, { [VALUE]: 'yes' })).status, 403);
  for (const path of ['', '/remove', '/years'])
    assert.equal((await director.post(`/settings/bank-holidays${path}`)).status, 403);
});
